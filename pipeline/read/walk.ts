import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../types.ts';
import { HEAD, isChinese, looksLikeArticles } from './recognise.ts';
import { warning } from './result.ts';

/** A path that ingest was given and that cannot be walked. The message says why. */
export class PathError extends Error {}

export interface FoundFile {
  /** Where to read it. */
  readonly absolute: string;
  /** How it is known from now on: relative to the working folder, with forward slashes. */
  readonly path: string;
  /** In bytes; null for standard input. */
  readonly size: number | null;
  /** When it was last changed, in milliseconds since 1970; null for standard input. */
  readonly modified: number | null;
}

/** Endings under which articles are kept; behind them stands what the content is. */
const ENDINGS = new Set(
  '.md .markdown .html .htm .xhtml .shtml .mht .mhtml .xml .rss .atom .rdf .json .ndjson .jsonl .jl .warc'.split(
    ' ',
  ),
);
/** Endings under which none are, so that these files need not be opened. */
const OTHERS = new Set(
  '.csv .jpg .jpeg .png .gif .webp .svg .ico .css .js .mjs .ts .map .woff .woff2 .ttf .mp3 .mp4 .pdf .zip .tar .db .sqlite .log .py .sh .yaml .yml .toml .lock'.split(
    ' ',
  ),
);
const STDIN = '-';

/** How a file is known: relative to `cwd`, with forward slashes, the same however it was written. */
export function pathKey(path: string, cwd: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join('/') || '.';
}

/** Whether the file of an article's path (or of `path#record`, whose file may have a # in its own name) can be found. */
export function isThere(path: string, cwd: string): boolean {
  const ends = [...path.matchAll(/#/g)].map((mark) => mark.index);
  return [...ends, path.length].some((end) => existsSync(resolve(cwd, path.slice(0, end))));
}

/**
 * Every article file under the given files and folders, in code-point order, each once; «-» is standard input. Hidden
 * files, READMEs, links that lead out of a folder, devices and pipes are left alone. A file whose ending says nothing,
 * or `.txt`, is looked into. Throws `PathError` for a path that is not there.
 */
export function* walk(
  paths: readonly string[],
  cwd: string,
  onSkipped: (problem: Problem) => void = () => undefined,
): Generator<FoundFile> {
  const skip: Skip = (path, why) => onSkipped(warning(pathKey(path, cwd), why));
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === STDIN && !seen.has(STDIN)) {
      seen.add(STDIN);
      yield { absolute: STDIN, path: STDIN, size: null, modified: null };
    }
    if (path === STDIN) continue;
    for (const [absolute, { size, mtimeMs }] of filesOf(resolve(cwd, path), path, skip)) {
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      yield { absolute, path: pathKey(absolute, cwd), size, modified: mtimeMs };
    }
  }
}

/** Tells of something that looked like an article and is left alone. */
type Skip = (path: string, why: string) => void;

function* filesOf(root: string, given: string, skip: Skip): Generator<[string, Stats]> {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (stat === undefined) throw new PathError(`${given}: there is no such file or folder; check the path`);
  if (stat.isFile()) yield [root, stat];
  else if (stat.isDirectory()) yield* inFolder(root, realpathSync(root), skip);
  else throw new PathError(`${given}: neither a file nor a folder; give one of these`);
}

function* inFolder(folder: string, realRoot: string, skip: Skip): Generator<[string, Stats]> {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort((a, b) => (a < b ? -1 : 1));
  for (const name of names) {
    const path = join(folder, name);
    if (leadsOut(path, realRoot)) {
      skip(path, 'a link that leads out of its folder, or nowhere, is left alone; give its target as a path');
      continue;
    }
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* inFolder(path, realRoot, skip);
    else if (stat?.isFile()) {
      if (isArticle(path)) yield [path, stat];
    } else if (stat !== undefined) skip(path, 'neither a file nor a folder; it is left alone');
  }
}

function isArticle(path: string): boolean {
  const name = basename(path).replace(/\.gz$/i, '');
  const ending = extname(name).toLowerCase();
  if (basename(name, extname(name)).toLowerCase() === 'readme' || OTHERS.has(ending)) return false;
  if (ending === '.txt') return isChinese(headOf(path));
  return ENDINGS.has(ending) || looksLikeArticles(headOf(path));
}

function headOf(path: string): Uint8Array {
  const head = new Uint8Array(HEAD);
  try {
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head));
    } finally {
      closeSync(file);
    }
  } catch {
    return head.subarray(0, 0);
  }
}

/** A link whose target lies outside the folder that is walked, or that leads back up into it. */
function leadsOut(path: string, realRoot: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return true;
  return !realpathSync(path).startsWith(realRoot + sep);
}
