import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import type { Fold } from './pairs.ts';

/** Both directions between a sign and the signs that the index takes for the same. */
export interface Script {
  readonly fold: Fold;
  /** Every sign that folds to what this one folds to, itself included. */
  readonly variants: (sign: string) => string;
}

const row = z.object({ traditional: z.string().length(1), simplified: z.string().length(1) });

/** What the database knows of Traditional and Simplified signs. It was written once, by `fillScript`. */
export async function readScript(db: Kysely<Tables>): Promise<Script> {
  const { rows } = await sql`SELECT traditional, simplified FROM search_script`.execute(db);
  return scriptOf(rows.map((found) => row.parse(found)));
}

export function scriptOf(pairs: readonly z.infer<typeof row>[]): Script {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => narrowed(unit));
  const groups = new Map<string, string>();
  for (const { traditional, simplified } of pairs) {
    table[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
    groups.set(simplified, (groups.get(simplified) ?? simplified) + traditional);
  }
  const fold: Fold = (unit) => table[unit] ?? unit;
  return {
    fold,
    variants(sign) {
      const folded = String.fromCharCode(fold(sign.charCodeAt(0)));
      return groups.get(folded) ?? withWide(folded);
    },
  };
}

/** Writes the table of signs, by opencc-js, sign by sign. The index and its questions are folded by the same table. */
export async function fillScript(db: Kysely<Tables>): Promise<void> {
  const known = await sql`SELECT 1 FROM search_script LIMIT 1`.execute(db);
  if (known.rows.length > 0) return;
  const { pairs } = await import('./opencc.ts');
  const all = pairs();
  for (let i = 0; i < all.length; i += 500) {
    const values = all.slice(i, i + 500).map(([from, to]) => sql`(${from}, ${to})`);
    await sql`INSERT OR IGNORE INTO search_script VALUES ${sql.join(values)}`.execute(db);
  }
}

/** Full-width letters, digits and signs as half-width, capitals as small letters. */
function narrowed(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow;
}

function withWide(sign: string): string {
  const unit = sign.charCodeAt(0);
  if (unit < 0x21 || unit > 0x7e) return sign;
  const wide = (of: string): string => String.fromCharCode(of.charCodeAt(0) + 0xfee0);
  const upper = sign.toUpperCase();
  return upper === sign ? sign + wide(sign) : sign + upper + wide(sign) + wide(upper);
}
