import type SqliteDatabase from 'better-sqlite3';
import { blocksText } from './blocks.ts';
import { CODED, CODES, type CodedColumn } from './codes.ts';
import { packedAlone } from './pack.ts';
import { blocksFromJson } from './rows.ts';

/** Gives a connection the functions that the migration calls; the book itself does without. */
export function lendFunctions(database: SqliteDatabase.Database): void {
  database.function('packed', { deterministic: true }, (text) => packedAlone(String(text)));
  database.function('blocks_text', { deterministic: true }, (json) =>
    blocksText(blocksFromJson(String(json))),
  );
}

const read = (column: CodedColumn): string => {
  const words = CODES[column].map((word, place) => `WHEN ${place} THEN '${word}'`);
  return `${column} TEXT GENERATED ALWAYS AS (CASE ${column}_code ${words.join(' ')} ELSE ${column}_code END) VIRTUAL`;
};

const code = (column: CodedColumn): string => {
  const words = CODES[column].map((word, place) => `WHEN '${word}' THEN ${place}`);
  return `CASE c.${column} ${words.join(' ')} ELSE c.${column} END`;
};

const TALLIED = ['state_code', 'review_code', 'kind_code', 'relation_code', 'status_code', 'rule'];
const count = (row: 'OLD' | 'NEW', by: 1 | -1): string =>
  `INSERT INTO tally VALUES (${TALLIED.map((column) => `${row}.${column}`).join()}, ${by})
     ON CONFLICT DO UPDATE SET count = count + (${by})`;

/**
 * The book in less than a third of the room: articles, texts and claims go by numbers, a text and what is
 * seldom looked at of an article (how it was read, the traces of its claims) are deflated, words of closed lists are
 * held as numbers and read back by the schema. Every id, decision and quote stays as it was. The signatures of reposts
 * follow from the texts and are made anew by the next ingest. Needs `lendFunctions`.
 */
