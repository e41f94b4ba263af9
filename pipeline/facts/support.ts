import type { AttributionType, FactSource, Statement, Support } from '../types.ts';
import { publishedAt } from './days.ts';
import { groupBy } from './matter.ts';
import { surenessOf } from './sureness.ts';

/** Gives the article that an article repeats, or its own id. */
export type OriginalOf = (articleId: string) => string;

export const noReposts: OriginalOf = (articleId) => articleId;

/** Speakers by weight: what those who decide say, what was tried, what is reported, what is heard. */
const WEIGHT: readonly AttributionType[] = [
  'regulator',
  'official',
  'test',
  'media',
  'expert',
  'user',
  'rumour',
];

/** Who stands behind these claims. They are of one mind; none of them is rejected. */
export function supportOf<C extends Statement>(claims: readonly C[], originalOf: OriginalOf): Support<C> {
  const sources = sourcesOf(claims, originalOf);
  const types = new Set(claims.map((c) => c.attribution.type));
  const reviewed = claims.filter((c) => c.review.state !== 'unreviewed').length;
  const firstHand = sources.flatMap((s) => s.claims);
  return {
    sources,
    reposts: sources.reduce((sum, s) => sum + new Set(s.reposts.map((c) => c.article.id)).size, 0),
    voices: new Set(firstHand.map((claim) => voiceOf(claim, originalOf))).size,
    speakers: WEIGHT.filter((type) => types.has(type)),
    reviewed,
    sureness: surenessOf(firstHand, reviewed, (claim) => outletOf(claim, originalOf)),
  };
}

const outletOf = (claim: Statement, originalOf: OriginalOf): string =>
  claim.article.publisher ?? originalOf(claim.article.id);

/**
 * Ten articles that quote one announcement are one voice, and so are ten that have heard the same unnamed people;
 * an outlet is one voice however often it writes.
 */
function voiceOf(claim: Statement, originalOf: OriginalOf): string {
  const { type } = claim.attribution;
  if (type === 'regulator' || type === 'official' || type === 'rumour') return type;
  return `outlet ${outletOf(claim, originalOf)}`;
}

function sourcesOf<C extends Statement>(claims: readonly C[], originalOf: OriginalOf): FactSource<C>[] {
  const sorted = claims
    .map((claim) => ({ claim, at: publishedAt(claim) }))
    .sort((a, b) => (a.at === b.at ? order(a.claim, b.claim) : a.at - b.at))
    .map(({ claim }) => claim);
  return [...groupBy(sorted, (c) => originalOf(c.article.id))].flatMap(([original, group]) => {
    const first = group.find((c) => c.article.id === original) ?? group[0];
    if (first === undefined) return [];
    const own = group.filter((c) => c.article.id === first.article.id);
    return [
      {
        article: first.article,
        claims: own,
        reposts: group.filter((c) => c.article.id !== first.article.id),
      },
    ];
  });
}

const order = (a: Statement, b: Statement): number =>
  a.article.path < b.article.path ? -1 : a.article.path > b.article.path ? 1 : 0;
