import type { Document, Draft, Knowledge, Sentence } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { isArrival, isBareApp, isPlace, isThing, lastIn, near } from './look.ts';

/** Scenes that stand in one app when nothing else is said. */
const SCENE_HOST: Readonly<Record<string, string>> = { moments: 'wechat', 'official-account': 'wechat' };
const LINK_WORD = /链接|网址|外链/;
/** «这两款软件», «双方»: the last two that were named. */
const BOTH = /(?:这|那)[两几三]款?(?:软件|应用|App|平台|产品|家)|两款(?:软件|应用)|两边都|两者都/;
/** «3. 京东：…» in a list of results: the place is what the whole article is about. */
const LIST_HEAD = /^(?:[（(]?[\d一二三四五六七八九十①-⑩]+[、.．）)])?[●■•◆]?[\ue000\ue005]：/;
/** Words by which a clause turns to something else than the scene before. */
const TURN = /^(?:另外|此外|而(?!且)|至于|其他|其它)/;
/** How many sentences a scene holds on for while an article tries things. */
const SCENE_REACH = 4;
/** «有的后来放行»: nobody knows which. */
const SOME = /^(?:有的|有些|个别|其他|其它|别的|另一些)/;

interface Found {
  readonly ids: readonly string[];
  /** The segment that the ids come from, where they stand in the same sentence. */
  readonly segment: number | null;
}

const NOBODY: Found = { ids: [], segment: null };

/** Fills place, thing and scene of an access draft as a reader would, or gives null where a reader would not know. */
export function fillAccess(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  knowledge: Knowledge,
): Draft | null {
  const segment = sentence.segments[draft.segment];
  if (segment === undefined || SOME.test(segment.encoded)) return null;
  if (draft.topical && draft.frame === 'use' && /登[录陆]/.test(sentence.encoded) && !LINK_WORD.test(sentence.encoded) && !draft.rule.endsWith('login')) {
    return null;
  }
  const scenes = scenesOf(draft, sentence, discourse);
  const subject = draft.subjects.length > 0 ? { ids: draft.subjects, segment: null } : placeOf(draft, scenes, sentence, discourse, document, knowledge);
  const object = draft.objects.length > 0 ? { ids: draft.objects, segment: null } : thingOf(draft, subject.ids, sentence, discourse, document);
  const subjects = subject.ids;
  const elsewhere = draft.scenes.length === 0 && subjects.join() !== discourse.sceneHosts.join() && !sceneInSentence(draft, sentence);
  const ownScenes = elsewhere && discourse.section.scenes.length === 0 ? [] : scenes;
  const objects = draft.frame === 'mutual' ? object.ids : object.ids.filter((o) => !subjects.includes(o));
  if (subjects.length === 0 || objects.length === 0) return null;
  const here = draft.subjects.length + draft.objects.length + draft.scenes.length > 0;
  const inSentence = subject.segment !== null || object.segment !== null;
  const inBlock = discourse.hosts.block === sentence.block || discourse.things.block === sentence.block;
  if (!here && !inSentence && !inBlock && discourse.section.things.length === 0) return null;
  const firstSegment = Math.min(draft.firstSegment, subject.segment ?? draft.segment, object.segment ?? draft.segment);
  return { ...draft, subjects, objects, scenes: ownScenes, firstSegment };
}

/** «●短视频购物车：不受影响»: a clause with a head of its own takes no scene from the clause before. */
function ownClauseOnly(draft: Draft, sentence: Sentence): number {
  const clause = sentence.segments[draft.segment]?.clause ?? 0;
  const head = sentence.segments.findIndex((s) => s.clause === clause);
  const first = sentence.segments[head];
  const headed = clause > 0 && first !== undefined && sentence.encoded.charAt(first.to) === '：';
  return headed ? head : 0;
}

/** Whether an earlier clause of the sentence names a scene and no other place comes between. */
function sceneInSentence(draft: Draft, sentence: Sentence): boolean {
  const earlier = sentence.segments.slice(0, draft.segment);
  const scene = lastIn(earlier, (t) => t.class === 'scene')?.segment ?? -1;
  const place = lastIn(earlier, isPlace)?.segment ?? -1;
  return scene >= 0 && scene >= place;
}

function scenesOf(draft: Draft, sentence: Sentence, discourse: Discourse): readonly string[] {
  if (draft.scenes.length > 0) return draft.scenes;
  const segment = sentence.segments[draft.segment];
  const turns = segment !== undefined && TURN.test(segment.encoded);
  const within = sentence.segments.slice(ownClauseOnly(draft, sentence), draft.segment);
  const found = turns ? null : lastIn(within, (t) => t.class === 'scene');
  const ownPlace = draft.subjects.length > 0 && found !== null && found.segment <= discourse.lastClaim.segment && discourse.lastClaim.sentence === sentence.index;
  if (ownPlace) return [];
  const places = found?.ids.filter((id) => id !== 'login' && id !== 'offline-code' && id !== 'online-checkout') ?? [];
  if (places.length > 0) return places;
  if (discourse.section.scenes.length > 0) return discourse.section.scenes;
  const spoken = sentence.speeches.some((s) => s.type === 'official' || s.type === 'regulator');
  const inTest = discourse.scenes.block === sentence.block && discourse.test?.block === sentence.block;
  const goesOn =
    discourse.trying &&
    draft.frame !== 'act' &&
    draft.frame !== 'mutual' &&
    draft.subjects.length === 0 &&
    sentence.index - discourse.scenes.sentence <= SCENE_REACH &&
    !sentence.tokens.some((t) => t.class === 'date');
  const carried = !turns && !spoken && (inTest || goesOn);
  return carried ? discourse.scenes.ids : [];
}

