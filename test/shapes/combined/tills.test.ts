import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleOf } from '../../../pipeline/clean/plain.ts';
import { loadKnowledge } from '../../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../../../pipeline/run.ts';
import { compare } from '../case.ts';
import { dice } from './dice.ts';

const words = z.array(z.string());
const names = z.array(z.strictObject({ id: z.string(), name: z.string() }));
const frame = z.strictObject({
  'set-ups': z.array(z.strictObject({ words: z.string(), day: z.string().optional() })),
  turns: words,
  outcomes: z.array(z.strictObject({ words: z.string(), status: z.string() })),
});
const lists = z.array(z.strictObject({ words: z.string(), open: z.string(), closed: z.string() }));
const parts = z
  .strictObject({ round: frame, till: frame, lists, asides: words, shops: names, ways: names })
  .parse(load(readFileSync('test/shapes/combined/tills.yaml', 'utf8'), { schema: CORE_SCHEMA }));

const PUBLISHED = '2023-05-12';
const PIECES = 120;
const engine = buildEngine(loadKnowledge());
type Name = (typeof parts.shops)[number];
type Pick = ReturnType<typeof dice>;

interface Piece {
  readonly text: string;
  readonly claims: readonly string[];
}

function some(of: readonly Name[], count: number, pick: Pick): Name[] {
  const rest = [...of];
  return Array.from({ length: count }, () => rest.splice(rest.indexOf(pick(rest)), 1)).flat();
}

const put = (text: string, shop: Name, way: Name): string =>
  text.replaceAll('{shop}', shop.name).replaceAll('{way}', way.name);

/** One way to pay, tried in two to four shops, each in a sentence of its own. */
function roundOf(seed: number): Piece {
  const pick = dice(seed);
  const { 'set-ups': setUps, turns, outcomes } = parts.round;
  const [way] = some(parts.ways, 1, pick);
  const shops = some(parts.shops, pick([2, 3, 4]), pick);
  const [first] = shops;
  const setUp = pick(setUps);
  if (way === undefined || first === undefined) throw new Error('nothing to try');
  const told = shops.map((shop) => {
    const { words: outcome, status } = pick(outcomes);
    const text = `${put(pick(turns) + outcome, shop, way)}。${pick(parts.asides)}`;
    return { text, claim: `acceptance ${shop.id} ${way.id} - ${status} ${setUp.day ?? PUBLISHED} test` };
  });
  const between = pick(['', '', '\n']);
  const text = [put(setUp.words, first, way), ...told.map((t) => t.text)].join(between);
  return { text, claims: told.map((t) => t.claim) };
}

/** One shop and two to four ways to pay at its till, of which one clause each tells. */
function tillOf(seed: number): Piece {
  const pick = dice(seed);
  const { 'set-ups': setUps, turns, outcomes } = parts.till;
  const [shop] = some(parts.shops, 1, pick);
  const ways = some(parts.ways, pick([2, 3, 4]), pick);
  const [first] = ways;
  const setUp = pick(setUps);
  if (shop === undefined || first === undefined) throw new Error('nothing to try');
  const told = ways.map((way, i) => {
    const { words: outcome, status } = pick(outcomes);
    const text = put((i === 0 ? '{way}' : pick(turns)) + outcome, shop, way);
    const claim = `acceptance ${shop.id} ${way.id} - ${status} ${setUp.day ?? PUBLISHED} test`;
    return { text: text + (i === ways.length - 1 ? '。' : pick(['，', '；', '。'])), claim };
  });
  const text = put(setUp.words, shop, first) + told.map((t) => t.text).join('');
  return { text, claims: told.map((t) => t.claim) };
}

/** Four shops in one sentence, some of which take a way to pay and some not. */
function listOf(seed: number): Piece {
  const pick = dice(seed);
  const { words: said, open, closed } = pick(parts.lists);
  const shops = some(parts.shops, 4, pick);
  const [way] = some(parts.ways, 1, pick);
  const [first] = shops;
  if (way === undefined || first === undefined) throw new Error('nothing to list');
  const text = shops.reduce(
    (t, { name }, i) => t.replaceAll(`{${'abcd'.charAt(i)}}`, name),
    put(said, first, way),
  );
  const told = (letters: string, status: string): string[] =>
    shops.flatMap(({ id }, i) =>
      letters.includes('abcd'.charAt(i)) ? [`acceptance ${id} ${way.id} - ${status}`] : [],
    );
  return { text, claims: [...told(open, 'open'), ...told(closed, 'closed')] };
}

const pieces = (of: (seed: number) => Piece, count: number): Piece[] =>
  Array.from({ length: count }, (_, i) => of(i + 1));

describe.each([
  { shape: 'one way to pay in many shops', told: pieces(roundOf, PIECES) },
  { shape: 'many ways to pay in one shop', told: pieces(tillOf, PIECES) },
  { shape: 'those that take it and those that do not', told: pieces(listOf, PIECES / 3) },
])('$shape', ({ told }) => {
  it.each(told)('$text', ({ text, claims }) => {
    const made = read(articleOf(text, PUBLISHED), engine, 'case').claims;
    expect(compare(claims, made)).toEqual({ missing: [], surplus: [] });
  });
});
