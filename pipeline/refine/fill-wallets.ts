import { type Draft, LETTER, type Segment, type Sentence, type Token } from '../types.ts';
import type { Ask } from './ask.ts';
import type { Discourse } from './discourse.ts';
import { isPayment } from './look.ts';
import { redraft } from './redraft.ts';

/** Fills the wallets that a clause leaves out; at least two must be known. What is on trial stays so where it reaches more places. */
export function fillWallets(ask: Ask): Draft | null {
  const filled = wallets(ask);
  const { last } = ask.discourse;
  const text = ask.sentence.segments[ask.draft.segment]?.encoded ?? '';
  const goesOn = filled !== null && filled.status === 'open' && last !== null && isTrialOf(last, filled);
  return goesOn && REACHES_MORE.test(text) ? redraft(filled, { status: 'trial' }) : filled;
}

const REACHES_MORE = /扩(?:大|展|容)?(?:范围)?(?:到|至|向)|新增|增至/;

const isTrialOf = (last: Draft, { subjects, objects }: Draft): boolean =>
  last.relation === 'code-interop' &&
  last.status === 'trial' &&
  [...subjects, ...objects].every((id) => [...last.subjects, ...last.objects].includes(id));

function wallets({ draft, sentence, earlier, discourse }: Ask): Draft | null {
  if (draft.subjects.length > 1 && draft.objects.length > 0) return draft;
  const named = [...new Set([...unionpayIn(draft, sentence), ...draft.subjects, ...draft.objects])];
  const own = named.length > 0 ? named : speakerBefore(earlier, sentence);
  if (own.length > 1) return pair(draft, own, draft.firstSegment);
  const text = sentence.segments[draft.segment]?.encoded ?? '';
  const joiner = own.length === 1 && JOINED_TO.test(text) ? joinerBefore(earlier, own) : null;
  if (joiner !== null) return pair(draft, [joiner, ...own], draft.firstSegment);
  if (discourse.wallets.sentence === sentence.index)
    return pair(draft, [...own, ...partnersOf(own, text, sentence, discourse)], draft.firstSegment);
  const before = walletsBefore(earlier, own);
  if (before.ids.length > 1) return pair(draft, before.ids, before.segment ?? draft.firstSegment);
  const partners = partnersOf(before.ids, text, sentence, discourse);
  return pair(draft, [...before.ids, ...partners], before.segment ?? draft.firstSegment);
}

/** «与中国银联实现收款码互认»: codes are those of its wallet. */
function unionpayIn({ segment }: Draft, { encoded, segments }: Sentence): readonly string[] {
  const isPartner = (t: Token): boolean =>
    isUnionpay(t) &&
    (/[与和同跟]$/.test(encoded.slice(0, t.at)) || WITH_WALLET.test(encoded.slice(t.at + 1)));
  return segments[segment]?.tokens.some(isPartner) === true ? [UNIONPAY_WALLET] : [];
}

/** «银联与某钱包之间…». */
const WITH_WALLET = new RegExp(`^[与和跟同]${LETTER.payment}`);

const UNIONPAY_WALLET = 'unionpay-quickpass';
const isUnionpay = ({ ids: [id] }: Token): boolean => id === 'unionpay';

/** «银联表示，和某钱包的互认…», «甲与乙已互认，跟丙的互认…»: the one that the clauses before speak of joins another. */
const JOINED_TO = new RegExp(
  `^(?:而|但|不过|至于|此外|同时|[^，。；]{0,16}(?:推进|推动|开展|实现|深化|探索|加快|展开|进行|做好))?[和与跟同]${LETTER.payment}的`,
);

function joinerBefore(earlier: readonly Segment[], own: readonly string[]): string | null {
  for (const { tokens } of [...earlier].reverse()) {
    const token = tokens.find((t) => t.class === 'payment' || isUnionpay(t));
    const [id] = token?.ids ?? [];
    if (token === undefined || id === undefined) continue;
    if (own.includes(id)) return null;
    return isUnionpay(token) ? UNIONPAY_WALLET : id;
  }
  return null;
}

/** «某支付方面则告诉我们，年底前会把其余城市补齐»: the wallet whose people speak right before speaks of itself. */
function speakerBefore(earlier: readonly Segment[], { speeches }: Sentence): readonly string[] {
  const [token, more] = earlier.at(-1)?.tokens.filter((t) => t.class !== 'date') ?? [];
  const speaks = (id: string): boolean => speeches.some(({ entity }) => entity === id);
  return token?.class === 'payment' && more === undefined && token.ids.every(speaks) ? token.ids : [];
}

function pair(draft: Draft, ids: readonly string[], firstSegment: number): Draft | null {
  const [first, ...rest] = [...new Set(ids)];
  if (first === undefined || rest.length === 0) return null;
  return redraft(draft, { subjects: [first], objects: rest.slice(0, 3), firstSegment });
}

function walletsBefore(
  earlier: readonly Segment[],
  own: readonly string[],
): { ids: string[]; segment: number | null } {
  const ids = new Set(own);
  let segment: number | null = null;
  for (let i = earlier.length - 1; i >= 0 && ids.size < 2; i -= 1) {
    const size = ids.size;
    for (const t of earlier[i]?.tokens ?? []) {
      if (isUnionpay(t)) ids.add(UNIONPAY_WALLET);
      else if (isPayment(t)) for (const id of t.ids) ids.add(id);
    }
    if (ids.size > size) segment = i;
  }
  return { ids: [...ids], segment };
}

/** With one wallet named the one that the paragraph is about is the other, of two the clearing house's; with none, the last two. */
function partnersOf(
  named: readonly string[],
  text: string,
  sentence: Sentence,
  discourse: Discourse,
): readonly string[] {
  const wallets = discourse.wallets.block === sentence.block ? discourse.wallets.ids : [];
  const others = wallets.filter((id) => !named.includes(id));
  if (named.length === 0) return others;
  if (BOTH.test(text)) return others;
  if (SCANS_TOO.test(text)) return others.slice(-1);
  if (others.includes(UNIONPAY_WALLET)) return [UNIONPAY_WALLET];
  if (others.length > 0) return others.slice(0, 1);
  return discourse.payments.block === sentence.block
    ? discourse.payments.ids.filter((id) => !named.includes(id)).slice(0, 1)
    : [];
}

/** «丙跟两家早已打通»: the two wallets told before. */
const BOTH = /[跟与和同](?:这|那)?(?:两家|二者|两者|它们|双方)/;

/** «甲不能扫乙的码，丙也不能»: the third wallet scans, the second is scanned. */
const SCANS_TOO = new RegExp(
  `^${LETTER.payment}(?:也|同样|还|照样|的用户|则|却|就|仍|暂时)*(?:不能|能|可以|不行|扫不了|不可以|不支持|不在(?:其列|此列|其中|内|列)|除外|例外)$`,
);