export const COMPACT: readonly string[] = [
  `CREATE TABLE texts_8 (
     key INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, text BLOB NOT NULL, blocks TEXT NOT NULL)`,
  `INSERT INTO texts_8 (hash, text, blocks) SELECT hash, packed(text), blocks_text(blocks) FROM article_texts`,

  `CREATE TABLE articles_8 (
     key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL UNIQUE, format TEXT NOT NULL,
     encoding TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT, categories TEXT NOT NULL,
     published TEXT, url TEXT, text_key INTEGER NOT NULL REFERENCES article_texts(key), reading_key INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('present', 'gone')), rules_version TEXT NOT NULL,
     first_run INTEGER NOT NULL REFERENCES runs(id), last_run INTEGER NOT NULL REFERENCES runs(id))`,
  `INSERT INTO articles_8
   SELECT row_number() OVER (ORDER BY a.path), a.id, a.path, a.format, a.encoding, a.sha256, a.title, a.publisher, a.author,
     a.categories, a.published, a.url, x.key, row_number() OVER (ORDER BY a.path), a.state, a.rules_version, a.first_run,
     a.last_run
   FROM articles a JOIN texts_8 x ON x.hash = a.text_hash ORDER BY a.path`,

  `CREATE TABLE readings (key INTEGER PRIMARY KEY, made BLOB NOT NULL)`,
  `INSERT INTO readings
   SELECT a.reading_key, packed(json_object(
     'origin', json(coalesce(s.origin, '{}')), 'noise', json(coalesce(s.noise, '[]')),
     'map', json(coalesce(s.source_map, '[]')),
     'traces', (SELECT json_group_array(json(trace)) FROM (
        SELECT c.trace FROM claims c WHERE c.article_id = a.id ORDER BY c.state, c.position, c.id))))
   FROM articles_8 a LEFT JOIN article_sources s ON s.article_id = a.id`,

  `CREATE TABLE claims_8 (
     key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_key INTEGER NOT NULL REFERENCES articles(key),
     text_key INTEGER NOT NULL REFERENCES article_texts(key), reading_key INTEGER NOT NULL,
     trace_at INTEGER NOT NULL, position INTEGER NOT NULL,
     kind_code INTEGER NOT NULL, relation_code INTEGER NOT NULL, subject TEXT NOT NULL, object TEXT, scene TEXT,
     status_code INTEGER NOT NULL, date_text TEXT, date_start TEXT, date_end TEXT,
     date_precision_code INTEGER NOT NULL, date_basis_code INTEGER NOT NULL, deadline TEXT,
     attribution_type_code INTEGER NOT NULL, attribution_name TEXT, conditions TEXT NOT NULL,
     start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, rule TEXT NOT NULL, carried INTEGER NOT NULL,
     state_code INTEGER NOT NULL CHECK (state_code IN (0, 1)), first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
     machine TEXT, review_code INTEGER NOT NULL DEFAULT 0,
     ${CODED.map(read).join(',\n     ')},
     doubt INTEGER GENERATED ALWAYS AS (
       2 * carried + (date_basis_code <> 0) + 2 * (date_precision_code = 1)
       + CASE attribution_type_code WHEN 4 THEN 3 WHEN 6 THEN 2 WHEN 0 THEN 1 ELSE 0 END) VIRTUAL)`,
  `INSERT INTO claims_8 (
     id, article_key, text_key, reading_key, trace_at, position, kind_code, relation_code, subject, object, scene,
     status_code, date_text, date_start, date_end, date_precision_code, date_basis_code, deadline,
     attribution_type_code, attribution_name, conditions, start, "end", quote, rule, carried, state_code, first_run,
     last_run, machine, review_code)
   SELECT c.id, a.key, x.key, a.reading_key,
     row_number() OVER (PARTITION BY c.article_id ORDER BY c.state, c.position, c.id) - 1, c.position,
     ${code('kind')}, ${code('relation')}, c.subject, c.object, c.scene, ${code('status')}, c.date_text, c.date_start,
     c.date_end, ${code('date_precision')}, ${code('date_basis')}, c.deadline, ${code('attribution_type')},
     c.attribution_name, c.conditions, coalesce(e.start, 0), coalesce(e."end", 0), coalesce(e.quote, ''), c.rule,
     (length(c.trace) - length(replace(c.trace, '"from":"carried"', ''))) / 16, ${code('state')}, c.first_run, c.last_run,
     c.machine, ${code('review')}
   FROM claims c JOIN articles_8 a ON a.id = c.article_id JOIN texts_8 x ON x.hash = c.text_hash
   LEFT JOIN evidence e ON e.claim_id = c.id AND e.role = 'claim'
   ORDER BY a.key, c.state, c.position, c.id`,

  ...['bands', 'signatures', 'evidence', 'claims', 'article_sources', 'articles', 'article_texts'].map(
    (table) => `DROP TABLE ${table}`,
  ),
  `ALTER TABLE texts_8 RENAME TO article_texts`,
  `ALTER TABLE articles_8 RENAME TO articles`,
  `ALTER TABLE claims_8 RENAME TO claims`,

  `CREATE INDEX articles_text ON articles(text_key)`,
  `CREATE INDEX articles_published ON articles(coalesce(published, ''), id)`,
  `CREATE INDEX articles_publisher ON articles(coalesce(publisher, ''), id)`,
  `CREATE INDEX claims_article ON claims(article_key, position)`,
  `CREATE INDEX claims_pair ON claims(
     subject, object, relation_code, scene, status_code, date_start, date_end, state_code, review_code)`,
  `CREATE INDEX claims_doubt ON claims(doubt)`,

  `CREATE TRIGGER search_new AFTER INSERT ON articles
     BEGIN INSERT INTO search_rows (article_id) VALUES (NEW.id); END`,
  `CREATE TRIGGER search_changed AFTER UPDATE OF text_key, title ON articles
     WHEN OLD.text_key <> NEW.text_key OR OLD.title IS NOT NEW.title BEGIN
       DELETE FROM search_pairs WHERE rowid = (SELECT id FROM search_rows WHERE article_id = NEW.id);
       DELETE FROM search_rows WHERE article_id = NEW.id;
       INSERT INTO search_rows (article_id) VALUES (NEW.id);
     END`,

  `CREATE TABLE signatures (
     id INTEGER PRIMARY KEY, text_key INTEGER NOT NULL UNIQUE REFERENCES article_texts(key), signature BLOB NOT NULL,
     story INTEGER)`,
  `CREATE INDEX signatures_story ON signatures(story)`,
  `CREATE TABLE bands (
     key INTEGER NOT NULL, signature_id INTEGER NOT NULL REFERENCES signatures(id),
     PRIMARY KEY (key, signature_id)) WITHOUT ROWID`,

  `CREATE TABLE tally (
     state_code INTEGER NOT NULL, review_code INTEGER NOT NULL, kind_code INTEGER NOT NULL,
     relation_code INTEGER NOT NULL, status_code INTEGER NOT NULL, rule TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (state_code, review_code, kind_code, relation_code, status_code, rule)) WITHOUT ROWID`,
  `INSERT INTO tally SELECT state_code, review_code, kind_code, relation_code, status_code, rule, count(*)
     FROM claims GROUP BY 1, 2, 3, 4, 5, 6`,
  `CREATE TRIGGER claims_counted AFTER INSERT ON claims BEGIN ${count('NEW', 1)}; END`,
  `CREATE TRIGGER claims_recounted
     AFTER UPDATE OF state_code, review_code, kind_code, relation_code, status_code, rule ON claims
     WHEN ${TALLIED.map((column) => `OLD.${column} <> NEW.${column}`).join(' OR ')}
     BEGIN ${count('OLD', -1)}; ${count('NEW', 1)}; END`,
];
