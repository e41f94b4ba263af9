import type { ClaimDate, Cues, Document, Sentence, Speech } from '../types.ts';
import { mentionsOf, spoken } from './events.ts';
import { ownWords } from './own-words.ts';
import { kindIn } from './setup/setup.ts';

/** A test that goes on: where it was begun, and the last block that told of trying. */
export interface Trial {
  readonly speech: Speech;
  readonly date: ClaimDate | null;
  readonly block: number;
  readonly goesOnIn: number;
  readonly section: number;
  /** The block that named its day. */
  readonly datedIn: number;
  readonly sentence: number;
  /** Whether a paragraph about something else came to speak of it, so that only what a screen shows goes on with it. */
  readonly isAside: boolean;
  /** Whether the sections that follow are its parts: «分四个场景进行了测试», and a heading right behind it. */
  readonly inSections: boolean;
  /** Whether it goes from place to place, each in a paragraph of its own. */
  readonly tours: boolean;
}

/** Whether words tell what a hand did or a screen showed. */
export const handles = (encoded: string, cues: Cues): boolean => cues.has('hands', encoded);

/** Whether a sentence tells what a hand did or a screen showed. */
export const tellsOfTrying = (sentence: Sentence, cues: Cues): boolean => handles(sentence.encoded, cues);

/** Whether a sentence tells what a screen showed, so that somebody must have tried. */
export const showsResult = (sentence: Sentence, cues: Cues): boolean => cues.has('shown', sentence.encoded);

/** «北京商报讯（记者 陶衡）»: who writes, and has not tried anything yet. */
const BYLINE = /[（(](?:[^）)]{0,12}(?:记者|编辑|作者|通讯员))[^）)]{0,24}[）)]/g;

/** The test that a sentence begins or goes on with, by its speaker or by a tester who tries. */
export function testIn(sentence: Sentence, document: Document, cues: Cues): Speech | null {
  const said = sentence.speeches.find((s) => s.type === 'test');
  if (said !== undefined) return said;
  const text = document.twin.slice(sentence.start, sentence.end);
  if (cues.has('heard', text)) return null;
  const bare = ownWords(sentence, document).replace(BYLINE, '');
  const tester = cues.find('tester-acts', bare)?.[0] ?? outletIn(bare, document, cues);
  if (tester === null) return null;
  const does = bare.slice(bare.indexOf(tester));
  const isTrying =
    cues.has('tries', bare) || cues.has('goes-about', does) || cues.has('tester-handles', does);
  if (!isTrying && kindIn(sentence, cues) === null && !cues.has('goes-round', sentence.encoded)) return null;
  const name = tester.slice(cues.find('tester-called', tester)?.index ?? 0);
  const lastSegment = sentence.segments.length - 1;
  return { type: 'test', name, entity: null, firstSegment: 0, lastSegment, opens: false };
}

/** The outlet's own name, which tries in the third person. */
function outletIn(text: string, document: Document, cues: Cues): string | null {
  const { publisher, author } = document.article.record;
  if (!cues.has('tries', text)) return null;
  return [publisher, author].find((name) => name !== null && name.length > 1 && text.includes(name)) ?? null;
}

/** A test is reported within this many days, and takes no longer than this. */
const RECENT = 14;
const LONGEST = 7;
const DAY = 86_400_000;

/** Whether a test may have been made on these days. */
export function mayBeTested({ start, end }: ClaimDate, document: Document): boolean {
  if (start === null || end === null || document.published === null) return false;
  const [from, to, published] = [start, end, document.published].map((day) => Date.parse(day) / DAY);
  if (from === undefined || to === undefined || published === undefined) return false;
  return published - from <= RECENT && to - from <= LONGEST && from <= published + 1;
}

/** The day that a sentence names for a test: in the tester's own clause, else anywhere; null where none can be. */
export function trialDay(sentence: Sentence, document: Document, tester: Speech | null): ClaimDate | null {
  const clause = sentence.segments[tester?.firstSegment ?? 0]?.clause;
  const days = mentionsOf(sentence, document).flatMap((m) => {
    const day = spoken(m.date, document);
    const from = tester !== null && m.segment <= tester.firstSegment;
    const named = (m.date.role === 'at' || (m.date.role === 'since' && from)) && mayBeTested(day, document);
    return named ? [{ day, near: sentence.segments[m.segment]?.clause === clause }] : [];
  });
  // «节后第一个周一，也就是10月10日»: a day before a vaguer time.
  const near = days.filter((d) => d.near);
  const told = near.length > 0 ? near : days.slice(-1);
  return (told.find((d) => d.day.precision === 'day') ?? told[0])?.day ?? null;
}

/** What a story of one's own tells of may lie so many days back. */
const LONGEST_AGO = 60;

/** How many days before publication a day lies; null where either is unknown. */
export const daysAgo = (day: string | null, { published }: Document): number | null =>
  day === null || published === null ? null : (Date.parse(published) - Date.parse(day)) / DAY;

/** Whether somebody may have tried on these days what a story of their own tells. */
export function isRecent({ end }: ClaimDate, document: Document): boolean {
  const ago = daysAgo(end, document);
  return ago !== null && ago <= LONGEST_AGO;
}

/** An announcement is news for this many days. */
const FRESH = 3;

/** Whether something of these days is still news when the article is published. */
export function isFresh({ start }: ClaimDate, document: Document): boolean {
  const ago = daysAgo(start, document);
  return ago !== null && ago >= 0 && ago <= FRESH;
}

/** Whether the title says that the article is a test, or the article that it sets a time apart for one. */
export const isTest = (document: Document, cues: Cues): boolean =>
  cues.has('test-title', document.article.record.title ?? '') ||
  document.sentences.some((s) => isArranged(s, document, cues));

/** «编辑部出了三部手机，时间是昨天午休到下班»: when it is that somebody tries things. */
function isArranged(sentence: Sentence, document: Document, cues: Cues): boolean {
  if (!cues.has('time-set', sentence.encoded)) return false;
  const around = [document.sentences[sentence.index - 1], sentence];
  return around.some(
    (s) => s !== undefined && (tellsOfTrying(s, cues) || cues.has('tester-acts', s.encoded)),
  );
}

/** The day that the article gives to its tests as a whole: «以上测试截至12月16日», «测试时间：11月30日». */
export function testedOn(document: Document, cues: Cues): ClaimDate | null {
  for (const sentence of document.sentences) {
    if (!cues.has('test-dated', sentence.encoded) && !isArranged(sentence, document, cues)) continue;
    const dated = mentionsOf(sentence, document).map((m) => spoken(m.date, document));
    const day = dated.find((d) => mayBeTested(d, document));
    if (day !== undefined) return { ...day, basis: 'context' };
  }
  return null;
}
