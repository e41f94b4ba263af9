import type { Book } from './book.ts';
import { exportedClaimSchema } from './schema.ts';

/** One JSON array, a claim a line. Throws where a claim does not fit the schema: a bug, never data. */
export async function* json(book: Book): AsyncGenerator<string> {
  let before = '[\n';
  for await (const claim of book.claims()) {
    yield before + JSON.stringify(exportedClaimSchema.parse(claim));
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}

/** One claim a line. */
export async function* ndjson(book: Book): AsyncGenerator<string> {
  for await (const claim of book.claims()) yield `${JSON.stringify(exportedClaimSchema.parse(claim))}\n`;
}
