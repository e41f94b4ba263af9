import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Lexicon, Rule, WayTable } from '../../types.ts';
import type { CueClass } from './cues.ts';
import { isBuilt } from './engine.ts';
import { FAMILIES, LEXICON, packageRoot, yamlFiles } from './folder.ts';

/** A rule with its expressions written out. */
export interface WrittenRule extends Rule {
  readonly source: string;
  readonly unlessSource: string | null;
}

/** Rules, and what a text must hold to match them. */
export interface WrittenRules {
  readonly rules: readonly WrittenRule[];
  readonly ways: Readonly<Record<Rule['scope'], WayTable>>;
}

/** All knowledge as plain data: what the YAML files come to. */
export interface Written extends WrittenRules {
  readonly lexicon: Lexicon;
  readonly cues: readonly CueClass[];
  readonly version: string;
}

const FILE = join('dist', 'knowledge.json');

/** Hash of every YAML file of the package, by name and content. */
function keyOf(root: string): string {
  const hash = createHash('sha256');
  for (const folder of [LEXICON, ...FAMILIES]) {
    for (const file of yamlFiles(join(root, 'extractors', folder)))
      hash.update(`${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * The knowledge as the build has written it, or null where the YAML files are no longer those of the build, or the code
 * is not (sources are run). Reading and checking the YAML takes a quarter of a second, this a few milliseconds.
 */
export function readBaked(root = packageRoot()): Written | null {
  const text = isBuilt() ? textOf(join(root, FILE)) : null;
  const end = text?.indexOf('\n') ?? -1;
  if (text === null || end < 0 || text.slice(0, end) !== keyOf(root)) return null;
  const { ways, ...rest } = baked.parse(JSON.parse(text.slice(end + 1)));
  return { ...rest, ways: { segment: unpacked(ways.segment), sentence: unpacked(ways.sentence) } };
}

/** The knowledge as JSON can hold it: every table as base64 of its 32-bit integers, the low byte first. */
interface Baked extends Omit<Written, 'ways'> {
  readonly ways: Readonly<Record<Rule['scope'], Packed>>;
}
type Packed = Readonly<Record<keyof WayTable, string>>;

/** The build's own file, as sound as the code beside it: what it holds was checked when it was written. */
const baked = z.custom<Baked>((value) => typeof value === 'object' && value !== null);

const packed = ({ always, signs, ledFrom, places, ways }: WayTable): Packed => ({
  always: base64Of(always),
  signs: base64Of(signs),
  ledFrom: base64Of(ledFrom),
  places: base64Of(places),
  ways: base64Of(ways),
});

const unpacked = ({ always, signs, ledFrom, places, ways }: Packed): WayTable => ({
  always: integersOf(always),
  signs: integersOf(signs),
  ledFrom: integersOf(ledFrom),
  places: integersOf(places),
  ways: integersOf(ways),
});

const isBigEndian = endianness() === 'BE';

function base64Of(integers: Int32Array): string {
  const bytes = Buffer.from(Int32Array.from(integers).buffer);
  return (isBigEndian ? bytes.swap32() : bytes).toString('base64');
}

function integersOf(base64: string): Int32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Int32Array(Uint8Array.from(isBigEndian ? bytes.swap32() : bytes).buffer);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Writes the knowledge where `readBaked` looks for it. */
export function bake(knowledge: Written, root = packageRoot()): void {
  const { segment, sentence } = knowledge.ways;
  const file: Baked = { ...knowledge, ways: { segment: packed(segment), sentence: packed(sentence) } };
  writeFileSync(join(root, FILE), `${keyOf(root)}\n${JSON.stringify(file)}`);
}
