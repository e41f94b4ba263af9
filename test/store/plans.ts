import SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';

/** Every statement that `work` has compiled, in that order, each once. */
export async function statementsIn(work: () => Promise<unknown>): Promise<string[]> {
  const seen = new Set<string>();
  const { prepare } = SqliteDatabase.prototype;
  SqliteDatabase.prototype.prepare = new Proxy(prepare, {
    apply(compile, database, given: [string]) {
      seen.add(given[0]);
      return Reflect.apply(compile, database, given);
    },
  });
  try {
    await work();
  } finally {
    SqliteDatabase.prototype.prepare = prepare;
  }
  return [...seen];
}

const step = z.object({ id: z.number(), parent: z.number(), detail: z.string() });

/** How SQLite would run a statement on the book at `path`, a line a step, indented by what it is a part of. */
export function planOf(path: string, statement: string): string[] {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    const unbound = Array.from(statement.matchAll(/\?/g), () => null);
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...unbound);
    const depths = new Map<number, number>();
    return z
      .array(step)
      .parse(rows)
      .map(({ id, parent, detail }) => {
        const depth = (depths.get(parent) ?? -1) + 1;
        depths.set(id, depth);
        return `${'  '.repeat(depth)}${detail}`;
      });
  } finally {
    database.close();
  }
}
