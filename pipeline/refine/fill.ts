import type { Document, Draft, Knowledge, Segment, Sentence } from '../types.ts';
import type { Discourse, Remembered } from './discourse.ts';

/** Scenes that stand in one app only when nothing else is said. */
const SCENE_HOST: Readonly<Record<string, string>> = { moments: 'wechat', 'official-account': 'wechat' };
const LINK_WORD = /链接|网址|外链/;
/** «这两款软件», «双方», «两者»: the last two that were named. */
const BOTH = /(?:这|那)[两几三]款?(?:软件|应用|App|平台|产品|家)|两款(?:软件|应用)|两家/;
/** How many sentences back a reader still has the place and the thing in mind. */
const NEAR = 4;

/** Fills what a draft leaves out, or gives null where a reader would not know either. */
export function fill(draft: Draft, sentence: Sentence, discourse: Discourse, document: Document, knowledge: Knowledge): Draft | null {
  const filled = draft.relation === 'access' ? fillAccess(draft, sentence, discourse, document) : fillPayment(draft, sentence, discourse);
  if (filled === null) return null;
  if (filled.relation !== 'access' && filled.relation !== 'acceptance') return filled;
  const toApps = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => knowledge.groupOf.get(id) ?? id))];
  return { ...filled, subjects: toApps(filled.subjects), objects: toApps(filled.objects) };
}

function fillAccess(draft: Draft, sentence: Sentence, discourse: Discourse, document: Document): Draft | null {
  const earlier = sentence.segments.slice(0, draft.segment);
  const text = document.twin.slice(sentence.start, sentence.end);
  let { subjects, objects } = draft;
  let first = draft.firstSegment;
  const scenes = scenesOf(draft, sentence, discourse);
  if (subjects.length === 0) {
    const found = lastIn(earlier, isPlace) ?? lastIn(earlier, (t) => isBareApp(t) && !objects.some((o) => t.ids.includes(o)));
    if (found !== null) {
      subjects = found.ids;
      first = Math.min(first, found.segment);
    }
  }
  if (subjects.length === 0) {
    const implied = scenes.map((s) => SCENE_HOST[s]).find((s) => s !== undefined);
    const remembered = near(discourse.hosts, sentence, discourse) ? discourse.hosts.ids : [];
    subjects = remembered.length > 0 ? remembered : implied === undefined ? [] : [implied];
    if (BOTH.test(text)) subjects = lastTwo(discourse, subjects);
  }
  if (objects.length === 0) {
    const found = lastIn(earlier, isThing) ?? lastIn(earlier, (t) => isBareApp(t) && !subjects.some((s) => t.ids.includes(s)));
    if (found !== null) {
      objects = found.ids.filter((o) => !subjects.includes(o));
      first = Math.min(first, found.segment);
    }
  }
  if (objects.length === 0 && discourse.section.things.length > 0) {
    objects = discourse.section.things.filter((o) => !subjects.includes(o));
  }
  if (objects.length === 0 && near(discourse.things, sentence, discourse)) {
    objects = discourse.things.ids.filter((o) => !subjects.includes(o));
  }
  if (objects.length === 0 && LINK_WORD.test(text)) objects = ['external-links'];
  const explicit = draft.subjects.length + draft.objects.length + draft.scenes.length > 0 || first < draft.firstSegment;
  const sameBlock = discourse.hosts.block === sentence.block || discourse.things.block === sentence.block;
  if (subjects.length === 0 || objects.length === 0 || (!explicit && !sameBlock)) return null;
  return { ...draft, subjects, objects, scenes, firstSegment: first };
}

function scenesOf(draft: Draft, sentence: Sentence, discourse: Discourse): readonly string[] {
  if (draft.scenes.length > 0) return draft.scenes;
  const found = lastIn(sentence.segments.slice(0, draft.segment), (t) => t.class === 'scene');
  if (found !== null) return found.ids;
  if (discourse.section.scenes.length > 0) return discourse.section.scenes;
  const carried = discourse.scenes.block === sentence.block && discourse.test?.block === sentence.block;
  return carried ? discourse.scenes.ids : [];
}

function fillPayment(draft: Draft, sentence: Sentence, discourse: Discourse): Draft | null {
  const earlier = sentence.segments.slice(0, draft.segment);
  let { subjects, objects } = draft;
  let first = draft.firstSegment;
  const isParty = (t: { class: string; mark: string }): boolean =>
    t.class === 'app' || t.class === 'group' || t.class === 'company';
  if (draft.relation === 'acceptance') {
    if (subjects.length === 0) {
      const found = lastIn(earlier, isParty);
      if (found !== null) {
        subjects = found.ids;
        first = Math.min(first, found.segment);
      } else if (near(discourse.shops, sentence, discourse)) subjects = discourse.shops.ids;
    }
    if (objects.length === 0) {
      const found = lastIn(earlier, (t) => t.class === 'payment');
      if (found !== null) {
        objects = found.ids;
        first = Math.min(first, found.segment);
      } else if (near(discourse.payments, sentence, discourse)) objects = discourse.payments.ids;
    }
    if (subjects.length === 0 || objects.length === 0) return null;
  }
  if (draft.relation === 'code-interop') {
    const wallets = new Set([...subjects, ...objects]);
    for (const segment of [...earlier].reverse()) {
      if (wallets.size >= 2) break;
      for (const t of segment.tokens) if (t.class === 'payment') t.ids.forEach((id) => void wallets.add(id));
      first = Math.min(first, sentence.segments.indexOf(segment));
    }
    if (wallets.size < 2 && discourse.payments.block === sentence.block) discourse.payments.ids.forEach((id) => void wallets.add(id));
    const [a, ...rest] = [...wallets];
    if (a === undefined || rest.length === 0) return null;
    subjects = [a];
    objects = rest;
  }
  if (subjects.length === 0 && (draft.frame === 'publish' || draft.frame === 'pledge')) {
    const speaker = sentence.speeches.find((s) => s.entity !== null && s.firstSegment <= draft.segment);
    if (speaker?.entity == null) return null;
    subjects = [speaker.entity];
  }
  if (subjects.length === 0) return null;
  if (draft.relation === 'order' && objects.length === 0) return null;
  return { ...draft, subjects, objects, firstSegment: first };
}

type Wanted = (token: Segment['tokens'][number]) => boolean;

const isPlace: Wanted = (t) =>
  (t.class === 'app' || t.class === 'group') && (t.mark === 'host' || t.mark === 'destination' || t.mark === 'agent');
const isThing: Wanted = (t) =>
  t.mark === 'object' && (t.class === 'app' || t.class === 'group' || t.class === 'link-class' || t.class === 'company');
const isBareApp: Wanted = (t) => (t.class === 'app' || t.class === 'group') && t.mark === 'bare';

/** The nearest earlier segment that has wanted tokens, and their ids. */
function lastIn(segments: readonly Segment[], wanted: Wanted): { ids: string[]; segment: number } | null {
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const tokens = segments[i]?.tokens.filter(wanted) ?? [];
    if (tokens.length > 0) return { ids: [...new Set(tokens.flatMap((t) => t.ids))], segment: i };
  }
  return null;
}

function near(memory: Remembered, sentence: Sentence, discourse: Discourse): boolean {
  if (memory.ids.length === 0) return false;
  if (memory.block === sentence.block || sentence.index - memory.sentence <= NEAR) return true;
  return discourse.test !== null || discourse.notice !== null;
}

function lastTwo(discourse: Discourse, subjects: readonly string[]): readonly string[] {
  return [...new Set([...subjects, ...discourse.shops.ids])].slice(0, 2);
}
