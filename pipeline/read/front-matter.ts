import { createRequire } from 'node:module';
import { parse as parseToml, TomlError } from 'smol-toml';
import { z } from 'zod';
import type { SourceRecord } from '../types.ts';
import { type FieldMap, readFields } from './fields.ts';
import { LIMITS } from './limits.ts';
import { plainFields } from './plain-yaml.ts';

/** What is wrong with a front matter, and where (1-based). */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Matter {
  readonly record: SourceRecord;
  readonly body: string;
  /** Offset of the body in the text. */
  readonly bodyStart: number;
  readonly doubt: string | null;
}

const OPENING = /^(?:[ \t]*\r?\n){0,50}(---|\+\+\+)([^\r\n]*)\r?\n/;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '---': /^(?:---|\.\.\.)[ \t]*\r?$/m,
  '+++': /^\+\+\+[ \t]*\r?$/m,
};
const fields = z.record(z.string(), z.unknown());

/**
 * Splits and reads the front matter of a scrape: YAML between `---`, TOML between `+++`; blank lines before it are
 * allowed. A text without one is all body.
 */
export function readFrontMatter(
  source: string,
  limit = LIMITS.frontMatterBytes,
  own: Partial<FieldMap> = {},
): Matter | Fault {
  const opening = OPENING.exec(source);
  if (opening === null) return { record: emptyRecord(), body: source, bodyStart: 0, doubt: null };
  const [whole, mark = '---', language = ''] = opening;
  const firstLine = whole.split('\n').length;
  const fault = (message: string): Fault => ({ line: firstLine - 1, column: 1, message });
  if (language.trim() !== '')
    return fault(
      `a front matter in «${language.trim().slice(0, 20)}» is not read and never run; write it in YAML`,
    );
  const closing = CLOSING[mark]?.exec(source.slice(whole.length, whole.length + limit));
  if (closing == null)
    return fault(
      source.length > whole.length + limit
        ? `the front matter does not end within ${limit} bytes (limit «front-matter»); add a line «${mark}» after it`
        : `the front matter does not end; add a line «${mark}» after it`,
    );
  const matter = source.slice(whole.length, whole.length + closing.index);
  const data = mark === '---' ? readYaml(matter, firstLine) : readToml(matter, firstLine);
  if (isFault(data)) return data;
  const { record, doubt, badDate } = readFields(data, 'front matter', own);
  if (badDate !== null) return wrongDate(matter, badDate, firstLine);
  const bodyStart = whole.length + closing.index + closing[0].length;
  return { record, body: source.slice(bodyStart), bodyStart, doubt };
}

const isFault = (value: Fault | Record<string, unknown>): value is Fault =>
  typeof value.line === 'number' && typeof value.column === 'number' && typeof value.message === 'string';

/** Loaded by the first front matter that is not plain. */
const yamlPackage = (): typeof import('yaml') => createRequire(import.meta.url)('yaml');

function readYaml(yaml: string, firstLine: number): Record<string, unknown> | Fault {
  const plain = plainFields(yaml);
  if (plain !== null) return plain;
  const { LineCounter, parseDocument } = yamlPackage();
  const lines = new LineCounter();
  const at = (offset: number, message: string): Fault => {
    const place = lines.linePos(offset);
    return { line: firstLine + Math.max(place.line, 1) - 1, column: Math.max(place.col, 1), message };
  };
  try {
    const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error !== undefined)
      return at(error.pos[0], `the front matter is not YAML: ${firstOf(error.message)}`);
    return checked(document.toJS({ maxAliasCount: 50 }) ?? {}, firstLine);
  } catch (thrown) {
    return at(
      0,
      `the front matter is not read: ${thrown instanceof Error ? firstOf(thrown.message) : 'it is broken'}`,
    );
  }
}

function readToml(toml: string, firstLine: number): Record<string, unknown> | Fault {
  try {
    return checked(parseToml(toml), firstLine);
  } catch (thrown) {
    if (!(thrown instanceof TomlError))
      return { line: firstLine, column: 1, message: 'the front matter is not read: it is broken' };
    const message = `the front matter is not TOML: ${firstOf(thrown.message)}`;
    return { line: firstLine + thrown.line - 1, column: thrown.column, message };
  }
}

function checked(value: unknown, line: number): Record<string, unknown> | Fault {
  const parsed = fields.safeParse(value);
  return parsed.success
    ? parsed.data
    : {
        line,
        column: 1,
        message: 'the front matter holds no fields; write «title: …» and the like, one a line',
      };
}

function wrongDate(matter: string, stamp: string, firstLine: number): Fault {
  const before = matter.slice(0, Math.max(matter.indexOf(stamp), 0)).split('\n');
  return {
    line: firstLine + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: `«${stamp.slice(0, 60)}» is no date; write it like 2021-09-17 or 2021-09-17T09:23:00+08:00`,
  };
}

const firstOf = (message: string): string => message.split('\n', 1)[0] ?? '';

/** A record that knows nothing. */
export const emptyRecord = (): SourceRecord => ({
  title: null,
  publisher: null,
  author: null,
  categories: [],
  published: null,
  url: null,
});
