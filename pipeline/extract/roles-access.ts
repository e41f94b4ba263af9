import type { Knowledge, Token, Trait } from '../types.ts';
import { withList } from './lists.ts';
import { type Assign, ids, isProvider, marked } from './parts.ts';

/** How much an app is a place where others are found; the higher of two that come together is the place. */
const RANK: Readonly<Record<Trait, number>> = {
  assistant: 3,
  messenger: 2,
  platform: 1,
  device: 0,
  court: 0,
  engine: 1,
  bank: 0,
};

const rankOf = (own: readonly string[], traitOf: Knowledge['traitOf']): number =>
  Math.max(0, ...own.map((id) => RANK[traitOf.get(id) ?? 'device']));

const isLinked = (t: Token): boolean => t.class === 'app' || t.class === 'group' || t.class === 'link-class';

/** «甲嵌入乙», «把甲搬进乙»: who goes in stands before the verb; the pattern names the place. */
export const enter: Assign = ({ tokens, start, sentence }) => {
  const before = tokens.filter((t) => t.at < start && isLinked(t));
  const things = marked(before, 'object');
  const chosen = things.length > 0 ? things : marked(before, 'bare').slice(0, 1);
  return {
    subjects: [],
    objects: ids(chosen.length > 0 ? withList(chosen, before, sentence, JOINS_GUESTS) : []),
  };
};

/** «甲的商品卡片点击后直达乙»: one leaps from the app in which one is, or whose the card is; the pattern names where to. */
export const leap: Assign = ({ tokens, start }) => {
  const before = tokens.filter((t) => t.at < start && isLinked(t) && t.class !== 'link-class');
  const places = marked(before, 'host', 'destination');
  const sources = places.length > 0 ? places : marked(before, 'object', 'bare').slice(-1);
  return { subjects: ids(sources), objects: [] };
};

/** «甲、某乙和丙». */
const JOINS_GUESTS = /^[^，、]{0,4}(?:、|和|与|及|以及)$/;

/** «甲与乙打通», «甲接入乙»: of two that come together the one where people spend their time is the place. */
export const meet: Assign = ({ tokens, sentence, segment, traitOf }) => {
  const own = tokens.filter((t) => isLinked(t) && t.mark !== 'speaker');
  // «甲宣布，与乙打通»: who tells it is one of the two, «甲称，乙推出…» not.
  const isTeller = (t: Token): boolean =>
    own[0]?.at === segment.from && sentence.speeches.some((s) => t.ids.some((id) => id === s.entity));
  const earlier = sentence.tokens.filter(
    (t) => t.at < segment.from && isLinked(t) && t.mark !== 'speaker' && !isTeller(t),
  );
  // «它实现了与微信小程序的互通»: who meets the other is told before, and may be anybody.
  if (ids(own).length < 2 && /它|其实现/.test(sentence.encoded.slice(segment.from, segment.to)))
    return NOBODY;
  const whole = ids(own).length > 1 && !isOtherSide(own, segment.from, sentence.encoded);
  const parties = whole ? own : [...earlier.slice(-1), ...own];
  const named = ids(parties.filter(isProvider));
  const highest = Math.max(...named.map((id) => rankOf([id], traitOf)));
  const places = named.filter((id) => rankOf([id], traitOf) === highest);
  const objects = ids(parties).filter((id) => !places.includes(id));
  const together = parties.some((t) => places.every((id) => t.ids.includes(id)));
  return together && objects.length > 0 ? { subjects: places, objects } : NOBODY;
};

/** «甲宣布，已与乙、丙打通»: a list that is the other side, and not both. */
const isOtherSide = ([only, another]: readonly Token[], from: number, encoded: string): boolean =>
  only !== undefined && another === undefined && WITH.test(encoded.slice(from, only.at));
const WITH = /^[^，。\ue000-\ue006]{0,8}[与和跟同]$/;

/** «甲接入乙» tells of either direction: what is more of a place is the place. */
export const take =
  (act: Assign): Assign =>
  (parts) => {
    const { traitOf } = parts;
    const { subjects, objects } = act(parts);
    const turned =
      subjects.length > 0 &&
      objects.length === 1 &&
      !objects.some((id) => traitOf.get(id) === 'assistant') &&
      rankOf(objects, traitOf) > rankOf(subjects, traitOf);
    return turned ? { subjects: objects, objects: subjects } : { subjects, objects };
  };

const NOBODY = { subjects: [], objects: [] };
