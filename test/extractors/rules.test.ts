import { describe, expect, test } from 'vitest';
import { annotate } from '../../pipeline/annotate/annotate.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { matcherOf } from '../../pipeline/reading.ts';
import { refine } from '../../pipeline/refine/refine.ts';
import type { Claim, CompiledRule } from '../../pipeline/types.ts';
import { articleOf } from '../article.ts';

const PUBLISHED = '2022-06-15T12:00:00+08:00';
const knowledge = loadKnowledge();
const matcher = matcherOf(knowledge.lexicon);

const written = (claim: Claim): string =>
  [claim.subject, claim.object ?? '-', claim.scene ?? '-', claim.status].join(' ');

/** The claims that one rule makes of a sentence published on 2022-06-15, as the examples write them. */
function claimsBy(rule: CompiledRule, text: string): string[] {
  const document = annotate(articleOf(text, PUBLISHED), matcher, knowledge);
  const claims = refine(document, extract(document, knowledge), 'example', knowledge);
  return [...new Set(claims.filter((c) => c.rule === rule.id).map(written))].sort();
}

describe('every rule reads its own examples', () => {
  test.each(
    knowledge.rules.flatMap((rule) =>
      rule.fires.map((example) => ({ id: rule.id, text: example.text, rule, claims: example.claims })),
    ),
  )('$id reads $text', ({ rule, text, claims }) => {
    expect(claimsBy(rule, text)).toEqual([...new Set(claims)].sort());
  });
});

describe('every rule keeps silent where it must', () => {
  test.each(knowledge.rules.flatMap((rule) => rule.silent.map((text) => ({ id: rule.id, text, rule }))))(
    '$id is silent on $text',
    ({ rule, text }) => {
      expect(claimsBy(rule, text)).toEqual([]);
    },
  );
});
