import type { Token } from '../types.ts';
import { type Ask, type Found, recalled } from './ask.ts';
import { isListed, lastIn } from './look.ts';

/** «优酷倒让我意外，登录页上居然还有微信», «盒马：只能用支付宝登录»: the app of which the sentence on signing in speaks. */
export function loginHead(ask: Ask): Found | null {
  if (ask.draft.frame !== 'login') return null;
  const isHead = (t: Token): boolean => t.mark === 'bare' || isListed(t, ask.sentence);
  return lastIn(ask.earlier, (t) => t.class === 'app' && isHead(t) && !isAccount(t, ask));
}

/** Whether one signs in with the app and not to it; behind «登录页» all names are those of accounts. */
export const isAccount = (t: Token, { draft, sentence: { encoded }, knowledge }: Ask): boolean =>
  knowledge.cues.startOf('as-account', encoded.slice(t.at + 1)) > 0 ||
  knowledge.cues.endOf('takes-account', encoded.slice(0, t.at)) > 0 ||
  t.ids.some((id) => draft.objects.includes(id));

/** The app that one signs in to: the one of the last login, as long as the clause names no other. */
export function signedIn({ draft, discourse, sentence }: Ask): Found | null {
  const { last } = discourse;
  const near = last !== null && last.frame === 'login' && sentence.index - discourse.lastClaim.sentence <= 2;
  return draft.frame === 'login' && near
    ? recalled(last.subjects.filter((id) => !draft.objects.includes(id)))
    : null;
}

/** «豆瓣脱胎于知乎的小组，可以用知乎账号登录»: with whose account one signs in is not where. */
export const isAccountSigned = (ids: readonly string[], { draft }: Ask): boolean =>
  draft.frame === 'login' && ids.every((id) => draft.objects.includes(id));
