import type { Cues, Draft, Segment, Sentence, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import type { Discourse } from './discourse.ts';
import { isOfNobodyKnown } from './fill-payment.ts';
import { idsOf, isPayment, isShop, lastIn, near, ROOMS } from './look.ts';
import { redraft } from './redraft.ts';
import { speaksOfLinks } from './thing.ts';

/**
 * «淘宝可以。天猫也可以。», «京东我找了两遍，没见着» where one way to pay is looked for: a verdict that names a shop and nothing
 * that is opened is about paying there. Null where the verdict is about something else.
 */
export function asPaying(ask: Ask): Draft | null {
  const { draft, sentence, earlier, discourse, knowledge } = ask;
  const told = draft.relation === 'access' && draft.topical && draft.frame === 'use';
  const own = sentence.segments[draft.segment];
  if (!(told || draft.frame === 'round') || own === undefined || !looksForWay(sentence, discourse))
    return null;
  if (draft.scenes.length > 0 || isOfOther(sentence, discourse, knowledge.cues)) return null;
  if (own.tokens.some((t) => t.ids.some((id) => ROOMS.has(id)))) return null;
  if (!STATES.has(draft.status)) return null;
  if (!own.tokens.some(isShop) && isOfNobodyKnown(draft, own, knowledge.cues)) return null;
  const objects =
    draft.frame === 'round'
      ? wayLookedFor(own, earlier, sentence, discourse)
      : sentence.tokens.some(isPayment) || discourse.payments.block !== sentence.block
        ? []
        : discourse.payments.ids;
  const subjects = shopsAsked(ask, own).filter((id) => !objects.some((o) => knowledge.ownerOf.get(o) === id));
  if (subjects.length === 0 || objects.length !== 1) return null;
  return redraft(draft, { relation: 'acceptance', frame: 'takes', subjects, objects });
}

const STATES: ReadonlySet<string> = new Set(['open', 'closed', 'limited']);

/** A sentence on links, on signing in, on mini-programs or on codes. */
const isOfOther = ({ encoded, tokens }: Sentence, { codes }: Discourse, cues: Cues): boolean =>
  speaksOfLinks(encoded, cues) ||
  cues.has('opens-or-signs-in', encoded) ||
  tokens.some((t) => t.class === 'scene' && t.ids.some((id) => OTHER_SCENES.has(id))) ||
  (codes && cues.has('scans-code', encoded));
const OTHER_SCENES: ReadonlySet<string> = new Set([
  'mini-program',
  'login',
  'share',
  'search',
  'official-account',
]);

/** The shops that the sentence named last; those of the sentence before where a round goes on without a name. */
function shopsAsked(
  { draft, sentence, earlier, discourse, knowledge }: Ask,
  own: Segment,
): readonly string[] {
  const { groupOf, cues } = knowledge;
  const isSeller = (t: Token): boolean => isShop(t) && !t.ids.some((id) => ROOMS.has(id) || groupOf.has(id));
  const named = [...earlier, own].findLast((s) => s.tokens.some(isSeller))?.tokens.filter(isSeller) ?? [];
  const isElsewhere =
    sentence.speeches.some(({ type }) => type !== 'test' && type !== 'user') ||
    sentence.tokens.some((t) => t.class === 'app' || t.class === 'company' || t.class === 'group');
  if (named.length > 0 || draft.frame !== 'round' || isElsewhere) return idsOf(named);
  if (cues.has('counter', sentence.encoded)) return [];
  const { shops } = discourse;
  const follows = shops.block === sentence.block && sentence.index - shops.sentence <= 1;
  return follows ? shops.ids.filter((id) => !ROOMS.has(id)) : [];
}

/**
 * The way to pay that the clauses before name - one alone where the clause names a shop, since another may have been offered
 * in its stead -, else the one that is looked for. None where the clause names one itself.
 */
function wayLookedFor(
  own: Segment,
  earlier: readonly Segment[],
  sentence: Sentence,
  discourse: Discourse,
): readonly string[] {
  const { payments } = discourse;
  if (own.tokens.some(isPayment)) return [];
  if (!own.tokens.some(isShop)) {
    const last = lastIn(earlier, isPayment);
    if (last !== null) return last.ids;
    const goesOn = earlier.some((s) => s.tokens.some(isShop)) && near(payments, sentence, discourse);
    return goesOn || payments.block === sentence.block ? payments.ids : [];
  }
  const before = idsOf(earlier.flatMap((s) => s.tokens.filter(isPayment)));
  if (before.length > 0) return before;
  return near(payments, sentence, discourse) ? payments.ids : [];
}

/** Ways to pay that are apps in which much else is opened. */
export const HOUSES: ReadonlySet<string> = new Set(['alipay', 'wechat-pay']);

/** Whether the text is about paying: it was, or it has told of a way to pay that is nothing else and of no links yet. */
export const looksForWay = (sentence: Sentence, discourse: Discourse): boolean =>
  discourse.topic === 'acceptance' ||
  (discourse.topic === null &&
    !discourse.payments.ids.some((id) => HOUSES.has(id)) &&
    near(discourse.payments, sentence, discourse));
