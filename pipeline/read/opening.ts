import type { SourceRecord } from '../types.ts';
import { emptyRecord } from './front-matter.ts';
import { readMoment } from './moment.ts';

const STAMP = /(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/;
const SOURCE = /(?:来源|來源|稿源|出处|出處)\s*[：:]\s*([^\s|｜：:]{2,24})/;
const AUTHOR = /(?:作者|记者|記者|撰文)\s*[：:]\s*([^\s|｜：:]{2,12})/;
const SENTENCE_END = /[。！？；，…]$/;
/** How many lines from the top a line like «2021-09-17 09:23 来源：…» is looked for, and how long it may be. */
const OPENING_LINES = 4;
const LINE_LENGTH = 80;
const TITLE_LENGTH = 60;

/**
 * What an article without any front matter says of itself in its first lines: a title, which is a heading or a short
 * line that is no sentence, and a line with time, source or author.
 */
export function openingRecord(text: string): SourceRecord {
  const lines = text
    .slice(0, 4000)
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const record = emptyRecord();
  const found: { -readonly [K in keyof SourceRecord]?: SourceRecord[K] } = {};
  const origin: Record<string, string> = {};
  const note = (field: 'title' | 'publisher' | 'author' | 'published', value: string, from: string): void => {
    found[field] = value;
    origin[field] = from;
  };
  const [first = '', second] = lines;
  const heading = headingOf(first);
  const isTitle = first.length <= TITLE_LENGTH && !SENTENCE_END.test(first) && !STAMP.test(first);
  if (heading !== null) note('title', heading, 'heading');
  else if (isTitle && second !== undefined) note('title', first, 'first line');
  for (const line of lines.slice(0, OPENING_LINES)) {
    if (line.length > LINE_LENGTH || SENTENCE_END.test(line)) continue;
    const moment = readMoment((STAMP.exec(line)?.[0] ?? '').replace(/日(?=\d)/, '日 '));
    const [source, author] = [SOURCE.exec(line)?.[1], AUTHOR.exec(line)?.[1]];
    if (moment !== null && found.published === undefined) note('published', moment.iso, 'visible line');
    if (source !== undefined && found.publisher === undefined) note('publisher', source, 'visible line');
    if (author !== undefined && found.author === undefined) note('author', author, 'visible line');
  }
  return { ...record, ...found, origin };
}

/** The words of a Markdown heading, without the signs around them; null where a trimmed line is none. */
function headingOf(line: string): string | null {
  const words = /^#{1,6}\s+(\S.*)$/.exec(line)?.[1];
  if (words === undefined) return null;
  let end = words.length;
  while (words.charAt(end - 1) === '#') end -= 1;
  return words.slice(0, end).trimEnd() || '#';
}
