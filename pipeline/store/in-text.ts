import type { Kysely } from 'kysely';
import type { ExportedClaim } from '../types.ts';
import { heldText } from './pack.ts';
import type { Tables } from './tables.ts';

const PAGE = 200;

/** Claims, each with the version of its article's text that the evidence points into. Their order is kept. */
export async function* inText(
  db: Kysely<Tables>,
  claims: AsyncIterable<ExportedClaim>,
): AsyncGenerator<{ claim: ExportedClaim; text: string }> {
  for await (const some of pages(claims)) {
    const keys = await keysOf(
      db,
      some.map((claim) => claim.id),
    );
    const texts = await textsOf(db, [...new Set(keys.values())]);
    for (const claim of some) yield { claim, text: texts.get(keys.get(claim.id) ?? 0) ?? '' };
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

async function keysOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('claims').select(['id', 'text_key']).where('id', 'in', ids).execute();
  return new Map(rows.map((r) => [r.id, r.text_key]));
}

async function textsOf(db: Kysely<Tables>, keys: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('article_texts')
    .select(['key', 'text'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map((r) => [r.key, heldText.parse(r.text)]));
}
