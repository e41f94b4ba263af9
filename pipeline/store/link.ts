import { z } from 'zod';
import type { RepostJudge } from '../types.ts';
import { heldText } from './pack.ts';
import type { Remembering } from './statements.ts';

/** Candidates that are looked at for one text, those first with which it shares what few have. */
const CANDIDATES = 100;
/** Texts of one story that stand under one band, and that are looked at in vain: any of them leads to all. */
const OF_ONE_STORY = 2;
/** Texts that stand under one band: it is from a form that many filled in, and tells none of them from the others. */
const UNDER_ONE_BAND = 50;
/** Texts that are kept at hand: those of one story are compared one after the other. */
const AT_HAND = 500;

/** A text that has been linked. Its story may have become part of an earlier one since. */
interface Member {
  readonly id: number;
  readonly story: number;
}

interface Print {
  /** The key of the text. */
  readonly text: number;
  readonly signature: Uint16Array;
}

/** What texts are linked by in one transaction: nobody else writes meanwhile, so that each thing is asked for once. */
export interface Linking {
  readonly book: Remembering;
  readonly judge: RepostJudge;
  /** Texts that were compared lately, by key. */
  readonly texts: Map<number, string>;
  readonly bands: Map<number, Member[]>;
  readonly prints: Map<number, Print>;
  /** Stories that became part of an earlier one, with that one. */
  readonly merged: Map<number, number>;
}

export const linking = (book: Remembering, judge: RepostJudge, texts: Map<number, string>): Linking => ({
  book,
  judge,
  texts,
  bands: new Map(),
  prints: new Map(),
  merged: new Map(),
});

const held = z.instanceof(Uint8Array).transform(numbersOf);
/** A signature as a row comes back. */
export const signed = z.object({ id: z.number(), signature: held, story: z.number().nullish() });
const print = z.object({ text_key: z.number(), signature: held });
const underBand = z.object({ key: z.number(), id: z.number(), story: z.number() });
const textRow = z.object({ text: heldText });

/** Puts a text, by its key, beside those that are one story with it; `known` is its signature where there is one. */
export function linkText(link: Linking, key: number, known?: Uint16Array | null): void {
  const { book, judge } = link;
  const signature = known === undefined ? judge.sign(textOf(link, key)) : known;
  const added = book
    .prepare('INSERT INTO signatures (text_key, signature) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(key, bytesOf(signature));
  // Another process may have linked the text meanwhile.
  if (added.changes === 0 || signature === null) return;
  const id = Number(added.lastInsertRowid);
  const bands = membersOf(link, judge.bands(signature));
  const stories = storiesOf(link, key, signature, [...bands.values()]);
  const story = Math.min(id, ...stories);
  book.prepare('UPDATE signatures SET story = ? WHERE id = ?').run(story, id);
  for (const other of stories) if (other !== story) merge(link, other, story);
  const free = [...bands].filter(([, members]) => {
    const own = members.filter((one) => stories.has(storyOf(link, one))).length;
    return own < OF_ONE_STORY && members.length < UNDER_ONE_BAND;
  });
  put(link, free, { id, story });
  link.prints.set(id, { text: key, signature });
}

/** The story that a text belongs to now. */
function storyOf({ merged }: Linking, { story }: Member): number {
  let now = story;
  for (let into = merged.get(now); into !== undefined; into = merged.get(now)) now = into;
  return now;
}

function merge({ book, merged }: Linking, story: number, into: number): void {
  book.prepare('UPDATE signatures SET story = ? WHERE story = ?').run(into, story);
  merged.set(story, into);
}

/** Puts a text under bands. */
function put({ book }: Linking, bands: readonly (readonly [number, Member[]])[], one: Member): void {
  if (bands.length === 0) return;
  book
    .prepare(`INSERT INTO bands VALUES ${bands.map(() => '(?, ?)').join()}`)
    .run(bands.flatMap(([band]) => [band, one.id]));
  for (const [, members] of bands) members.push(one);
}

/** The texts under each of the bands. */
function membersOf({ book, bands }: Linking, wanted: readonly number[]): Map<number, Member[]> {
  const asked = [...new Set(wanted)].filter((band) => !bands.has(band));
  for (const band of asked) bands.set(band, []);
  const rows = asked.length === 0 ? [] : under(book, asked);
  for (const { key, id, story } of rows) bands.get(key)?.push({ id, story });
  return new Map(wanted.map((band) => [band, bands.get(band) ?? []]));
}

const under = (book: Remembering, bands: readonly number[]): z.infer<typeof underBand>[] =>
  book
    .prepare(
      `SELECT b.key, s.id, s.story FROM bands b JOIN signatures s ON s.id = b.signature_id
       WHERE b.key IN (${bands.map(() => '?').join()})`,
    )
    .all(bands)
    .map((row) => underBand.parse(row));

/** The stories that a text is one with. */
function storiesOf(
  link: Linking,
  key: number,
  signature: Uint16Array,
  bands: readonly (readonly Member[])[],
): Set<number> {
  const { judge } = link;
  const stories = new Set<number>();
  const others = new Map<number, number>();
  for (const one of candidates(bands)) {
    const story = storyOf(link, one);
    const missed = others.get(story) ?? 0;
    if (stories.has(story) || missed >= OF_ONE_STORY) continue;
    const other = printOf(link, one.id);
    if (judge.resemble(signature, other.signature) && judge.same(textOf(link, key), textOf(link, other.text)))
      stories.add(story);
    else others.set(story, missed + 1);
  }
  return stories;
}

/** Texts under any of the bands. A band weighs the more, the fewer stand under it. */
function candidates(bands: readonly (readonly Member[])[]): Member[] {
  const weights = new Map<number, { readonly member: Member; weight: number }>();
  for (const members of bands)
    for (const one of members) {
      const known = weights.get(one.id);
      if (known === undefined) weights.set(one.id, { member: one, weight: 1 / members.length });
      else known.weight += 1 / members.length;
    }
  return [...weights.values()]
    .sort((a, b) => b.weight - a.weight || a.member.id - b.member.id)
    .slice(0, CANDIDATES)
    .map((one) => one.member);
}

function printOf({ book, prints }: Linking, id: number): Print {
  const known = prints.get(id);
  if (known !== undefined) return known;
  const row = print.parse(book.prepare('SELECT text_key, signature FROM signatures WHERE id = ?').get(id));
  const found = { text: row.text_key, signature: row.signature };
  prints.set(id, found);
  return found;
}

function textOf({ book, texts }: Linking, key: number): string {
  const known = texts.get(key);
  const { text } =
    known === undefined
      ? textRow.parse(book.prepare('SELECT text FROM article_texts WHERE key = ?').get(key))
      : { text: known };
  texts.delete(key);
  texts.set(key, text);
  const [oldest] = texts.keys();
  if (oldest !== undefined && texts.size > AT_HAND) texts.delete(oldest);
  return text;
}

/** Little-endian, whatever the machine. */
function bytesOf(signature: Uint16Array | null): Uint8Array {
  const values = signature ?? [];
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function numbersOf(bytes: Uint8Array): Uint16Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: view.length / 2 }, (_, i) => view.readUInt16LE(i * 2));
}