function placeOf(
  draft: Draft,
  scenes: readonly string[],
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  knowledge: Knowledge,
): Found {
  const earlier = sentence.segments.slice(0, draft.segment);
  const place = lastIn(earlier, isArrival) ?? lastIn(earlier, isPlace);
  if (place !== null) return place;
  if (discourse.protagonist !== null && LIST_HEAD.test(sentence.encoded) && !draft.objects.includes(discourse.protagonist)) {
    return { ids: [discourse.protagonist], segment: null };
  }
  const implied = scenes.map((s) => SCENE_HOST[s]).find((s) => s !== undefined);
  if (implied !== undefined) return { ids: [implied], segment: null };
  if (BOTH.test(document.twin.slice(sentence.start, sentence.end))) return lastTwo(discourse);
  const principal = discourse.principal !== null && discourse.trying && discourse.hosts.block !== sentence.block && !draft.objects.includes(discourse.principal);
  const remembered = principal && discourse.principal !== null ? [discourse.principal] : near(discourse.hosts, sentence, discourse) ? discourse.hosts.ids : [];
  const onlyThing = (id: string): boolean => discourse.objects.has(id) && !discourse.places.has(id);
  const bare = lastIn(earlier, (t) => isBareApp(t) && !t.ids.some((id) => draft.objects.includes(id) || onlyThing(id)));
  const standsForThing = draft.objects.length === 0 && draft.frame === 'use' && remembered.length > 0;
  if (bare !== null && !standsForThing && !siblings(bare.ids, draft.objects, knowledge)) return bare;
  if (remembered.length > 0) return { ids: remembered, segment: null };
  const speaker = speakerOf(draft, sentence, discourse);
  const speaks = speaker !== null && knowledge.typeOf.get(speaker) !== 'regulator';
  if (speaks && !siblings([speaker], draft.objects, knowledge)) return { ids: [speaker], segment: null };
  const actor = near(discourse.shops, sentence, discourse) ? discourse.shops.ids : [];
  if (actor.length === 1 && !siblings(actor, draft.objects, knowledge)) return { ids: actor, segment: null };
  const hero = discourse.protagonist;
  const inList = discourse.test !== null || discourse.notice !== null;
  return hero !== null && inList && !draft.objects.includes(hero) ? { ids: [hero], segment: null } : NOBODY;
}

/** Apps of one owner do not open to one another; a complaint by one of them is about a third. */
function siblings(ids: readonly string[], objects: readonly string[], knowledge: Knowledge): boolean {
  const owner = (id: string): string => knowledge.ownerOf.get(id) ?? id;
  return ids.some((id) => objects.some((o) => owner(o) === owner(id)));
}

function speakerOf(draft: Draft, sentence: Sentence, discourse: Discourse): string | null {
  const own = sentence.speeches.find((s) => s.firstSegment <= draft.segment && s.entity !== null);
  const carried = discourse.notice?.speech.entity ?? (discourse.speech?.block === sentence.block ? discourse.speech.speech.entity : null);
  return own?.entity ?? carried ?? null;
}

function thingOf(
  draft: Draft,
  subjects: readonly string[],
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
): Found {
  const earlier = sentence.segments.slice(0, draft.segment);
  const other = (found: { ids: string[]; segment: number } | null): Found | null => {
    const ids = found?.ids.filter((id) => !subjects.includes(id)) ?? [];
    return found !== null && ids.length > 0 ? { ids, segment: found.segment } : null;
  };
  const source = lastIn(earlier, isArrival) === null ? null : other(lastIn(earlier, (t) => t.mark === 'host'));
  const found = source ?? other(lastIn(earlier, isThing)) ?? other(lastIn(earlier, isBareApp));
  if (found !== null) return found;
  if (discourse.section.things.length > 0) return { ids: discourse.section.things, segment: null };
  const holds = draft.frame === 'act' ? discourse.things.block === sentence.block : near(discourse.things, sentence, discourse);
  const remembered = holds ? discourse.things.ids : [];
  const things = remembered.filter((id) => !subjects.includes(id));
  if (things.length > 0) return { ids: things, segment: null };
  const linked = LINK_WORD.test(document.twin.slice(sentence.start, sentence.end));
  return linked ? { ids: ['external-links'], segment: null } : NOBODY;
}

const lastTwo = (discourse: Discourse): Found => ({
  ids: [...new Set([...discourse.hosts.ids, ...discourse.earlierHosts.ids])].slice(0, 2),
  segment: null,
});
