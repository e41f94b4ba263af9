import type { Cues, Document, Draft, Knowledge, Sentence } from '../types.ts';
import { fillActor, fillOrder } from './actors.ts';
import type { Ask } from './ask.ts';
import { withBesides } from './besides.ts';
import type { Discourse, Remembered } from './discourse.ts';
import { fillAccess } from './fill-access.ts';
import { answersOfPaying, fillAcceptance, fillHolder } from './fill-payment.ts';
import { fillOther, fillSame, fillSuch } from './fill-same.ts';
import { fillScan } from './fill-scan.ts';
import { fillWallets } from './fill-wallets.ts';
import { isTold } from './framed.ts';
import { asPaying, HOUSES, looksForWay } from './paying.ts';
import { redraft } from './redraft.ts';
import { isInSearch } from './scene.ts';
import { fillAnswer, isLive } from './table.ts';
import { speaksOfLinks } from './thing.ts';
import { fillScanned, isScanned } from './till.ts';
import { CARDS } from './wallet-told.ts';

/** Fills what a draft leaves out, or gives null where a reader would not know either. */
export function fill(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  knowledge: Knowledge,
): Draft | null {
  const ask = {
    draft,
    sentence,
    earlier: sentence.segments.slice(0, draft.segment),
    discourse,
    document,
    knowledge,
  };
  if (draft.frame === 'same') return fillSame(draft, sentence, discourse, knowledge);
  if (draft.frame === 'other') return fillOther(draft, sentence, discourse, knowledge);
  if (draft.frame === 'such') return fillSuch(draft, sentence, discourse, knowledge);
  if (draft.frame === 'holds') return fillHolder(ask);
  if (draft.relation === 'acceptance' && draft.topical && isScanned(ask)) return null;
  const told = isTold(draft);
  const answer = told ? null : fillAnswer(draft, sentence, discourse, knowledge.cues);
  if (answer !== null) return answer;
  const paid = told ? null : asPaying(ask);
  if (paid !== null || draft.frame === 'round') return paid;
  const answers = draft.relation === 'acceptance' && answersOfPaying(sentence, document, knowledge.cues);
  const inRound = draft.rule.endsWith('search-in-round') && isInSearch(ask);
  const onTopic = answers || inRound || isTopic(draft, sentence, discourse, knowledge.cues);
  if (draft.topical && !draft.asked && !onTopic) return null;
  if (draft.frame === 'scans') return amongWallets(fillScan(ask) ?? fillScanned(ask));
  if (draft.frame === 'scanned') return amongWallets(fillScanned(ask));
  switch (draft.relation) {
    case 'access':
      return toApps(withBesides(fillAccess(ask), ask), knowledge);
    case 'acceptance':
      return toApps(askedOfWallet(fillAcceptance(ask)), knowledge);
    case 'code-interop':
      return amongWallets(fillWallets(ask));
    case 'order':
      return fillOrder(draft, sentence, discourse, document, knowledge);
    case 'policy':
    case 'pledge':
      return ofPlatforms(fillActor(draft, sentence, discourse, document, knowledge), document, knowledge);
    default:
      return isTakenUp(ask) || isListedOn(ask) ? null : launched(ask);
  }
}

/** A card reads no codes, whatever wallet holds it; the codes of a house are those of its wallet. */
function amongWallets(draft: Draft | null): Draft | null {
  if (draft === null || [...draft.subjects, ...draft.objects].some((id) => CARDS.has(id))) return null;
  return redraft(draft, { subjects: draft.subjects.map(walletOf), objects: draft.objects.map(walletOf) });
}
/** «已向财付通提交材料»: what a shop asks the house for is its wallet. */
const askedOfWallet = (draft: Draft | null): Draft | null =>
  draft?.status === 'pending' ? redraft(draft, { objects: draft.objects.map(walletOf) }) : draft;

const walletOf = (id: string): string => (id === 'tenpay' ? 'wechat-pay' : id);

/** «这款助手在12月1日亮相»: the one assistant of the article, or the app with which the paragraph opens. */
function launched({ draft, sentence, discourse: { assistant, opener }, knowledge }: Ask): Draft | null {
  if (draft.subjects.length > 0) return draft;
  const before = sentence.encoded.slice(0, draft.match.start);
  const pointsBack = knowledge.cues.has('this-app', before);
  if (pointsBack && opener.block === sentence.block) return redraft(draft, { subjects: opener.ids });
  const meant = assistant !== null && knowledge.cues.has('assistant-called', before);
  return meant ? redraft(draft, { subjects: [assistant] }) : null;
}

/** «唯品会公告称，云闪付已经上线»: a way to pay that somebody else's app takes up is no product that comes out. */
function isTakenUp({ draft, sentence, discourse, knowledge: { ownerOf, typeOf, cues } }: Ask): boolean {
  const [product] = draft.subjects;
  if (product === undefined || typeOf.get(product) !== 'payment') return false;
  const owner = ownerOf.get(product);
  const { shops, topic } = discourse;
  const ofOthers = shops.block === sentence.block && !shops.ids.some((id) => ownerOf.get(id) === owner);
  if (topic === 'acceptance' && ofOthers && !sentence.tokens.some((t) => t.ids.some((id) => id === owner)))
    return true;
  if (owner && sentence.tokens.some((t) => t.ids.includes(owner) && t.at < draft.match.start)) return false;
  const { start, end } = draft.match;
  return (
    cues.has('taken-up', sentence.encoded.slice(start, end)) &&
    sentence.tokens.some(
      (t) =>
        (t.class === 'app' || t.class === 'company') &&
        t.at < end &&
        t.ids.some((id) => id !== product && (ownerOf.get(id) ?? id) !== (owner ?? product)),
    )
  );
}

