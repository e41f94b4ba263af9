import type { Article, Block, Cues, Document, IsoDay, Knowledge, Mention, Sentence } from '../types.ts';
import { commasBetweenClauses } from './clause-marks.ts';
import { colouredCodes } from './colours.ts';
import { callAgain } from './coreference.ts';
import { findDates } from './dates/index.ts';
import { encodeLine, encodeSentence } from './encode.ts';
import { lendAnswers } from './interview.ts';
import type { Matcher } from './mentions/index.ts';
import { nameSpeakers } from './people.ts';
import { recallSpeakers } from './pronouns.ts';
import { propsOf } from './props.ts';
import { lendSpeakers } from './quotes.ts';
import { sentToPersons } from './recipients.ts';
import { groupsByName } from './rooms-named.ts';
import { isTraditional } from './script.ts';
import { splitBlock } from './sentences.ts';
import { lendStatements } from './statements.ts';
import { makeTwin, type Twin } from './twin.ts';

/** The day of publication in Beijing time, or null where the article has none. */
export function publishedDay(published: string | null): IsoDay | null {
  if (published === null) return null;
  const instant = Date.parse(published);
  if (Number.isNaN(instant)) return null;
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Everything that is seen in an article before any rule looks at it: the twin, sentences with their
 * segments, mentions and dates. Offsets in the result are into the twin; `map` leads back to the article.
 */
export function annotate(article: Article, matcher: Matcher, knowledge: Knowledge): Document {
  const twin = makeTwin(article.text, isTraditional(article.text));
  const published = publishedDay(article.record.published);
  const blocks = twinBlocks(article.blocks, twin);
  const year = published === null ? null : Number(published.slice(0, 4));
  const dates = findDates(twin.text, { published, breaks: blocks.map((b) => b.start) });
  const dateMentions = dates.map(
    (d, i): Mention => ({ start: d.start, end: d.end, kind: 'date', id: String(i), type: null }),
  );
  const named = matcher.find(twin.text, year);
  const text = commasBetweenClauses(twin.text, named, knowledge.cues);
  const title = simple(article.record.title ?? '');
  const titled = matcher.find(title, year);
  const mentions = [
    ...named,
    ...ownAgency(text, named, knowledge.cues),
    ...callAgain(text, named, blocks, knowledge.cues),
    ...colouredCodes(text, named, knowledge),
    ...sentToPersons(text, named),
    ...groupsByName(text, title, named),
    ...propsOf(text, named, knowledge.traitOf),
    ...dateMentions,
  ].sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
  return {
    article,
    published,
    title: encodeLine(title, titled, knowledge),
    titleApps: [...new Set(titled.flatMap((m) => (m.kind === 'entity' && m.type === 'app' ? [m.id] : [])))],
    twin: text,
    map: twin.map,
    dates,
    mentions,
    sentences: lendAnswers(
      lendStatements(sentencesOf(text, blocks, mentions, knowledge), knowledge.cues),
      title,
      titled,
      text,
      knowledge.cues,
    ),
  };
}

/** An official speaks for the agency that was named last. */
function ownAgency(twin: string, named: readonly Mention[], cues: Cues): Mention[] {
  return cues.all('own-agency', twin).flatMap(({ index, 0: words }) => {
    const agency = named.findLast((m) => m.type === 'regulator' && m.start < index);
    return agency === undefined ? [] : [{ ...agency, start: index, end: index + words.length }];
  });
}

const simple = (text: string): string => makeTwin(text, isTraditional(text)).text;

const rank = (m: Mention): number => (m.kind === 'date' ? 0 : m.kind === 'entity' ? 1 : 2);

function sentencesOf(
  twin: string,
  blocks: readonly Block[],
  mentions: readonly Mention[],
  knowledge: Knowledge,
): Sentence[] {
  const sentences: Sentence[] = [];
  let segments = 0;
  let next = 0;
  blocks.forEach((block, blockIndex) => {
    if (block.kind === 'byline') return;
    for (const span of splitBlock(twin, block.start, block.end)) {
      while (next < mentions.length && (mentions[next]?.start ?? 0) < span.start) next += 1;
      const first = next;
      while (next < mentions.length && (mentions[next]?.start ?? span.end) < span.end) next += 1;
      const sentence = encodeSentence(
        twin,
        span,
        mentions.slice(first, next).filter((m) => m.end <= span.end),
        { index: sentences.length, block: blockIndex, blockKind: block.kind, firstSegment: segments },
        knowledge,
      );
      segments += sentence.segments.length;
      sentences.push(sentence);
    }
  });
  return lendSpeakers(recallSpeakers(nameSpeakers(sentences, knowledge.cues), knowledge.cues));
}

/** The article's blocks as spans of the twin, in one pass over both. */
function twinBlocks(blocks: readonly Block[], twin: Twin): Block[] {
  let i = 0;
  const seek = (offset: number): number => {
    while (i < twin.text.length && (twin.map[i] ?? 0) < offset) i += 1;
    return i;
  };
  return blocks.map((b) => ({ kind: b.kind, start: seek(b.start), end: seek(b.end) }));
}
