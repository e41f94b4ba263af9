import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS, flatClaim } from '../../pipeline/export/columns.ts';
import { bookOf, exported, fileOf, HARD } from './books.ts';

let duck: DuckDBInstance;
beforeAll(async () => {
  duck = await DuckDBInstance.create(':memory:');
});
afterAll(() => duck.closeSync());

async function ask(query: string): Promise<Record<string, unknown>[]> {
  const connection = await duck.connect();
  try {
    return (await connection.runAndReadAll(query)).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

const flat = HARD.map(flatClaim);

describe('DuckDB reads the Parquet file', () => {
  it('with every field of every claim as it was', async () => {
    const path = await fileOf('parquet', bookOf(HARD));
    expect(await ask(`SELECT * FROM '${path}'`)).toEqual(flat);
  });

  it('with types that can be reckoned with', async () => {
    const path = await fileOf('parquet', bookOf(HARD));
    const types = await ask(`DESCRIBE SELECT * FROM '${path}'`);
    const byName = Object.fromEntries(types.map((t) => [t.column_name, t.column_type]));
    expect(Object.keys(byName)).toEqual(Object.keys(COLUMNS));
    expect(byName).toMatchObject({
      id: 'VARCHAR',
      date_start: 'DATE',
      deadline: 'DATE',
      evidence_start: 'INTEGER',
      conditions: 'VARCHAR[]',
      review_changed: 'BOOLEAN',
    });
    expect(await ask(`SELECT id FROM '${path}' WHERE date_end < DATE '2022-07-01' ORDER BY id`)).toEqual([
      { id: 'c01' },
      { id: 'c03' },
    ]);
  });

  it.each([0, 1, 25_001])('of %i claims', async (count) => {
    const claims = Array.from({ length: count }, (_, i) => exported(`c${i}`));
    const path = await fileOf('parquet', bookOf(claims));
    const [row] = await ask(`SELECT count(*) AS n, count(DISTINCT id) AS ids FROM '${path}'`);
    expect([Number(row?.n), Number(row?.ids)]).toEqual([count, count]);
  });
});

describe('DuckDB reads the CSV file', () => {
  const FORMULAS = ['attribution_name', 'review_by', 'review_note', 'article_title'];
  const options = `all_varchar = true, nullstr = '', strict_mode = true`;

  it('with every field of every claim, formulas behind an apostrophe', async () => {
    const path = await fileOf('csv', bookOf(HARD));
    const rows = await ask(`SELECT * FROM read_csv('${path}', ${options})`);
    const want = flat.map((claim) =>
      Object.fromEntries(
        Object.entries(claim).map(([name, value]) => {
          if (value === null || (name === 'conditions' && claim.conditions.length === 0)) return [name, null];
          if (name === 'conditions') return [name, JSON.stringify(value)];
          const text = String(value);
          return [name, FORMULAS.includes(name) && /^[=+@\t-]/.test(text) ? `'${text}` : text];
        }),
      ),
    );
    expect(rows).toEqual(want);
  });

  it('after the byte order mark that spreadsheets need, in lines that end as RFC 4180 says', async () => {
    const bytes = readFileSync(await fileOf('csv', bookOf([exported('c1')])));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').match(/\r\n/g)).toHaveLength(2);
  });

  it('of no claims: the names of the columns', async () => {
    const path = await fileOf('csv', bookOf([]));
    const columns = await ask(`DESCRIBE SELECT * FROM read_csv('${path}', header = true)`);
    expect(columns.map((c) => c.column_name)).toEqual(Object.keys(COLUMNS));
  });
});

describe('DuckDB reads the NDJSON file', () => {
  it('with every claim as it was', async () => {
    const path = await fileOf('ndjson', bookOf(HARD));
    const rows = await ask(`SELECT to_json(j) AS claim FROM read_ndjson_objects('${path}') AS t(j)`);
    expect(rows.map((row) => JSON.parse(String(row.claim)))).toEqual(HARD);
  });

  it('and asks about what is inside of a claim', async () => {
    const path = await fileOf('ndjson', bookOf(HARD));
    const rows = await ask(
      `SELECT id, article.title AS title FROM '${path}' WHERE review.state = 'unreviewed' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ id: 'c03', title: '\t-1 «標題» 😀' }]);
  });
});
