import { z } from 'zod';
import type { Decision } from '../types.ts';
import { claimContent, decision } from './wire.ts';

const name = z.string().nullable();
const line = decision.omit({ undone: true }).extend({
  id: z.string().min(1),
  claim: z.string().min(1),
  reviewer: z.string().min(1),
  at: z.iso.datetime(),
  before: claimContent.nullable(),
  machine: name,
});

/** A line of a log that is no decision, and why. */
export interface BadLine {
  readonly number: number;
  readonly why: string;
}

/** One event as a line of the log as a file. */
export const logLine = (event: Decision): string => `${JSON.stringify(event)}\n`;

/** Reads a log: one event a line as JSON. */
export function parseLog(text: string): { readonly events: Decision[]; readonly bad: BadLine[] } {
  const events: Decision[] = [];
  const bad: BadLine[] = [];
  for (const [i, one] of text.split('\n').entries()) {
    if (one.trim() === '') continue;
    const json = jsonOf(one);
    const read = line.safeParse(json);
    if (json === undefined) bad.push({ number: i + 1, why: 'is not JSON' });
    else if (read.success) events.push(read.data);
    else bad.push({ number: i + 1, why: z.prettifyError(read.error).replaceAll('\n', ' ') });
  }
  return { events, bad };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
