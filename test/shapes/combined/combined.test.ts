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
const parts = z
  .strictObject({
    'set-ups': words,
    turns: words,
    scenes: z.array(z.strictObject({ words: z.string(), id: z.string() })),
    outcomes: z.array(z.strictObject({ words: z.string(), status: z.string() })),
    asides: words,
    places: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    things: z.array(z.strictObject({ id: z.string(), name: z.string(), piece: z.string() })),
  })
  .parse(load(readFileSync('test/shapes/combined/parts.yaml', 'utf8'), { schema: CORE_SCHEMA }));

const PIECES = 150;
const engine = buildEngine(loadKnowledge());

interface Piece {
  readonly text: string;
  readonly claims: readonly string[];
}

/** One messenger, two to four things that are tried in it one after another, each in a scene of its own. */
function pieceOf(seed: number): Piece {
  const pick = dice(seed);
  const place = pick(parts.places);
  const paragraphs = [pick(parts['set-ups']).replace('{place}', place.name)];
  const claims: string[] = [];
  const rest = [...parts.things];
  for (let left = pick([2, 3, 4]); left > 0; left -= 1) {
    const [thing] = rest.splice(rest.indexOf(pick(rest)), 1);
    if (thing === undefined) break;
    const [scene, outcome] = [pick(parts.scenes), pick(parts.outcomes)];
    const turn = pick(parts.turns).replace('{thing}', thing.name).replace('{piece}', thing.piece);
    paragraphs.push(`${turn}${scene.words}${outcome.words}。${pick(parts.asides)}`);
    claims.push(`access ${place.id} ${thing.id} ${scene.id} ${outcome.status}`);
  }
  return { text: paragraphs.join(pick(['', '\n'])), claims };
}

describe('what is read one by one is read together too', () => {
  const pieces = Array.from({ length: PIECES }, (_, i) => pieceOf(i + 1));

  it.each(pieces)('$text', ({ text, claims }) => {
    const made = read(articleOf(text, '2022-01-08'), engine, 'case').claims;
    expect(compare(claims, made)).toEqual({ missing: [], surplus: [] });
  });

  it('and the pieces differ', () => {
    expect(new Set(pieces.map((p) => p.text)).size).toBe(PIECES);
  });
});
