import { type Kysely, sql } from 'kysely';
import { COMPACT } from './compact.ts';
import { MATTERS } from './matters.ts';
import type { Tables } from './tables.ts';

export interface Migration {
  readonly name: string;
  up(db: Kysely<Tables>): Promise<void>;
}

/** Every change of the tables there ever was, in order. Append; never edit one that has been released. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '001-articles-claims-runs', up: first },
  { name: '002-decisions', up: decisions },
  { name: '003-verdicts', up: verdicts },
  { name: '004-queue', up: queue },
  { name: '005-reposts-sources', up: repostsAndSources },
  { name: '006-search', up: search },
  { name: '007-files', up: files },
  { name: '008-compact', up: (db) => run(db, COMPACT) },
  {
    name: '009-article-states',
    up: (db) => run(db, ['CREATE INDEX articles_state ON articles(state, format)']),
  },
  { name: '010-matters', up: (db) => run(db, MATTERS) },
];

async function run(db: Kysely<Tables>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function first(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `CREATE TABLE runs (id INTEGER PRIMARY KEY, version TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, summary TEXT)`,
    `CREATE TABLE article_texts (hash TEXT PRIMARY KEY, text TEXT NOT NULL, blocks TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE articles (
       id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, format TEXT NOT NULL, encoding TEXT NOT NULL,
       sha256 TEXT NOT NULL, title TEXT, publisher TEXT, author TEXT, categories TEXT NOT NULL, published TEXT,
       url TEXT, text_hash TEXT NOT NULL REFERENCES article_texts(hash),
       state TEXT NOT NULL CHECK (state IN ('present', 'gone')), rules_version TEXT NOT NULL,
       first_run INTEGER NOT NULL REFERENCES runs(id), last_run INTEGER NOT NULL REFERENCES runs(id)) WITHOUT ROWID`,
    `CREATE INDEX articles_sha256 ON articles(sha256)`,
    `CREATE TABLE claims (
       id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles(id),
       text_hash TEXT NOT NULL REFERENCES article_texts(hash), position INTEGER NOT NULL,
       kind TEXT NOT NULL, relation TEXT NOT NULL, subject TEXT NOT NULL, object TEXT, scene TEXT, status TEXT NOT NULL,
       date_text TEXT, date_start TEXT, date_end TEXT, date_precision TEXT NOT NULL, date_basis TEXT NOT NULL,
       deadline TEXT, attribution_type TEXT NOT NULL, attribution_name TEXT, conditions TEXT NOT NULL,
       rule TEXT NOT NULL, trace TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('current', 'lost')),
       first_run INTEGER NOT NULL REFERENCES runs(id), last_run INTEGER NOT NULL REFERENCES runs(id)) WITHOUT ROWID`,
    `CREATE INDEX claims_article ON claims(article_id, position)`,
    `CREATE INDEX claims_pair ON claims(subject, object, scene)`,
    `CREATE TABLE evidence (
       claim_id TEXT NOT NULL REFERENCES claims(id), role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
       quote TEXT NOT NULL, PRIMARY KEY (claim_id, role)) WITHOUT ROWID`,
    `CREATE TABLE problems (
       id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs(id), stage TEXT NOT NULL, severity TEXT NOT NULL,
       path TEXT NOT NULL, line INTEGER, "column" INTEGER, message TEXT NOT NULL, at TEXT NOT NULL)`,
    `CREATE INDEX problems_run ON problems(run_id, path)`,
  ]);
}

async function decisions(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `CREATE TABLE decisions (
       seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, claim_id TEXT NOT NULL REFERENCES claims(id),
       action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'edit', 'undo')), before TEXT NOT NULL, after TEXT,
       reviewer TEXT NOT NULL, at TEXT NOT NULL, reason TEXT, note TEXT, undoes TEXT REFERENCES decisions(id))`,
    `CREATE INDEX decisions_claim ON decisions(claim_id, seq)`,
    `CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END`,
    `CREATE TRIGGER decisions_last BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END`,
    `CREATE VIEW reviews AS
       SELECT d.claim_id, d.action, d.before, d.after, d.reviewer, d.at, d.note FROM decisions d
       WHERE d.seq = (SELECT max(e.seq) FROM decisions e
                      WHERE e.claim_id = d.claim_id AND e.action <> 'undo'
                        AND e.id NOT IN (SELECT u.undoes FROM decisions u WHERE u.claim_id = d.claim_id AND u.undoes IS NOT NULL))`,
  ]);
}

/** Also what `INSERT OR REPLACE` would overwrite stays; what follows from the log is kept ready per claim and reviewer. */
async function verdicts(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `CREATE TRIGGER decisions_once BEFORE INSERT ON decisions
       WHEN EXISTS (SELECT 1 FROM decisions WHERE seq = NEW.seq OR id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END`,
    `ALTER TABLE decisions ADD COLUMN group_id TEXT`,
    `ALTER TABLE decisions ADD COLUMN machine TEXT`,
    `CREATE INDEX decisions_group ON decisions(group_id) WHERE group_id IS NOT NULL`,
    `DROP VIEW reviews`,
    `CREATE TABLE verdicts (
       claim_id TEXT NOT NULL REFERENCES claims(id), reviewer TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('accepted', 'rejected', 'edited')),
       decision TEXT NOT NULL REFERENCES decisions(id), at TEXT NOT NULL, reason TEXT, note TEXT, edit TEXT,
       changed INTEGER NOT NULL, latest INTEGER NOT NULL, PRIMARY KEY (claim_id, reviewer)) WITHOUT ROWID`,
    `CREATE INDEX verdicts_reviewer ON verdicts(reviewer, state, changed)`,
    `CREATE UNIQUE INDEX verdicts_latest ON verdicts(claim_id) WHERE latest = 1`,
    `CREATE TABLE folded (seq INTEGER NOT NULL)`,
    `INSERT INTO folded VALUES (0)`,
    `ALTER TABLE claims ADD COLUMN machine TEXT`,
    `ALTER TABLE claims ADD COLUMN review TEXT NOT NULL DEFAULT 'unreviewed'`,
  ]);
}

