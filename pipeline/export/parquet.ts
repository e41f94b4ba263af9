import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ExportedClaim } from '../types.ts';
import type { Book } from './book.ts';
import { COLUMNS, type Column, type ColumnType, type FlatClaim, flatClaim } from './columns.ts';

/** Claims in one row group: what is held in memory at a time. */
const GROUP = 10_000;

/** A Parquet file: days are dates, offsets are integers, conditions a list of strings, the rest strings. */
export async function* parquet(book: Book): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'hutong' });
  for await (const rows of groups(book.claims())) {
    file.write({ columnData: NAMES.map((name) => ({ name, data: rows.map((row) => cell(row, name)) })) });
    yield taken(bytes);
  }
  file.finish();
  yield taken(bytes);
}

/** What was written since the last call. The writer goes on counting its offset in the file. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

async function* groups(claims: AsyncIterable<ExportedClaim>): AsyncGenerator<FlatClaim[]> {
  let rows: FlatClaim[] = [];
  for await (const claim of claims) {
    rows.push(flatClaim(claim));
    if (rows.length < GROUP) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function cell(row: FlatClaim, name: Column): unknown {
  const value = row[name];
  return COLUMNS[name] === 'day' && typeof value === 'string' ? new Date(value) : value;
}

const NAMES = Object.keys(COLUMNS).filter((name): name is Column => name in COLUMNS);

const ELEMENTS: Readonly<Record<ColumnType, (name: string) => readonly SchemaElement[]>> = {
  text: (name) => [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }],
  day: (name) => [{ name, type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' }],
  offset: (name) => [{ name, type: 'INT32', repetition_type: 'REQUIRED' }],
  truth: (name) => [{ name, type: 'BOOLEAN', repetition_type: 'REQUIRED' }],
  list: (name) => [
    { name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  ],
};

const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: NAMES.length },
  ...NAMES.flatMap((name) => ELEMENTS[COLUMNS[name]](name)),
];
