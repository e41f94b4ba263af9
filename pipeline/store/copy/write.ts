import SqliteDatabase from 'better-sqlite3';
import type { ExportedClaim } from '../../types.ts';
import { TABLES, VIEWS } from './columns.ts';

/** A claim with the text that its evidence points into. */
interface ClaimInText {
  readonly claim: ExportedClaim;
  readonly text: string;
}

/**
 * Writes claims and their articles into a new database at `path`, made for reading by other tools: two tables, views,
 * nothing of how hutong works. Gives the number of claims.
 */
export async function writeCopy(path: string, claims: AsyncIterable<ClaimInText>): Promise<number> {
  const database = new SqliteDatabase(path);
  try {
    for (const statement of SCHEMA) database.exec(statement);
    database.exec('BEGIN');
    const count = await fill(database, claims);
    database.exec('COMMIT');
    database.exec('ANALYZE');
    return count;
  } finally {
    database.close();
  }
}

const columnsOf = (table: keyof typeof TABLES): [string, readonly [string, string]][] =>
  Object.entries(TABLES[table].columns);

const createTable = (table: keyof typeof TABLES): string =>
  `CREATE TABLE ${table} (${columnsOf(table)
    .map(([name, [type]]) => `${name} ${type}`)
    .join(', ')})`;

const SCHEMA: readonly string[] = [
  createTable('articles'),
  createTable('claims'),
  'CREATE INDEX claims_article ON claims(article_id)',
  'CREATE INDEX claims_pair ON claims(subject, object, scene)',
  'CREATE INDEX claims_date ON claims(date_start)',
  ...Object.entries(VIEWS).map(([name, { sql }]) => `CREATE VIEW ${name} AS ${sql}`),
];

const insertInto = (database: SqliteDatabase.Database, table: keyof typeof TABLES) => {
  const names = columnsOf(table).map(([name]) => name);
  const values = names.map((name) => `@${name}`);
  return database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`);
};

async function fill(database: SqliteDatabase.Database, claims: AsyncIterable<ClaimInText>): Promise<number> {
  const articles = insertInto(database, 'articles');
  const rows = insertInto(database, 'claims');
  let count = 0;
  let last = { id: '', text: '' };
  for await (const { claim, text } of claims) {
    if (claim.article.id !== last.id) {
      last = { id: claim.article.id, text };
      articles.run({ ...claim.article, text });
    }
    rows.run(rowOf(claim, last.text));
    count += 1;
  }
  return count;
}

type Row = Readonly<Record<keyof (typeof TABLES)['claims']['columns'], string | number | null>>;

function rowOf(claim: ExportedClaim, text: string): Row {
  const { date, attribution, evidence, review, conditions, article } = claim;
  const stands = text.slice(evidence.start, evidence.end) === evidence.quote;
  return {
    id: claim.id,
    article_id: article.id,
    kind: claim.kind,
    relation: claim.relation,
    subject: claim.subject,
    object: claim.object,
    scene: claim.scene,
    status: claim.status,
    date_text: date.text,
    date_start: date.start,
    date_end: date.end,
    date_precision: date.precision,
    date_basis: date.basis,
    deadline: claim.deadline,
    attribution_type: attribution.type,
    attribution_name: attribution.name,
    conditions: JSON.stringify(conditions),
    quote: evidence.quote,
    quote_start: stands ? evidence.start : null,
    quote_end: stands ? evidence.end : null,
    rule: claim.rule,
    review_state: review.state,
    review_by: review.by,
    review_at: review.at,
    review_note: review.note,
    review_changed: review.changed ? 1 : 0,
  };
}
