import type { Cues, Document, Knowledge, Segment, Sentence, Token } from '../types.ts';
import { type Ask, type Found, recalled } from './ask.ts';
import type { Discourse, Tour } from './discourse.ts';
import { idsOf, isAppLike, isListed, lastIn, messengerIn } from './look.ts';

/**
 * One link, or a few, that are taken through many places, one after another: «把一条抖音视频依次扔进五个地方», «把知乎的链接分别发到
 * 微信、QQ和钉钉», or, by its title, through a whole article: «一条小红书笔记，走了七个App». Wherever the text comes to a place on
 * the way, what is told there is of these things. Where the places were listed it goes to those, and is over a few
 * paragraphs later; where they were not, any app that heads what is told of it is the next, until something else is
 * sent. A list in a tour that its title or its opening announces is a part of the way.
 */

/** A tour through a list is over after so many paragraphs. */
const LONGEST = 4;
/** Units of the encoded sentence before the name of a place that heads it. */
const HEAD = 4;

/** The tour on which the title sends the one app that it names. */
export function titledTour({ title, titleApps }: Document, cues: Cues): Tour | null {
  const titled = titleApps.length === 1 && cues.has('goes-round', title);
  return titled ? { things: titleApps, places: [], isOpen: true, isTitled: true, block: -1, from: -1 } : null;
}

/** Takes note of a tour that a segment begins, goes on with or ends, with what the segment sends. */
export function setOut(
  discourse: Discourse,
  segment: Segment,
  sentence: Sentence,
  knowledge: Knowledge,
): void {
  if (segment === sentence.segments[0] && knowledge.cues.has('goes-round', sentence.encoded))
    discourse.tour = announced(discourse, segment, sentence, knowledge);
  if (segment.tokens.length === 0) return;
  const list = segment.tokens.find((t) => t.class === 'app' && t.ids.length > 1 && t.mark === 'destination');
  if (list !== undefined) discourse.tour = through(list.ids, discourse, segment, sentence);
  else if (discourse.tour !== null)
    discourse.tour = goesOn(discourse.tour, discourse, segment, sentence, knowledge);
}

/** A tour through places that are not listed: of what the words name, never of a room, else of what was opened before. */
function announced(
  discourse: Discourse,
  { tokens }: Segment,
  sentence: Sentence,
  knowledge: Knowledge,
): Tour | null {
  const isRoom = messengerIn(knowledge);
  const own = sentIn(tokens, sentence, discourse, knowledge.cues).filter((id) => !isRoom(id));
  const apps = idsOf(sentence.tokens.filter((t) => t.class === 'app' && t.mark !== 'destination')).filter(
    (id) => !isRoom(id),
  );
  const things = [own, apps, discourse.things.ids].find((ids) => ids.length > 0 && !ids.some(isRoom));
  return things === undefined
    ? null
    : { things, places: [], isOpen: true, isTitled: false, block: sentence.block, from: sentence.index };
}

/** A tour through a list: of what the words name, else of what was opened in the paragraph. */
function through(
  places: readonly string[],
  { tour, things }: Discourse,
  { tokens }: Segment,
  { block, index }: Sentence,
): Tour {
  const own = objectsIn(tokens).filter((id) => !places.includes(id));
  const carried = things.block === block ? things.ids.filter((id) => !places.includes(id)) : [];
  const sent = own.length > 0 ? own : carried;
  const isPart = tour?.isOpen === true && sent.every((id) => tour.things.includes(id));
  const begun = isPart && (tour.isTitled || tour.from === index) ? tour : null;
  return {
    things: sent.length > 0 ? sent : (begun?.things ?? []),
    places,
    isOpen: begun !== null,
    isTitled: begun?.isTitled ?? false,
    block,
    from: index,
  };
}

/** The tour with what is sent next; nothing where that is another thing and no list says where it goes. */
function goesOn(
  tour: Tour,
  discourse: Discourse,
  { tokens }: Segment,
  sentence: Sentence,
  knowledge: Knowledge,
): Tour | null {
  if (tour.isTitled || (tour.isOpen && tour.from === sentence.index)) return tour;
  if (!tour.isOpen) {
    const own = objectsIn(tokens).filter((id) => !tour.places.includes(id));
    return own.length > 0 ? { ...tour, things: own } : tour;
  }
  const isRoom = messengerIn(knowledge);
  const own = sentIn(tokens, sentence, discourse, knowledge.cues).filter((id) => !isRoom(id));
  if (own.length === 0 || own.some((id) => tour.things.includes(id))) return tour;
  return tour.places.length > 0 ? { ...tour, things: own, isOpen: false } : null;
}

const objectsIn = (tokens: readonly Token[]): string[] =>
  idsOf(tokens.filter((t) => t.mark === 'object' && (t.class === 'app' || t.class === 'link-class')));

/** The apps that are sent, and that head nothing of their own. */
const sentIn = (tokens: readonly Token[], sentence: Sentence, discourse: Discourse, cues: Cues): string[] =>
  idsOf(
    tokens.filter(
      (t) =>
        isAppLike(t) &&
        t.mark === 'object' &&
        !isListed(t, sentence) &&
        !isHeadOfTour(t, sentence, discourse, cues),
    ),
  );

/** Whether these may be the next place of the tour, where it comes to something at this sentence. */
export const comesTo = (ids: readonly string[], { block }: Sentence, { tour }: Discourse): boolean => {
  if (tour === null || ids.length === 0) return false;
  if (tour.isOpen) return !ids.some((id) => tour.things.includes(id));
  return block - tour.block <= LONGEST && ids.every((id) => tour.places.includes(id));
};

