import type { Speech, Token } from '../types.ts';

/** The types of names of those who may speak: an app, a wallet, a company or an agency. */
export const SPEAKERS: ReadonlySet<string> = new Set(['app', 'company', 'regulator', 'payment']);

/** Whether a name is one of somebody who may speak. */
export const maySpeak = (t: Token): boolean => SPEAKERS.has(t.class);

/** As what a party speaks. */
export const officeOf = (party: Token): Extract<Speech['type'], 'regulator' | 'official'> =>
  party.class === 'regulator' ? 'regulator' : 'official';
