import type { ExportedClaim } from '../types.ts';
import { articleIdOf } from './evaluate.ts';

/** What became of the reviewed claims. */
export interface ReviewedGold {
  /** Lines of a gold file. */
  readonly lines: readonly string[];
  readonly articles: number;
  readonly claims: number;
  /** Articles that have claims which nobody has decided on: in a gold file those would count as false. */
  readonly unfinished: number;
}

/**
 * Makes a gold file of what people have decided: accepted and edited claims as they read now, a bare line for an
 * article whose claims are all rejected. Articles that are not reviewed to their end are left out.
 */
export async function goldFromReviews(claims: AsyncIterable<ExportedClaim>): Promise<ReviewedGold> {
  const byArticle = new Map<string, ExportedClaim[]>();
  for await (const claim of claims) {
    const id = articleIdOf(claim.article.path);
    const own = byArticle.get(id);
    if (own === undefined) byArticle.set(id, [claim]);
    else own.push(claim);
  }
  const finished = [...byArticle].filter(([, own]) => own.every((c) => c.review.state !== 'unreviewed'));
  const right = finished.map(([id, own]) => ({ id, own: own.filter((c) => c.review.state !== 'rejected') }));
  const lines = right.flatMap(({ id, own }) =>
    own.length === 0 ? [JSON.stringify({ article: id })] : own.map((claim) => goldLine(id, claim)),
  );
  return {
    lines,
    articles: finished.length,
    claims: right.reduce((sum, { own }) => sum + own.length, 0),
    unfinished: byArticle.size - finished.length,
  };
}

function goldLine(article: string, claim: ExportedClaim): string {
  const { relation, subject, object, scene, status, date, deadline, attribution, conditions, evidence } =
    claim;
  const { quote } = evidence;
  return JSON.stringify({
    article,
    relation,
    subject,
    object,
    scene,
    status,
    date,
    deadline,
    attribution,
    conditions,
    quote,
    optional: false,
  });
}
