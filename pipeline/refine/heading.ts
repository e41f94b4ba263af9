import type { Document, Knowledge, Sentence } from '../types.ts';
import { type Discourse, kept } from './discourse.ts';
import { turnTo } from './turn.ts';

/** A short block without an end mark that names a scene or an app is the heading of what follows. */
export function readHeading(
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
): boolean {
  const text = document.twin.slice(sentence.start, sentence.end);
  const numbered = /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|Q\d|第[一二三四五六七八九十]+[，、])/.test(
    text,
  );
  if (text.length > 24 || /[。；]/.test(text) || (/[！？?，]/.test(text) && !numbered)) return false;
  const { ids, scenes, isPlace } = turnTo(sentence, document, knowledge, discourse);
  const [places, things] = isPlace ? [ids, []] : [[], ids];
  discourse.section = { scenes, things, places, block: sentence.block, count: discourse.section.count + 1 };
  if (isPlace) discourse.hosts = kept(places, sentence);
  return true;
}