/**
 * What the review's queue is counted, sorted and searched by. `doubt` says how much of a claim rests on something else
 * than its own words: parts that were carried over, a day that nobody says, a speaker whose word weighs little.
 */
async function queue(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `ALTER TABLE claims ADD COLUMN doubt INTEGER GENERATED ALWAYS AS (
       2 * ((length(trace) - length(replace(trace, '"from":"carried"', ''))) / 16)
       + (date_basis <> 'text') + 2 * (date_precision = 'vague')
       + CASE attribution_type WHEN 'rumour' THEN 3 WHEN 'user' THEN 2 WHEN 'media' THEN 1 ELSE 0 END) VIRTUAL`,
    `CREATE INDEX claims_doubt ON claims(doubt)`,
    `DROP INDEX claims_article`,
    `CREATE INDEX claims_article ON claims(
       article_id, position, state, review, kind, relation, subject, object, scene, status, rule, date_start, date_end)`,
    `DROP INDEX claims_pair`,
    `CREATE INDEX claims_pair ON claims(subject, object, relation, scene, status, date_start, date_end, state, review)`,
    `CREATE INDEX articles_published ON articles(coalesce(published, ''))`,
    `CREATE INDEX articles_publisher ON articles(coalesce(publisher, ''))`,
  ]);
}

async function repostsAndSources(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `CREATE INDEX articles_text ON articles(text_hash)`,
    `CREATE TABLE signatures (
       id INTEGER PRIMARY KEY, text_hash TEXT NOT NULL UNIQUE REFERENCES article_texts(hash), signature BLOB NOT NULL,
       story INTEGER)`,
    `CREATE INDEX signatures_story ON signatures(story)`,
    `CREATE TABLE bands (
       key INTEGER NOT NULL, signature_id INTEGER NOT NULL REFERENCES signatures(id),
       PRIMARY KEY (key, signature_id)) WITHOUT ROWID`,
    `CREATE INDEX bands_signature ON bands(signature_id)`,
    `CREATE TABLE reposts (
       article_id TEXT PRIMARY KEY REFERENCES articles(id), original_id TEXT NOT NULL REFERENCES articles(id)) WITHOUT ROWID`,
    `CREATE INDEX reposts_original ON reposts(original_id)`,
    `CREATE TABLE article_sources (
       article_id TEXT PRIMARY KEY REFERENCES articles(id), origin TEXT NOT NULL, noise TEXT NOT NULL,
       source_map TEXT NOT NULL) WITHOUT ROWID`,
  ]);
}

/**
 * The full-text index. Saving an article notes it in `search_rows`, in the same transaction; what has been noted beyond
 * `search_done` is put into `search_pairs` by the next search. An article whose text or title changes gets a new number.
 */
async function search(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `CREATE VIRTUAL TABLE search_pairs USING fts5(
       tokens, content='', contentless_delete=1, detail='none', tokenize='ascii')`,
    `CREATE TABLE search_rows (
       id INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL UNIQUE REFERENCES articles(id))`,
    `CREATE TABLE search_done (id INTEGER NOT NULL)`,
    `INSERT INTO search_done VALUES (0)`,
    `CREATE TABLE search_script (traditional TEXT PRIMARY KEY, simplified TEXT NOT NULL) WITHOUT ROWID`,
    `INSERT INTO search_rows (article_id) SELECT id FROM articles ORDER BY last_run, path`,
    `CREATE TRIGGER search_new AFTER INSERT ON articles
       BEGIN INSERT INTO search_rows (article_id) VALUES (NEW.id); END`,
    `CREATE TRIGGER search_changed AFTER UPDATE OF text_hash, title ON articles
       WHEN OLD.text_hash <> NEW.text_hash OR OLD.title IS NOT NEW.title BEGIN
         DELETE FROM search_pairs WHERE rowid = (SELECT id FROM search_rows WHERE article_id = NEW.id);
         DELETE FROM search_rows WHERE article_id = NEW.id;
         INSERT INTO search_rows (article_id) VALUES (NEW.id);
       END`,
  ]);
}

/** What a file looked like when all its articles had been read. */
async function files(db: Kysely<Tables>): Promise<void> {
  await run(db, [
    `CREATE TABLE files (
       path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified REAL NOT NULL, rules_version TEXT NOT NULL) WITHOUT ROWID`,
  ]);
}