/** «QQ，能看；微博，点不动», «第三站，抖音。», «B站倒是大方，»: the next place of a tour, at the head of what is told of it. */
export const isHeadOfTour = (
  { class: c, at, ids }: Token,
  sentence: Sentence,
  discourse: Discourse,
  cues: Cues,
): boolean =>
  c === 'app' &&
  comesTo(ids, sentence, discourse) &&
  cues.startOf('named-alone', sentence.encoded.slice(at + 1)) > 0 &&
  (at === 0 || cues.endOf('leads-to-stop', sentence.encoded.slice(0, at)) > 0);

/** «微信：打不开。QQ：能播。» of a video that was named before: the item is of a place, and not of a thing. */
export function isPlaceLabel(
  token: Token,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Pick<Knowledge, 'traitOf'>,
): boolean {
  if (token.class !== 'app' || !isListed(token, sentence)) return false;
  const { tour, things } = discourse;
  if (tour?.isOpen === true) return comesTo(token.ids, sentence, discourse);
  const isMessenger = messengerIn(knowledge);
  const near = things.block === sentence.block && things.ids.length > 0;
  return near && token.ids.every(isMessenger) && !things.ids.some(isMessenger);
}

/** Whether the text is on its way through the listed places, and these are some of them. */
const isOn = (ids: readonly string[], { discourse: { tour }, sentence }: Ask): boolean => {
  if (tour === null || ids.length === 0) return false;
  return isUnderWay(sentence, tour) && ids.every((id) => tour.places.includes(id));
};

/** In the list's own paragraph, or in one of the next that begins with a place of the list. */
const isUnderWay = ({ block, tokens: [head] }: Sentence, tour: Tour): boolean =>
  block === tour.block ||
  (block - tour.block <= LONGEST &&
    head !== undefined &&
    head.at <= HEAD &&
    head.ids.some((id) => tour.places.includes(id)));

/** «QQ要复制到浏览器», «B站没问题»: on a tour the one name of a clause is where it has come to, unless the links are its own. */
export function isStop(ask: Ask): boolean {
  const { draft, sentence, discourse } = ask;
  if (draft.frame !== 'use' || draft.subjects.length > 0) return false;
  if (isOn(draft.objects, ask)) return true;
  const [id, another] = draft.objects;
  if (discourse.tour?.isOpen !== true || id === undefined || another !== undefined) return false;
  if (!comesTo([id], sentence, discourse) || hasLinks(id, ask)) return false;
  return !discourse.things.ids.includes(id) || discourse.tour.block !== sentence.block;
}

/** «微博的打不开»: whether the clause speaks of the app's own links. */
export const hasLinks = (id: string, { draft, sentence }: Ask): boolean =>
  sentence.segments[draft.segment]?.tokens.some(
    (t) =>
      t.ids.includes(id) &&
      ((t.mark === 'object' && !isListed(t, sentence)) || sentence.encoded.charAt(t.at + 1) === '的'),
  ) === true;

/** What is carried to these places, unless the sentence, or the clause where they are not listed, names something else. */
export function carriedTo(ask: Ask, places: readonly string[]): Found | null {
  const { tour } = ask.discourse;
  if (tour === null) return null;
  if (!isOn(places, ask)) return tour.isOpen && isAlone(places, ask) ? recalled(tour.things) : null;
  const isOther = (t: Token): boolean =>
    (t.class === 'app' || t.class === 'link-class') &&
    !t.ids.some((id) => tour.things.includes(id) || tour.places.includes(id));
  return ask.sentence.tokens.some(isOther) ? null : { ids: tour.things, segment: null };
}

/** «QQ，能看；微博，点不动»: whether the clause names nothing but its place, and a scene there. */
function isAlone(places: readonly string[], { draft, sentence }: Ask): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  const own = sentence.segments.filter((s, i) => s.clause === clause && i <= draft.segment);
  const [head] = own.flatMap((s) => s.tokens);
  return (
    head?.ids.every((id) => places.includes(id)) === true &&
    own.every((s) => s.tokens.every((t) => t === head || t.class === 'scene'))
  );
}

/** Whether something goes wherever the text comes to, as long as it tells of nothing else. */
export const isCarried = (id: string, { tour }: Discourse): boolean =>
  tour?.isOpen === true && tour.things.includes(id);

/** Whether a tour has brought these things to these places of its list. */
export const isBrought = (ask: Ask, places: readonly string[], things: readonly string[]): boolean =>
  isOn(places, ask) && things.every((id) => ask.discourse.tour?.things.includes(id) === true);

/** Whether a scene holds for these places of a list: one that was named before the tour began does not; null off a tour. */
export const holdsOnTour = (scene: number, places: readonly string[], ask: Ask): boolean | null =>
  isOn(places, ask) ? scene >= (ask.discourse.tour?.from ?? 0) : null;

/** «微博呢，得先复制到浏览器里»: where the sentence has come to, in a clause before. */
export function stopBefore(ask: Ask): Found | null {
  const { frame, objects, subjects, segment } = ask.draft;
  if (frame !== 'use' || objects.length + subjects.length > 0) return null;
  if (ask.knowledge.cues.startOf('rest-of-places', ask.sentence.segments[segment]?.encoded ?? '') > 0)
    return null;
  return lastIn(ask.earlier, (t) => t.class === 'app' && t.mark !== 'object' && isOn(t.ids, ask));
}
