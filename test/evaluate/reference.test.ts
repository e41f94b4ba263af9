import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../pipeline/evaluate/evaluate.ts';
import { type Gold, type GoldClaim, parseGold } from '../../pipeline/evaluate/gold.ts';
import type { ExportedClaim, Relation, Status } from '../../pipeline/types.ts';
import { exported } from './claims.ts';

const shared = fileURLToPath(new URL('../../../shared/claims', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Numbers in [0, 1) that are the same in every run. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The gold as a careless reader would find it: some lines missed, some read otherwise, some made twice. */
function carelessly(gold: Gold, seed: number): ExportedClaim[] {
  const next = lots(seed);
  const spoil = <T>(value: T, other: T): T => (next() < 0.1 ? other : value);
  const read = (article: string, claim: GoldClaim): ExportedClaim[] => {
    if (next() < 0.2) return [];
    const chosen = claim.readings[Math.floor(next() * claim.readings.length)] ?? claim;
    const day = spoil(chosen.date?.start ?? null, '2001-01-01');
    const made = exported({
      article,
      relation: chosen.relation as Relation,
      subject: spoil(chosen.subject, 'nobody'),
      object: chosen.object ?? null,
      scene: spoil(chosen.scene ?? null, 'moments'),
      status: spoil(chosen.status, 'closed') as Status,
      who: spoil(chosen.attribution?.type ?? 'media', 'user') as ExportedClaim['attribution']['type'],
    });
    const dated = { ...made, date: { ...made.date, start: day, end: chosen.date?.end ?? null } };
    return next() < 0.1 ? [dated, { ...dated, rule: 'again' }] : [dated];
  };
  return gold.articles.flatMap((a) => (gold.claims.get(a) ?? []).flatMap((c) => read(a, c)));
}

describe.skipIf(!existsSync(shared))(
  'the figures are those of score.py (needs ../shared beside the repository)',
  () => {
    describe.each(['seeds.jsonl', 'written.jsonl'])('%s', (file) => {
      const path = join(shared, 'gold', file);

      it.each([1, 2, 3, 4, 5])('careless reader %i', (seed) => {
        const gold = parseGold(readFileSync(path, 'utf8'), file);
        const claims = carelessly(gold, seed);
        const ndjson = join(folder, `${file}-${seed}.ndjson`);
        writeFileSync(ndjson, claims.map((c) => `${JSON.stringify(c)}\n`).join(''));
        const reference: unknown = JSON.parse(
          execFileSync('python3', [join(shared, 'score.py'), path, ndjson, '--json'], { encoding: 'utf8' }),
        );
        const { rules, findings, ...figures } = evaluate(gold, claims);
        expect(figures).toEqual(reference);
        expect(figures.core.fp).toBeGreaterThan(0);
        expect(figures.core.fn).toBeGreaterThan(0);
        expect(findings.filter((f) => f.kind === 'miss')).toHaveLength(figures.core.fn);
        expect(findings.filter((f) => f.kind === 'alarm')).toHaveLength(figures.core.fp);
        expect(Object.keys(rules)).toContain('again');
      });
    });
  },
);
