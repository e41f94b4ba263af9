import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { lendFunctions } from '../../pipeline/store/compact.ts';
import { MIGRATIONS } from '../../pipeline/store/migrations.ts';
import type { Tables } from '../../pipeline/store/tables.ts';

/** What the program wrote after its first and after its second migration, in its own words. */
const ROWS = [
  `INSERT INTO runs (version, started) VALUES ('r', '2022-06-15T01:00:00.000Z');
   INSERT INTO article_texts VALUES ('t1', '微信群聊里可以打开知乎的链接。', '[]');
   INSERT INTO articles VALUES ('a1', 'a.md', 'markdown', 'utf-8', 'f', '外链', '样报', NULL, '[]',
     '2022-06-15T09:00:00+08:00', NULL, 't1', 'present', 'r', 1, 1);
   INSERT INTO claims (id, article_id, text_hash, position, kind, relation, subject, object, scene, status, date_text,
     date_start, date_end, date_precision, date_basis, deadline, attribution_type, attribution_name, conditions, rule,
     trace, state, first_run, last_run)
   VALUES ('c1', 'a1', 't1', 0, 'scene', 'access', 'wechat', 'zhihu', 'group-chat', 'open', NULL, '2022-06-15',
     '2022-06-15', 'day', 'published', NULL, 'media', NULL, '[]', 'access.can-open', '[]', 'current', 1, 1);
   INSERT INTO evidence VALUES ('c1', 'claim', 0, 4, '微信群聊');`,
  `INSERT INTO decisions (id, claim_id, action, before, reviewer, at)
   VALUES ('d1', 'c1', 'accept', '{}', 'li', '2022-06-16T01:00:00.000Z'),
          ('d2', 'c1', 'reject', '{}', 'li', '2022-06-16T01:00:01.000Z');`,
];

/** A database as it stood after the first `count` migrations, with what the program of that time wrote into it. */
export async function oldDatabase(path: string, count: number): Promise<void> {
  const database = new SqliteDatabase(path);
  database.pragma('foreign_keys = OFF');
  lendFunctions(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  database.exec('CREATE TABLE migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)');
  for (const [i, migration] of MIGRATIONS.slice(0, count).entries()) {
    await migration.up(db);
    database.prepare("INSERT INTO migrations VALUES (?, '2022')").run(migration.name);
    database.exec(ROWS[i] ?? '');
  }
  await db.destroy();
}
