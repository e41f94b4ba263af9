import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { SourceRecord } from '../types.ts';
import { readMoment } from './moment.ts';

/** What is wrong with a front matter, and where (1-based). */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Matter {
  readonly record: SourceRecord;
  readonly body: string;
  readonly doubt: string | null;
}

const text = z
  .union([z.string(), z.number()])
  .transform((v) => String(v).trim())
  .transform((v) => (v === '' ? null : v));
const optional = text.nullish().transform((v) => v ?? null);

const matterSchema = z.looseObject({
  title: optional,
  author: optional,
  publisher: optional,
  source: optional,
  categories: z.union([z.array(z.coerce.string()), z.string().transform((s) => [s])]).nullish(),
  date: z.union([z.string(), z.date().transform((d) => d.toISOString())]).nullish(),
  url: optional,
  link: optional,
});

/** Splits and reads the front matter of a feed scrape; blank lines and a byte order mark before it are allowed. */
export function readFrontMatter(source: string): Matter | Fault {
  const opening = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*\r?\n/.exec(source);
  if (opening === null) return { record: emptyRecord(), body: source, doubt: null };
  const start = opening[0].length;
  const closing = /^---[ \t]*\r?$/m.exec(source.slice(start));
  const firstLine = opening[0].split('\n').length;
  if (closing === null) {
    return {
      line: firstLine - 1,
      column: 1,
      message: 'the front matter does not end; add a line «---» after it',
    };
  }
  const yaml = source.slice(start, start + closing.index);
  const body = source.slice(start + closing.index + closing[0].length);
  return readYaml(yaml, body, firstLine);
}

function readYaml(yaml: string, body: string, firstLine: number): Matter | Fault {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): Fault => {
    const place = lines.linePos(offset);
    return { line: firstLine + Math.max(place.line, 1) - 1, column: Math.max(place.col, 1), message };
  };
  const error = document.errors[0];
  if (error !== undefined)
    return at(error.pos[0], `the front matter is not YAML: ${error.message.split('\n')[0]}`);
  const parsed = matterSchema.safeParse(plain(document) ?? {});
  if (!parsed.success)
    return at(0, `the front matter is wrong: ${z.prettifyError(parsed.error).split('\n')[0]}`);
  const { date } = parsed.data;
  const moment = date == null ? null : readMoment(date);
  if (date != null && moment === null) {
    return at(
      Math.max(yaml.indexOf('date:'), 0),
      `«${date}» is no date; write it like 2021-09-17 or 2021-09-17T09:23:00+08:00`,
    );
  }
  return { record: recordOf(parsed.data, moment?.iso ?? null), body, doubt: moment?.doubt ?? null };
}

function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return null;
  }
}

function recordOf(data: z.infer<typeof matterSchema>, published: string | null): SourceRecord {
  const categories = data.categories ?? [];
  return {
    title: data.title,
    publisher: data.publisher ?? data.source ?? data.author ?? categories.at(-1) ?? null,
    author: data.author,
    categories,
    published,
    url: data.url ?? data.link,
  };
}

/** A record that knows nothing. */
export const emptyRecord = (): SourceRecord => ({
  title: null,
  publisher: null,
  author: null,
  categories: [],
  published: null,
  url: null,
});