/** «甲去年11月接入云闪付。乙今年上线。»: another shop of those that take up a way to pay, and nothing new of its own. */
const isListedOn = ({
  draft: { subjects, match },
  sentence,
  discourse,
  knowledge: { typeOf },
}: Ask): boolean =>
  discourse.topic === 'acceptance' &&
  discourse.last?.relation === 'acceptance' &&
  discourse.lastClaim.sentence >= sentence.index - 2 &&
  /上线$/.test(sentence.encoded.slice(match.start, match.end)) &&
  subjects.every((id) => typeOf.get(id) === 'app');

/** «国务院办公厅印发《…防控方案》»: in an article that names no app, links or way to pay an office's paper is about something else. */
function ofPlatforms(
  draft: Draft | null,
  { mentions, sentences }: Document,
  { typeOf }: Knowledge,
): Draft | null {
  const byOffice = draft?.subjects.every((id) => typeOf.get(id) === 'regulator') === true;
  const isNamed = mentions.some((m) => m.type !== null && MATTERS.has(m.type));
  return byOffice && !isNamed && sentences.length > SHORT ? null : draft;
}

const MATTERS: ReadonlySet<string> = new Set(['app', 'payment', 'link-class', 'group']);
/** So few sentences say too little of what they are about. */
const SHORT = 4;

/** A company named for its apps stands for all of them. */
function toApps(draft: Draft | null, knowledge: Knowledge): Draft | null {
  if (draft === null) return null;
  const app = (id: string): string =>
    draft.relation === 'access' ? id.replace(/-merchants$/, '') : (knowledge.groupOf.get(id) ?? id);
  const apps = (ids: readonly string[]): string[] => [
    ...new Set(ids.map((id) => knowledge.groupOf.get(id) ?? app(id))),
  ];
  const { subjects, objects } = ofTwoHouses(draft, knowledge);
  if (subjects.length < draft.subjects.length && subjects.length === 0) return null;
  if (objects.length < draft.objects.length && objects.length === 0) return null;
  return redraft(draft, { subjects: apps(subjects), objects: apps(objects) });
}

/** «腾讯放开微信限制», «微信解封了微视及腾讯投资的快手»: a company beside an app of its own is whose that is, and no side. */
function ofTwoHouses(
  { relation, subjects, objects }: Draft,
  { typeOf, ownerOf }: Knowledge,
): Pick<Draft, 'subjects' | 'objects'> {
  if (relation !== 'access') return { subjects, objects };
  const apart = (ids: readonly string[], others: readonly string[]): string[] =>
    ids.filter(
      (id) => typeOf.get(id) !== 'company' || ![...others, ...ids].some((o) => ownerOf.get(o) === id),
    );
  return { subjects: apart(subjects, objects), objects: apart(objects, subjects) };
}

/** Named in the sentence before, of the same paragraph. */
const toldLast = ({ block, sentence: at }: Remembered, sentence: Sentence): boolean =>
  block === sentence.block && at >= sentence.index - 1;

/** «高德接入京东，点了即可下单；饿了么早就已进驻»: one orders in what was opened, and that is no matter of paying yet. */
const goesOnOpening = (
  { relation, frame, objects }: Draft,
  { index, tokens }: Sentence,
  { last, lastClaim }: Discourse,
): boolean =>
  relation === 'access' &&
  frame !== 'login' &&
  objects.length > 0 &&
  last?.relation === 'access' &&
  last.frame !== 'login' &&
  index - lastClaim.sentence <= 1 &&
  !tokens.some((t) => t.class === 'payment');

/** «Apple Pay进入中国大陆，美团首日即宣布支持»: the sentence has told of a way to pay that is nothing else, and of no links. */
const tellsOfWay = ({ match }: Draft, { tokens, encoded }: Sentence, cues: Cues): boolean =>
  tokens.some((t) => t.class === 'payment' && t.at < match.start && !t.ids.some((id) => HOUSES.has(id))) &&
  !speaksOfLinks(encoded, cues) &&
  !cues.has('opens-or-signs-in', encoded) &&
  !cues.has('not-a-purchase', encoded);

/** Whether the text is about the draft's relation already; a sentence that speaks of links is about access. */
const isTopic = (draft: Draft, sentence: Sentence, discourse: Discourse, cues: Cues): boolean =>
  ((discourse.trying || isLive(sentence, discourse)) &&
    discourse.topic === null &&
    draft.relation === 'access' &&
    draft.frame !== 'login') ||
  discourse.topic === (draft.frame === 'login' ? 'login' : draft.relation) ||
  (draft.relation === 'acceptance' &&
    draft.status !== 'planned' &&
    (((discourse.topic === null || discourse.topic === 'code-interop') &&
      toldLast(discourse.payments, sentence)) ||
      looksForWay(sentence, discourse) ||
      tellsOfWay(draft, sentence, cues))) ||
  goesOnOpening(draft, sentence, discourse) ||
  (draft.relation === 'access' &&
    draft.frame !== 'login' &&
    !(discourse.topic === 'acceptance' && sentence.tokens.some((t) => t.class === 'payment')) &&
    (speaksOfLinks(sentence.encoded, cues) ||
      /[打点]开/.test(sentence.segments[draft.segment]?.encoded ?? '')));
