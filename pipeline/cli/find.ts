import type { Store, StoredArticle, StoredClaim } from '../store/store.ts';
import { type Fault, misuse } from './fault.ts';

/** The one claim whose id begins with `what`; null where there is none. Throws a fault where there are several. */
export async function findClaim(store: Store, what: string): Promise<StoredClaim | null> {
  if (!/^c[0-9a-f]{3,}$/.test(what)) return null;
  const claims = await store.findClaims(what);
  if (claims.length > 1)
    throw misuse(`${what}: ${claims.length} claims begin so, such as ${ids(claims)}; say more of the id`);
  return claims[0] ?? null;
}

const ids = (claims: readonly StoredClaim[]): string =>
  claims
    .slice(0, 3)
    .map((c) => c.claim.id)
    .join(', ');

/** Said where `findClaim` has found nothing. */
export const noClaim = (what: string): Fault =>
  misuse(
    /^c[0-9a-f]{0,2}$/.test(what)
      ? `${what}: is too short; give four signs or more of a claim's id`
      : `${what}: no claim of that id; «pipeline show ARTICLE» lists an article's`,
  );

/** The one article that `what` names by path, part of the path, or id; null where there is none. */
export async function findArticle(store: Store, what: string): Promise<StoredArticle | null> {
  const articles = await store.findArticles(what);
  const exact = articles.find((a) => a.path === what || a.id === what);
  if (exact !== undefined) return exact;
  if (articles.length > 1) {
    const some = articles.slice(0, 3).map((a) => a.path);
    throw misuse(
      `${what}: stands for ${articles.length} articles, such as ${some.join(', ')}; say more of the path`,
    );
  }
  return articles[0] ?? null;
}

/** A claim or an article, whichever `what` names. */
export async function findOne(store: Store, what: string): Promise<StoredClaim | StoredArticle | null> {
  return (await findClaim(store, what)) ?? (await findArticle(store, what));
}
