import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ExportedClaim } from '../types.ts';
import { exportedClaimSchema } from './schema.ts';

/** A claim of an export, or why it is none. */
export type ReadClaim =
  | { readonly claim: ExportedClaim; readonly line: number }
  | { readonly fault: string; readonly line: number };

/**
 * Reads what `json` and `ndjson` exports hold, claim by claim; which of the two it is, is seen from the first sign.
 * What is no claim comes back as a fault with its line (in an array: its number), and the rest goes on.
 */
export async function* readExport(path: string): AsyncGenerator<ReadClaim> {
  if (await isArray(path)) {
    yield* claimsInArray(path);
    return;
  }
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (text.trim() === '') continue;
    const read = parsed(text);
    yield 'fault' in read ? { ...read, line } : { ...checked(read.json), line };
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const text of lines) yield text.replace(/^\ufeff/, '');
}

async function isArray(path: string): Promise<boolean> {
  for await (const text of linesOf(path)) if (text.trim() !== '') return text.trimStart().startsWith('[');
  return false;
}

function* claimsInArray(path: string): Generator<ReadClaim> {
  const all = parsed(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  if ('fault' in all) yield { ...all, line: 1 };
  else if (Array.isArray(all.json))
    for (const [i, item] of all.json.entries()) yield { ...checked(item), line: i + 1 };
}

function parsed(text: string): { json: unknown } | { fault: string } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: `no JSON (${error.message})` };
    throw error;
  }
}

function checked(item: unknown): { claim: ExportedClaim } | { fault: string } {
  const result = exportedClaimSchema.safeParse(item);
  if (!result.success) {
    const [issue] = result.error.issues;
    return { fault: `no exported claim: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  const { quote, start, end } = result.data.evidence;
  return quote.length === end - start
    ? { claim: result.data }
    : { fault: 'the quote is not as long as its place in the text' };
}
