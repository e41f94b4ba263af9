import type { Statement, Sureness } from '../types.ts';

/**
 * How far claims of one mind may be relied on, in four steps and no figures:
 * `hearsay` — only unnamed sources; `reported` — one outlet, users or an expert; `backed` — a party or a regulator
 * says so, or somebody tried it, or two outlets report it, or a person has accepted or edited the claim;
 * `confirmed` — two outlets tried it, or one tried it and a party, a regulator or another outlet says the same.
 * Reposts are not among `claims`.
 */
export function surenessOf<C extends Statement>(
  claims: readonly C[],
  reviewed: number,
  outletOf: (claim: C) => string,
): Sureness {
  const outlets = (...types: string[]): Set<string> =>
    new Set(claims.filter((c) => types.includes(c.attribution.type)).map(outletOf));
  const party = claims.some((c) => c.attribution.type === 'official' || c.attribution.type === 'regulator');
  const tests = outlets('test');
  const reports = outlets('test', 'media');
  if (tests.size > 0 && (party || reports.size > 1)) return 'confirmed';
  if (party || tests.size > 0 || reports.size > 1) return 'backed';
  if (claims.every((c) => c.attribution.type === 'rumour')) return 'hearsay';
  return reviewed > 0 ? 'backed' : 'reported';
}
