import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimJsonSchema, exportedClaimSchema } from '../../pipeline/export/schema.ts';
import { writeFile } from '../../pipeline/export/write.ts';
import { bookOf, exported, written } from './books.ts';

const PUBLISHED = '../shared/claims/export.schema.json';

describe('writing claims', () => {
  it.each([0, 1, 3])('JSON of %i claims is an array', async (count) => {
    const claims = Array.from({ length: count }, (_, i) => exported(`c${i}`));
    expect(JSON.parse(await written('json', claims))).toEqual(claims);
  });

  it('the facts are an array, each with its claims', async () => {
    const [fact, ...others] = JSON.parse(await written('facts-json', [exported('c1')]));
    expect(others).toEqual([]);
    expect(fact.sources[0].claims).toEqual([exported('c1')]);
  });

  it('NDJSON is a claim a line', async () => {
    const lines = (await written('ndjson', [exported('c1'), exported('c2')])).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([exported('c1'), exported('c2')]);
  });

  it('leaves the old file as it was when a claim does not fit the schema', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hutong-export-'));
    const path = join(folder, 'claims.json');
    await writeFile(path, bookOf([exported('c1')]), 'json');
    const before = readFileSync(path, 'utf8');
    const broken = { ...exported('c2'), evidence: { quote: '', start: 0, end: 1 } };
    await expect(writeFile(path, bookOf([exported('c1'), broken]), 'json')).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['claims.json']);
  });
});

const published = z.looseObject({
  required: z.array(z.string()),
  properties: z.record(
    z.string(),
    z.looseObject({ required: z.array(z.string()).optional(), enum: z.array(z.string()).optional() }),
  ),
});

describe.skipIf(!existsSync(PUBLISHED))(
  `the JSON Schema agrees with the agreed one (skipped where ${PUBLISHED} is absent)`,
  () => {
    const agreed = existsSync(PUBLISHED)
      ? published.parse(JSON.parse(readFileSync(PUBLISHED, 'utf8')))
      : { required: [], properties: {} };
    const ours = published.parse(claimJsonSchema());

    it('requires every field', () => {
      expect(ours.required).toEqual(expect.arrayContaining(agreed.required));
    });

    it.each(Object.keys(agreed.properties))('%s', (field) => {
      const [want, have] = [agreed.properties[field], ours.properties[field]];
      expect(have?.required ?? []).toEqual(expect.arrayContaining(want?.required ?? []));
      if (want?.enum !== undefined) expect([...(have?.enum ?? [])].sort()).toEqual([...want.enum].sort());
    });
  },
);

describe('the schema', () => {
  it.each([
    ['a day that is none', { date: { ...exported('c').date, start: '2022-02-30' } }],
    ['an unknown status', { status: 'maybe' }],
    ['an empty quote', { evidence: { quote: '', start: 0, end: 1 } }],
  ])('refuses %s', (_, change) => {
    expect(exportedClaimSchema.safeParse({ ...exported('c'), ...change }).success).toBe(false);
  });
});
