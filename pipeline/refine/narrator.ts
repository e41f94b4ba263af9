import type { Attribution, ClaimDate, Cues, Document, Sentence, Speech } from '../types.ts';
import { ownWords } from './own-words.ts';
import { handles, tellsOfTrying, trialDay } from './trial.ts';

type Met = (text: string) => boolean;

/** Through whose eyes the whole article sees, and the day on which its story happens. */
export interface Narrator {
  readonly speech: Speech;
  readonly date: ClaimDate | null;
  /** Whether words name them. */
  readonly met: Met;
}

/** An article that follows somebody names them again and again, and tells of hands and screens. */
const FEWEST_TRIALS = 3;
const FEWEST_IN_SHORT = 2;
/** Who is met in fewer than one of so many paragraphs looks in on a story of others. */
const FEW = 4;
/** In so many paragraphs a first person tells who mentions an editor once. */
const FEWEST_TOLD = 4;
/** In so few paragraphs one who tells need be met only once. */
const SHORT = 5;
/** A letter is addressed, or called one, within so many sentences. */
const HEAD = 3;

/** The first person who tries things, or the person whom the article accompanies while they do; null in the news. */
export function narratorOf(document: Document, cues: Cues): Narrator | null {
  const own = document.sentences.map((s) => ownWords(s, document));
  const isI: Met = (text) => cues.has('first-person', text);
  if (isLetter(document, cues) && own.some(isI)) return narrator('user', WRITER, isI, own, document, cues);
  const blocksOf = (met: Met): number =>
    new Set(document.sentences.flatMap((s, i) => (met(own[i] ?? '') ? [s.block] : []))).size;
  const reports = own.filter((text) => cues.has('reporter', text)).length;
  const isTeller: Met = (text) =>
    isI(text) || (cues.has('teller', text) && (cues.has('tries', text) || handles(text, cues)));
  const tells = blocksOf(isTeller);
  if (reports > 1 || (reports === 1 && tells < FEWEST_TOLD)) return null;
  const blocks = new Set(document.sentences.map((s) => s.block)).size;
  const isShort = blocks <= SHORT && reports === 0;
  const trials = document.sentences.filter((s) => tellsOfTrying(s, cues)).length;
  if (trials < (isShort ? FEWEST_IN_SHORT : FEWEST_TRIALS) || trials * 3 < blocks) return null;
  const titled = isI(document.article.record.title ?? '') ? 1 : 0;
  const looksIn = tells * FEW < blocks && blocksOf((text) => /[她他]/.test(text)) > tells;
  const enough = isShort ? 1 : 2;
  if (tells + titled >= enough && !looksIn)
    return narrator('test', own.some(isI) ? '我' : '我们', isI, own, document, cues);
  const person = protagonist(own, cues);
  if (person === null) return null;
  const met: Met = (text) => text.includes(person) || /[他她]/.test(text);
  return blocksOf(met) * 2 >= blocks ? narrator('user', person, met, own, document, cues) : null;
}

/** How one who writes to the editors names themselves. */
const WRITER = '我';

/** Whether somebody writes to the editors: what such a first person tries is what a user tries. */
const isLetter = ({ article, sentences, twin }: Document, cues: Cues): boolean =>
  cues.has('letter-head', article.record.title ?? '') ||
  sentences.slice(0, HEAD).some((s) => cues.has('letter-head', twin.slice(s.start, s.end).trim()));

/** Whether the one who tells wrote a letter, and these are their own words and not those of the editors. */
export const isWriter = (narrator: Narrator | null, { type, name }: Attribution): boolean =>
  narrator?.speech.type === 'user' &&
  narrator.speech.name === WRITER &&
  type === 'test' &&
  (name === null || name.includes(WRITER));

/** A user whom a sentence follows while they try something; null where a reporter or a first person is about. */
export function userIn(sentence: Sentence, document: Document, cues: Cues): Speech | null {
  const text = ownWords(sentence, document);
  if (sentence.speeches.length > 0 || !cues.has('person-sees', text)) return null;
  if (cues.has('reporter', text) || /我|同事/.test(text)) return null;
  const lastSegment = sentence.segments.length - 1;
  return { type: 'user', name: null, entity: null, firstSegment: 0, lastSegment, opens: false };
}

/** The person who is named most often, more than once. */
function protagonist(own: readonly string[], cues: Cues): string | null {
  const counts = new Map<string, number>();
  for (const [name] of own.flatMap((text) => cues.all('person', text)))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 2 ? first[0] : null;
}

function narrator(
  type: Speech['type'],
  name: string,
  met: Met,
  own: readonly string[],
  document: Document,
  cues: Cues,
): Narrator {
  const speech = { type, name, entity: null, firstSegment: 0, lastSegment: 0, opens: false };
  return { speech, met, date: storyDay(met, own, document, cues) };
}

/** The day on which the story begins: told in its first third, of the one who is followed or of what they try. */
function storyDay(met: Met, own: readonly string[], document: Document, cues: Cues): ClaimDate | null {
  const begins = (s: Sentence, i: number): boolean =>
    met(own[i] ?? '') || tellsOfTrying(s, cues) || cues.has('time-told', s.encoded);
  const opening = document.sentences.slice(0, Math.ceil(document.sentences.length / 3));
  const days = opening.flatMap((s, i) => (begins(s, i) ? (trialDay(s, document, null) ?? []) : []));
  const day = days.at(-1);
  return day === undefined ? null : { ...day, basis: 'context' };
}
