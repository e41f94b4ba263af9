import type { Claim, Document, Draft, Knowledge, Sentence } from '../types.ts';
import { type Loose, toClaims } from './claims.ts';
import { eventDate } from './dating.ts';
import { blank, type Discourse, readHeading, remember, rememberClaim } from './discourse.ts';
import { fill } from './fill.ts';
import { mergeClaims } from './merge.ts';

/**
 * Drafts → claims. Walks the article once as a reader does, fills what clauses leave out from what came
 * before, expands lists, and merges doubles. Claims come in the order of the text.
 */
export function refine(
  document: Document,
  drafts: readonly Draft[],
  articleId: string,
  knowledge: Knowledge,
): Claim[] {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts)
    bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), draft]);
  const discourse = blank(protagonistOf(document), principalOf(document), TRIAL.test(document.twin));
  const loose: Loose[] = [];
  for (const sentence of document.sentences) {
    if (readHeading(discourse, sentence, document)) continue;
    beginSentence(discourse, sentence, document);
    for (const segment of sentence.segments) {
      const here = (bySentence.get(sentence.index) ?? []).filter(
        (d) => sentence.segments[d.segment] === segment,
      );
      for (const draft of here) {
        const filled = fill(draft, sentence, discourse, document, knowledge);
        if (filled === null) continue;
        rememberClaim(discourse, filled, sentence);
        loose.push(...toClaims(filled, sentence, discourse, document));
      }
      remember(discourse, segment, sentence);
    }
    endSentence(discourse, sentence, document);
  }
  return mergeClaims(loose, document, articleId);
}

/** The app that stands as a place most often, at least twice and more often than any other. */
function principalOf(document: Document): string | null {
  const counts = new Map<string, number>();
  for (const sentence of document.sentences) {
    for (const t of sentence.tokens) {
      if (t.class !== 'app' || (t.mark !== 'host' && t.mark !== 'destination' && t.mark !== 'agent'))
        continue;
      for (const id of t.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 1 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** An article that tries things: what was set up in one paragraph holds in the next. */
const TRIAL = /实测|测试|试了|试一试|试一遍|挨个|逐个|逐一|一条条|一条一条|轮流|试试/;

/** The app that the title names alone, else the one that the text names more than any other. */
function protagonistOf(document: Document): string | null {
  const [only, another] = document.titleApps;
  if (only !== undefined && another === undefined) return only;
  const counts = new Map<string, number>();
  for (const m of document.mentions)
    if (m.kind === 'entity' && m.type === 'app') counts.set(m.id, (counts.get(m.id) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

const LIST_ITEM = /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|[●■•◆①-⑩])/;

function beginSentence(discourse: Discourse, sentence: Sentence, document: Document): void {
  const text = document.twin.slice(sentence.start, sentence.end);
  const notice = discourse.notice;
  if (notice !== null && sentence.block !== notice.block) {
    const goesOn = LIST_ITEM.test(text) || /[：:]$/.test(text.trimEnd());
    discourse.notice = goesOn ? { ...notice } : null;
  }
  const test = sentence.speeches.find((s) => s.type === 'test');
  if (test !== undefined) {
    discourse.test = {
      speech: test,
      date: eventDate(sentence, document) ?? testDate(discourse, sentence),
      block: sentence.block,
    };
  } else if (
    discourse.test !== null &&
    sentence.block !== discourse.test.block &&
    !discourse.section.scenes.length &&
    !LIST_ITEM.test(text)
  ) {
    discourse.test = null;
  }
  if (sentence.speeches.length > 0 && test === undefined && discourse.test?.block === sentence.block)
    discourse.test = null;
}

const testDate = (discourse: Discourse, sentence: Sentence): ReturnType<typeof eventDate> =>
  discourse.date !== null && discourse.date.block === sentence.block ? discourse.date.date : null;

function endSentence(discourse: Discourse, sentence: Sentence, document: Document): void {
  const event = eventDate(sentence, document);
  if (event !== null) discourse.date = { date: event, block: sentence.block, sentence: sentence.index };
  const speech = sentence.speeches.at(-1);
  if (speech === undefined) return;
  discourse.speech = { speech, block: sentence.block, sentence: sentence.index };
  const text = document.twin.slice(sentence.start, sentence.end).trimEnd();
  if (speech.opens && /[：:]$|如下[。：]?$|即[：:]?$/.test(text)) {
    discourse.notice = { speech, date: event ?? discourse.date?.date ?? null, block: sentence.block };
  } else if (speech.opens && speech.type === 'official') {
    discourse.notice = {
      speech,
      date: event ?? (discourse.date?.block === sentence.block ? discourse.date.date : null),
      block: sentence.block,
    };
  }
}
