import type { Store } from '../store/store.ts';
import type { ExportedClaim, Fact } from '../types.ts';

const LINKS_IN_GENERAL = 'external-links';

/**
 * Gives the facts about links in general in the app of a pair's claims; none where the pair is about something else.
 * They are looked up once for each app, as pairs come in the order of their apps.
 */
export function generalFacts(
  store: Store,
  originalOf: (articleId: string) => string,
): (claims: readonly ExportedClaim[]) => Promise<readonly Fact[]> {
  let known: { readonly subject: string; readonly facts: readonly Fact[] } | null = null;
  return async ([first]) => {
    if (first?.relation !== 'access' || first.object === LINKS_IN_GENERAL) return [];
    if (known?.subject !== first.subject) {
      const { factsOf } = await import('../facts/facts.ts');
      const some: ExportedClaim[] = [];
      for await (const claim of store.claims({ subject: [first.subject], object: [LINKS_IN_GENERAL] }))
        some.push(claim);
      known = { subject: first.subject, facts: factsOf(some, originalOf) };
    }
    return known.facts;
  };
}
