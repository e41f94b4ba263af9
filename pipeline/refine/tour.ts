import type { Cues, Document, Sentence, Token } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import { type Discourse, NOTHING, type Remembered } from './discourse.ts';
import { idsOf, lastIn } from './look.ts';

/** A tour is over after so many paragraphs. */
const LONGEST = 4;

/** «一条小红书笔记，走了七个App»: the one app whose link the whole article, by its title, takes from place to place. */
export function titledRound({ article, titleApps }: Document, cues: Cues): Remembered {
  const titled = titleApps.length === 1 && cues.has('one-through-many', article.record.title ?? '');
  return titled ? { ids: titleApps, block: -1, sentence: -1 } : NOTHING;
}

/** Whether a round is what the whole article is about, so that it goes on whatever else is named. */
export const isTitled = (round: Remembered): boolean => round.ids.length > 0 && round.block < 0;

/**
 * «把知乎的链接分别发到微信、QQ和钉钉»: a tour begins where something is sent to a list; what is told of next goes the
 * same way.
 */
export function setOut(discourse: Discourse, tokens: readonly Token[], sentence: Sentence): void {
  const { tour } = discourse;
  const sent = tokens.find((t) => t.class === 'app' && t.ids.length > 1 && t.mark === 'destination');
  const places = sent?.ids ?? tour?.places ?? [];
  const own = idsOf(
    tokens.filter((t) => t.mark === 'object' && (t.class === 'app' || t.class === 'link-class')),
  ).filter((id) => !places.includes(id));
  if (sent !== undefined) {
    const carried = discourse.things.block === sentence.block ? discourse.things.ids : [];
    const things = own.length > 0 ? own : carried.filter((id) => !places.includes(id));
    discourse.tour = { block: sentence.block, from: sentence.index, places, things };
  } else if (tour !== null && own.length > 0) discourse.tour = { ...tour, things: own };
}

const isOn = (ids: readonly string[], { discourse: { tour }, sentence }: Ask): boolean => {
  if (tour === null || ids.length === 0) return false;
  return isUnderWay(sentence, tour.block, tour.places) && ids.every((id) => tour.places.includes(id));
};

/** In its own paragraph, or in one of the next that begins with a place to which something was sent. */
const isUnderWay = ({ block, tokens: [head] }: Sentence, from: number, places: readonly string[]): boolean =>
  block === from ||
  (block - from <= LONGEST &&
    head !== undefined &&
    head.at <= HEAD &&
    head.ids.some((id) => places.includes(id)));

/** Units of the encoded sentence before the name of a place that heads it. */
const HEAD = 4;

/** «QQ要复制到浏览器»: on a tour the one name of a clause is where it has come to. */
export const isStop = (ask: Ask): boolean =>
  ask.draft.frame === 'use' && ask.draft.subjects.length === 0 && isOn(ask.draft.objects, ask);

/** What is carried on the tour to these places, unless the sentence names something else. */
export function onTour(ask: Ask, places: readonly string[]): Found | null {
  const { tour } = ask.discourse;
  if (tour === null || !isOn(places, ask)) return null;
  const isOther = (t: Token): boolean =>
    (t.class === 'app' || t.class === 'link-class') &&
    !t.ids.some((id) => tour.things.includes(id) || tour.places.includes(id));
  return ask.sentence.tokens.some(isOther) ? null : { ids: tour.things, segment: null };
}

/** Whether the tour has brought these things to these places. */
export const isTour = (ask: Ask, places: readonly string[], things: readonly string[]): boolean =>
  isOn(places, ask) && things.every((id) => ask.discourse.tour?.things.includes(id) === true);

/** Whether a scene holds for these places of a tour: one that was named before it began does not; null off a tour. */
export const holdsOnTour = (scene: number, places: readonly string[], ask: Ask): boolean | null =>
  isOn(places, ask) ? scene >= (ask.discourse.tour?.from ?? 0) : null;

/** «微博呢，得先复制到浏览器里»: where the sentence has come to, in a clause before. */
export function stopBefore(ask: Ask): Found | null {
  const { frame, objects, subjects, segment } = ask.draft;
  if (frame !== 'use' || objects.length + subjects.length > 0) return null;
  if (REST.test(ask.sentence.segments[segment]?.encoded ?? '')) return null;
  return lastIn(ask.earlier, (t) => t.class === 'app' && t.mark !== 'object' && isOn(t.ids, ask));
}
/** The places of the list that have not been told of yet. */
const REST = /^(?:而|但|至于)?(?:其余|其他|其它|剩下|余下|另外?|前者|后者|[两三四五六]家|都|均|全)/;
