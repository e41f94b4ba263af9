import type { Speech, Token } from '../types.ts';

/** Whether a name is one of somebody who may speak: an app, a wallet, a company or an agency. */
export const isParty = (t: Token): boolean =>
  t.class === 'app' || t.class === 'company' || t.class === 'regulator' || t.class === 'payment';

/** As what a party speaks. */
export const officeOf = (party: Token): Extract<Speech['type'], 'regulator' | 'official'> =>
  party.class === 'regulator' ? 'regulator' : 'official';
