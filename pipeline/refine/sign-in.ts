import type { Token } from '../types.ts';
import { type Ask, type Found, recalled } from './ask.ts';
import { lastIn } from './look.ts';

/** «优酷倒让我意外，登录页上居然还有微信»: the app of which the sentence on signing in speaks. */
export function loginHead(ask: Ask): Found | null {
  if (ask.draft.frame !== 'login') return null;
  return lastIn(ask.earlier, (t) => t.class === 'app' && t.mark === 'bare' && !isAccount(t, ask));
}

/** Whether one signs in with the app and not to it; behind «登录页» all names are those of accounts. */
export const isAccount = (t: Token, { draft, sentence: { encoded } }: Ask): boolean =>
  /^(?:的|账号|帐号|授权|扫码|一键|也|都|能|可以|照样)*(?:登|账号|帐号|那条路|这条路|图标|按钮|还在|没了)/.test(
    encoded.slice(t.at + 1),
  ) ||
  /(?:[认用收有]|支持|授权|找不到|看不到|没了|少了|登[录陆](?:页面?|界面|框)[^，]{0,8})$/.test(
    encoded.slice(0, t.at),
  ) ||
  t.ids.some((id) => draft.objects.includes(id));

/** The app that one signs in to: the one of the last login, as long as the clause names no other. */
export function signedIn({ draft, discourse, sentence }: Ask): Found | null {
  const { last } = discourse;
  const near = last !== null && last.frame === 'login' && sentence.index - discourse.lastClaim.sentence <= 2;
  return draft.frame === 'login' && near
    ? recalled(last.subjects.filter((id) => !draft.objects.includes(id)))
    : null;
}
