import type { Document, Draft, Knowledge, Sentence } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { fillAccess } from './fill-access.ts';
import { fillSame } from './fill-same.ts';
import { speaksOfLinks } from './thing.ts';
import { isPayment, isShop, lastIn, near } from './look.ts';

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
  if (draft.frame === 'same') return fillSame(draft, sentence, discourse);
  if (draft.topical && !isTopic(draft, sentence, discourse)) return null;
  switch (draft.relation) {
    case 'access':
      return toApps(fillAccess(ask), knowledge);
    case 'acceptance':
      return toApps(fillAcceptance(draft, sentence, discourse, knowledge), knowledge);
    case 'code-interop':
      return fillWallets(draft, sentence, discourse);
    case 'order':
      return draft.subjects.length > 0 && draft.objects.length > 0 ? draft : null;
    case 'policy':
    case 'pledge':
      return fillActor(draft, sentence, discourse);
    default:
      return draft.subjects.length > 0 ? draft : null;
  }
}

/** A company named for its apps stands for all of them. */
function toApps(draft: Draft | null, knowledge: Knowledge): Draft | null {
  if (draft === null) return null;
  const app = (id: string): string =>
    draft.relation === 'access' ? id.replace(/-merchants$/, '') : (knowledge.groupOf.get(id) ?? id);
  const apps = (ids: readonly string[]): string[] => [
    ...new Set(ids.map((id) => knowledge.groupOf.get(id) ?? app(id))),
  ];
  return { ...draft, subjects: apps(draft.subjects), objects: apps(draft.objects) };
}

function fillAcceptance(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
): Draft | null {
  const earlier = sentence.segments.slice(0, draft.segment);
  const shop = draft.subjects.length > 0 ? null : lastShop(earlier);
  const payment = draft.objects.length > 0 ? null : lastIn(earlier, isPayment);
  const recalled = (memory: Discourse['shops']): readonly string[] =>
    near(memory, sentence, discourse) ? memory.ids : [];
  const own = sentence.segments[draft.segment]?.encoded ?? '';
  const carried = shop?.ids ?? recalled(discourse.shops);
  const subjects =
    draft.subjects.length > 0
      ? draft.subjects
      : MERCHANTS.test(own)
        ? merchantsOf(carried, knowledge)
        : carried;
  const objects = draft.objects.length > 0 ? draft.objects : (payment?.ids ?? recalled(discourse.payments));
  if (subjects.length === 0 || objects.length === 0) return null;
  const firstSegment = Math.min(
    draft.segment,
    shop?.segment ?? draft.segment,
    payment?.segment ?? draft.segment,
  );
  return { ...draft, subjects, objects, firstSegment };
}

/** «平台商家», «这家小店»: not the platform itself but those who sell on it. */
const MERCHANTS = /商家|商户|店铺|小店|卖家|店家/;

const merchantsOf = (ids: readonly string[], knowledge: Knowledge): string[] =>
  ids.map((id) => (knowledge.typeOf.has(`${id}-merchants`) ? `${id}-merchants` : id));

function lastShop(earlier: Sentence['segments']): { ids: readonly string[]; segment: number } | null {
  for (let i = earlier.length - 1; i >= 0; i -= 1) {
    const shop = earlier[i]?.tokens.filter(isShop).at(-1);
    if (shop !== undefined) return { ids: shop.ids, segment: i };
  }
  return null;
}

function fillWallets(draft: Draft, sentence: Sentence, discourse: Discourse): Draft | null {
  const wallets = new Set([...draft.subjects, ...draft.objects]);
  let firstSegment = draft.firstSegment;
  for (let i = draft.segment - 1; i >= 0 && wallets.size < 2; i -= 1) {
    const before = wallets.size;
    for (const t of sentence.segments[i]?.tokens ?? [])
      if (isPayment(t)) for (const id of t.ids) wallets.add(id);
    if (wallets.size > before) firstSegment = i;
  }
  const recalled = discourse.wallets.block === sentence.block ? discourse.wallets.ids : [];
  if (wallets.size < 2) for (const id of recalled) wallets.add(id);
  if (wallets.size === 1 && discourse.payments.block === sentence.block)
    for (const id of discourse.payments.ids) wallets.add(id);
  const [first, ...rest] = wallets;
  if (first === undefined || rest.length === 0) return null;
  return { ...draft, subjects: [first], objects: rest.slice(0, 3), firstSegment };
}

function fillActor(draft: Draft, sentence: Sentence, discourse: Discourse): Draft | null {
  const own = sentence.speeches.find((s) => s.entity !== null && s.firstSegment <= draft.segment);
  const carried = discourse.speech?.block === sentence.block ? discourse.speech.speech.entity : null;
  const speaker = own?.entity ?? carried ?? null;
  if (draft.relation === 'pledge') {
    if (speaker === null || (own !== undefined && own.type !== 'official')) return null;
    return {
      ...draft,
      subjects: pledging(draft, sentence, speaker),
      firstSegment: Math.min(draft.firstSegment, own?.firstSegment ?? draft.segment),
    };
  }
  if (draft.subjects.length > 0) return draft;
  return speaker === null
    ? null
    : {
        ...draft,
        subjects: pledging(draft, sentence, speaker),
        firstSegment: own?.firstSegment ?? draft.firstSegment,
      };
}

/** All that speak in one list; «前者» and «后者» pick one of them. */
function pledging(draft: Draft, sentence: Sentence, speaker: string): readonly string[] {
  const together = sentence.tokens.find((t) => t.ids.includes(speaker) && t.ids.length > 1)?.ids ?? [speaker];
  const text = sentence.segments[draft.segment]?.encoded ?? '';
  if (text.startsWith('前者')) return together.slice(0, 1);
  return text.startsWith('后者') ? together.slice(1, 2) : together;
}

/** Whether the text is about the draft's relation already; a sentence that speaks of links is about access. */
const isTopic = (draft: Draft, sentence: Sentence, discourse: Discourse): boolean =>
  discourse.topic === draft.relation || (draft.relation === 'access' && speaksOfLinks(sentence.encoded));
