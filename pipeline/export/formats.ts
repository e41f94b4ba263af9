import type { Book } from './book.ts';

/** Makes the pieces of a file, one after the other, and holds no more of the book than a page. */
type Make = (book: Book) => AsyncIterable<string | Uint8Array>;

interface Format {
  readonly is: string;
  /** Where it goes when nobody says: `-` is stdout. */
  readonly out: string;
  /** Loads what the format needs: nothing is loaded for a format that is not asked for. */
  readonly load: () => Promise<Make>;
}

export const FORMATS = {
  json: {
    is: 'one JSON array',
    out: 'output/claims.json',
    load: async () => (await import('./json.ts')).json,
  },
  ndjson: { is: 'one claim a line', out: '-', load: async () => (await import('./json.ts')).ndjson },
  csv: {
    is: 'a table for spreadsheets',
    out: 'output/claims.csv',
    load: async () => (await import('./csv.ts')).csv,
  },
  parquet: {
    is: 'a table for DuckDB, pandas and the like',
    out: 'output/claims.parquet',
    load: async () => (await import('./parquet.ts')).parquet,
  },
  'facts-json': {
    is: 'what the claims say together',
    out: 'output/facts.json',
    load: async () => (await import('./json.ts')).factsJson,
  },
  jsonld: {
    is: 'W3C Web Annotations',
    out: 'output/claims.jsonld',
    load: async () => (await import('./jsonld.ts')).jsonld,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type ExportFormat = keyof typeof FORMATS;
