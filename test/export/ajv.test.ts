import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { claimJsonSchema } from '../../pipeline/export/schema.ts';
import { exported, HARD, written } from './books.ts';

const AGREED = '../shared/claims/export.schema.json';

function validator(schema: unknown) {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const isSchema = (value: unknown): value is AnySchema => typeof value === 'object' && value !== null;
  if (!isSchema(schema)) throw new Error('no schema');
  return ajv.compile(schema);
}

const ours = validator(claimJsonSchema());
const lines = async (): Promise<unknown[]> =>
  (await written('ndjson', HARD))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ajv holds the export to the schema that hutong publishes', () => {
  it('and finds it kept', async () => {
    for (const claim of await lines()) expect(ours(claim) ? [] : ours.errors).toEqual([]);
  });

  it.each([
    ['a field is gone', { rule: undefined }],
    ['a day is none', { deadline: '2022-02-30' }],
    ['a status is unknown', { status: 'maybe' }],
    ['a quote is empty', { evidence: { quote: '', start: 0, end: 1 } }],
    ['an offset is below zero', { evidence: { quote: '微', start: -1, end: 1 } }],
  ])('and sees that %s', (_, change) => {
    const { rule, ...rest } = exported('c1');
    expect(ours({ ...rest, ...('rule' in change ? {} : { rule }), ...change })).toBe(false);
  });
});

describe.skipIf(!existsSync(AGREED))(
  `ajv holds the export to the agreed schema (skipped where ${AGREED} is absent)`,
  () => {
    it('and finds it kept', async () => {
      const agreed = validator(JSON.parse(readFileSync(AGREED, 'utf8')));
      for (const claim of await lines()) expect(agreed(claim) ? [] : agreed.errors).toEqual([]);
    });
  },
);
