import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { RepostJudge } from '../types.ts';
import { heldText } from './pack.ts';
import { type Remembering, statementsOf } from './statements.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Texts that are linked in one transaction. */
const BATCH = 200;
/** Candidates that are looked at for one text, those first with which it shares what few have. */
const CANDIDATES = 100;
/** Texts of one story that stand under one band, and that are looked at in vain: any of them leads to all. */
const OF_ONE_STORY = 2;
/** Texts that stand under one band: it is from a form that many filled in, and tells none of them from the others. */
const UNDER_ONE_BAND = 50;

/** An article as far as its reposts name it. */
export interface Print {
  readonly id: string;
  readonly path: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

/**
 * Links every article to the earliest one of the same story. Only texts that are new since the last call are compared,
 * each with the few that share a band with it; a text that no article has any more is taken out, and what it linked is
 * compared anew. The result depends on the articles alone and not on the order in which they came.
 */
export async function linkReposts(db: Kysely<Tables>, judge: RepostJudge): Promise<void> {
  await inTransaction(db, (t) => dropUnused(t, judge));
  const waiting = await unlinked(db);
  const texts = new Map<number, string>();
  for (let i = 0; i < waiting.length; i += BATCH) {
    const some = waiting.slice(i, i + BATCH);
    await inTransaction(db, async (t) => {
      for (const key of some) linkText({ book: statementsOf(t), judge, texts }, key);
    });
  }
  await inTransaction(db, rank);
}

/** Forgets texts that no article has, and unlinks those that were one story with them. */
async function dropUnused(t: Kysely<Tables>, judge: RepostJudge): Promise<void> {
  const book = statementsOf(t);
  const unused = book
    .prepare(
      `SELECT id, signature, story FROM signatures s
       WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.text_key = s.text_key)`,
    )
    .all();
  for (const { id, story } of unused.map((row) => signed.parse(row))) {
    const kin = book.prepare('SELECT id, signature FROM signatures WHERE id = ? OR story = ?').all(id, story);
    for (const row of kin) forget(book, signed.parse(row), judge);
  }
}

function forget(book: Remembering, { id, signature }: z.infer<typeof signed>, judge: RepostJudge): void {
  if (signature.length > 0)
    for (const band of judge.bands(signature))
      book.prepare('DELETE FROM bands WHERE key = ? AND signature_id = ?').run(band, id);
  book.prepare('DELETE FROM signatures WHERE id = ?').run(id);
}

const held = z.instanceof(Uint8Array).transform(numbersOf);
const signed = z.object({ id: z.number(), signature: held, story: z.number().nullish() });
const print = z.object({ text_key: z.number(), signature: held });
const member = z.object({ key: z.number(), id: z.number(), story: z.number() });
const textRow = z.object({ text: heldText });

async function unlinked(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('signatures', 'signatures.text_key', 'articles.text_key')
    .innerJoin('article_texts', 'article_texts.key', 'articles.text_key')
    .where('signatures.id', 'is', null)
    .select(['articles.text_key', 'article_texts.hash'])
    .distinct()
    .orderBy('article_texts.hash')
    .execute();
  return rows.map((r) => r.text_key);
}

interface Linking {
  readonly book: Remembering;
  readonly judge: RepostJudge;
  /** Texts that were compared lately, by key. */
  readonly texts: Map<number, string>;
}

function linkText(linking: Linking, key: number): void {
  const { book, judge } = linking;
  const text = textOf(linking, key);
  const sign = judge.sign(text);
  const added = book
    .prepare('INSERT INTO signatures (text_key, signature) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(key, bytesOf(sign?.signature));
  // Another process may have linked the text meanwhile.
  if (added.changes === 0 || sign === null) return;
  const id = Number(added.lastInsertRowid);
  const bands = membersOf(book, sign.bands);
  const stories = storiesOf(linking, text, sign.signature, [...bands.values()]);
  const story = Math.min(id, ...stories);
  book.prepare('UPDATE signatures SET story = ? WHERE id = ?').run(story, id);
  for (const other of stories)
    if (other !== story) book.prepare('UPDATE signatures SET story = ? WHERE story = ?').run(story, other);
  for (const [band, members] of bands) {
    const own = members.filter((one) => stories.has(one.story)).length;
    if (own < OF_ONE_STORY && members.length < UNDER_ONE_BAND)
      book.prepare('INSERT INTO bands VALUES (?, ?)').run(band, id);
  }
}

type Member = z.infer<typeof member>;

/** The texts under each of the bands, with their stories. */
function membersOf(book: Remembering, bands: readonly number[]): Map<number, Member[]> {
  const members = new Map(bands.map((band): [number, Member[]] => [band, []]));
  const rows = book
    .prepare(
      `SELECT b.key, s.id, s.story FROM bands b JOIN signatures s ON s.id = b.signature_id
       WHERE b.key IN (${bands.map(() => '?').join()})`,
    )
    .all(bands);
  for (const row of rows) {
    const one = member.parse(row);
    members.get(one.key)?.push(one);
  }
  return members;
}

/** The stories that a text is one with. */
function storiesOf(
  linking: Linking,
  text: string,
  signature: Uint16Array,
  bands: readonly (readonly Member[])[],
): Set<number> {
  const { book, judge } = linking;
  const stories = new Set<number>();
  const others = new Map<number, number>();
  for (const { id, story } of candidates(bands)) {
    const missed = others.get(story) ?? 0;
    if (stories.has(story) || missed >= OF_ONE_STORY) continue;
    const other = print.parse(
      book.prepare('SELECT text_key, signature FROM signatures WHERE id = ?').get(id),
    );
    if (judge.resemble(signature, other.signature) && judge.same(text, textOf(linking, other.text_key)))
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

/** Texts that are kept at hand: those of one story are compared one after the other. */
const AT_HAND = 500;

function textOf({ book, texts }: Linking, key: number): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  if (texts.size >= AT_HAND) texts.clear();
  const { text } = textRow.parse(book.prepare('SELECT text FROM article_texts WHERE key = ?').get(key));
  texts.set(key, text);
  return text;
}

/**
 * In every story the earliest article is the original. A stamp of midnight is a day without a time and comes after
 * the times of that day; no stamp comes last; the path decides between equals.
 */
async function rank(t: Kysely<Tables>): Promise<void> {
  await t.deleteFrom('reposts').execute();
  await sql`
    INSERT INTO reposts (article_id, original_id)
    SELECT id, original FROM (
      SELECT a.id AS id, first_value(a.id) OVER (
        PARTITION BY s.story
        ORDER BY a.published IS NULL, replace(a.published, 'T00:00:00', 'T23:59:60'), a.path) AS original
      FROM articles a JOIN signatures s ON s.text_key = a.text_key
      WHERE s.story IS NOT NULL) AS ranked
    WHERE id <> original`.execute(t);
}

/** Articles that are reposts, each with the id of its original. */
export async function readOriginals(db: Kysely<Tables>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('reposts').selectAll().execute();
  return new Map(rows.map((r) => [r.article_id, r.original_id]));
}

/** The article's original, where it is a repost, and its reposts, where it is an original: earliest first. */
export async function readKin(
  db: Kysely<Tables>,
  article: string,
): Promise<{ readonly original: Print | null; readonly reposts: readonly Print[] }> {
  const print = ['articles.id', 'articles.path', 'articles.publisher', 'articles.published'] as const;
  const original = await db
    .selectFrom('reposts')
    .innerJoin('articles', 'articles.id', 'reposts.original_id')
    .where('reposts.article_id', '=', article)
    .select(print)
    .executeTakeFirst();
  const reposts = await db
    .selectFrom('reposts')
    .innerJoin('articles', 'articles.id', 'reposts.article_id')
    .where('reposts.original_id', '=', article)
    .select(print)
    .orderBy('articles.published')
    .orderBy('articles.path')
    .execute();
  return { original: original ?? null, reposts };
}

/** Little-endian, whatever the machine. */
function bytesOf(signature: Uint16Array | undefined): Uint8Array {
  const values = signature ?? [];
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function numbersOf(bytes: Uint8Array): Uint16Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: view.length / 2 }, (_, i) => view.readUInt16LE(i * 2));
}
