import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ExportedClaim } from '../types.ts';
import type { Book } from './book.ts';
import { COLUMNS, flatClaim } from './columns.ts';

/**
 * A table for spreadsheets: UTF-8 with a byte order mark, rows ended by CRLF (RFC 4180), the conditions as a JSON
 * array. A cell that a spreadsheet would take for a formula gets a `'` before it, for the words are an article's.
 */
export async function* csv(book: Book): AsyncGenerator<string> {
  const table = stringify({
    header: true,
    columns: Object.keys(COLUMNS),
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: String },
  });
  table.setEncoding('utf8');
  for await (const text of Readable.from(rows(book.claims())).compose(table)) yield String(text);
}

async function* rows(claims: AsyncIterable<ExportedClaim>): AsyncGenerator<Record<string, unknown>> {
  for await (const claim of claims)
    yield {
      ...flatClaim(claim),
      conditions: claim.conditions.length > 0 ? JSON.stringify(claim.conditions) : '',
    };
}
