import type { Mention, TokenClass } from '../types.ts';

/** Card networks: companies that stand in a sentence for their cards. */
const CARDS = new Set(['visa', 'mastercard', 'jcb', 'amex', 'discover']);

/** As what rules see a mention. */
export function classOf({ kind, id, type }: Mention): TokenClass {
  if (kind !== 'entity') return kind === 'date' ? 'date' : 'scene';
  return CARDS.has(id) ? 'payment' : (type ?? 'app');
}
