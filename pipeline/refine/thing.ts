import { type Ask, type Found, firstOf, recalled } from './ask.ts';
import { isArrival, isBareApp, isThing, lastIn, near, type Wanted } from './look.ts';

const LINK_WORD = /链接|网址|外链/;

/** Where a reader looks for the thing that a clause leaves out, nearest first. */
const FINDERS: readonly ((ask: Ask, places: readonly string[]) => Found | null)[] = [
  sentFrom,
  (ask, places) => inSentence(ask, places, isThing),
  (ask, places) => inSentence(ask, places, isBareApp),
  ({ discourse }) => recalled(discourse.section.things),
  opener,
  remembered,
  anyLink,
];

/** What is opened: an app's links or a class of links, or nobody's. */
export const findThing = (ask: Ask, places: readonly string[]): Found => firstOf(FINDERS, ask, places);

/** Whether the sentence speaks of links at all. */
export const speaksOfLinks = (text: string): boolean => LINK_WORD.test(text);

/** «在淘宝点分享至微信»: where it is sent from is whose it is. */
function sentFrom(ask: Ask, places: readonly string[]): Found | null {
  return lastIn(ask.earlier, isArrival) === null ? null : inSentence(ask, places, (t) => t.mark === 'host');
}

function inSentence({ earlier }: Ask, places: readonly string[], wanted: Wanted): Found | null {
  const found = lastIn(earlier, wanted);
  const ids = found?.ids.filter((id) => !places.includes(id)) ?? [];
  return found === null || ids.length === 0 ? null : { ids, segment: found.segment };
}

function opener({ discourse, sentence }: Ask, places: readonly string[]): Found | null {
  const { ids, block } = discourse.opener;
  const fits = block === sentence.block && discourse.things.block !== sentence.block;
  return fits ? recalled(ids.filter((id) => !places.includes(id))) : null;
}

/** What a platform lets in or shuts out does not reach over a paragraph; what a tester opens does. */
function remembered({ draft, sentence, discourse }: Ask, places: readonly string[]): Found | null {
  const holds =
    draft.frame === 'act'
      ? discourse.things.block === sentence.block
      : near(discourse.things, sentence, discourse);
  return holds ? recalled(discourse.things.ids.filter((id) => !places.includes(id))) : null;
}

function anyLink({ document, sentence }: Ask): Found | null {
  return speaksOfLinks(document.twin.slice(sentence.start, sentence.end))
    ? recalled(['external-links'])
    : null;
}
