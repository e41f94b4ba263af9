import type { Kysely } from 'kysely';
import type { ExportedClaim } from '../types.ts';
import type { Tables } from './tables.ts';

const PAGE = 200;

/** Claims, each with the version of its article's text that the evidence points into. Their order is kept. */
export async function* inText(
  db: Kysely<Tables>,
  claims: AsyncIterable<ExportedClaim>,
): AsyncGenerator<{ claim: ExportedClaim; text: string }> {
  for await (const some of pages(claims)) {
    const hashes = await hashesOf(
      db,
      some.map((claim) => claim.id),
    );
    const texts = await textsOf(db, [...new Set(hashes.values())]);
    for (const claim of some) yield { claim, text: texts.get(hashes.get(claim.id) ?? '') ?? '' };
  }
}

async function* pages<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let page: T[] = [];
  for await (const item of items) {
    page.push(item);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function hashesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('claims').select(['id', 'text_hash']).where('id', 'in', ids).execute();
  return new Map(rows.map((r) => [r.id, r.text_hash]));
}

async function textsOf(db: Kysely<Tables>, hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('article_texts')
    .select(['hash', 'text'])
    .where('hash', 'in', hashes)
    .execute();
  return new Map(rows.map((r) => [r.hash, r.text]));
}
