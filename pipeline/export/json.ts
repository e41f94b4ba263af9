import type { Book } from './book.ts';
import { exportedClaimSchema } from './schema.ts';

/** One JSON array, a claim a line. Throws where a claim does not fit the schema: a bug, never data. */
export const json = (book: Book): AsyncGenerator<string> =>
  array(book.claims(), (claim) => exportedClaimSchema.parse(claim));

/** One JSON array, a fact a line: each with its sources, and these with the whole claims. */
export const factsJson = (book: Book): AsyncGenerator<string> => array(book.facts(), (fact) => fact);

async function* array<T>(items: AsyncIterable<T>, told: (item: T) => unknown): AsyncGenerator<string> {
  let before = '[\n';
  for await (const item of items) {
    yield before + JSON.stringify(told(item));
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}

/** One claim a line. */
export async function* ndjson(book: Book): AsyncGenerator<string> {
  for await (const claim of book.claims()) yield `${JSON.stringify(exportedClaimSchema.parse(claim))}\n`;
}
