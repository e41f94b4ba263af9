import type { Problem, Span } from './base.ts';

export type SourceFormat =
  | 'markdown'
  | 'text'
  | 'html'
  | 'singlefile'
  | 'mhtml'
  | 'rss'
  | 'atom'
  | 'json-feed'
  | 'json'
  | 'ndjson'
  | 'warc';

/** What a file says of itself: front matter, or a page's metadata. */
export interface SourceRecord {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
  /** ISO 8601 with its offset. */
  readonly published: string | null;
  readonly url: string | null;
  /** Field → where its value was found (`front matter`, `json-ld`, `visible line` …); fields without a value are left out. */
  readonly origin?: Readonly<Record<string, string>>;
}

export interface Source {
  readonly path: string;
  readonly format: SourceFormat;
  /** The encoding that was decided on, as a WHATWG label. */
  readonly encoding: string;
  /** Hex SHA-256 of the source's bytes. */
  readonly sha256: string;
  readonly record: SourceRecord;
  /** HTML: a feed fragment that is the article already, or a full page with navigation around it. */
  readonly html: string;
  readonly htmlKind: 'fragment' | 'page';
  /** Where `html` begins in the file or field that it was taken from; null where it was made from other text. 0 by default. */
  readonly htmlStart?: number | null;
  readonly warnings: readonly Problem[];
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'caption' | 'byline';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What cleaning took out of an article that its reader was never meant to see, or that is not the article's. */
export interface Noise {
  readonly kind: 'invisible' | 'hidden' | 'reading-aid' | 'tail';
  /** Characters for `invisible`; places for the others. */
  readonly count: number;
  /** The first few, shortened; empty for `invisible`. */
  readonly samples: readonly string[];
}

/** One text that never changes again. Blocks are in order, do not overlap, and are joined by one '\n'. */
export interface Article {
  readonly path: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly sha256: string;
  readonly record: SourceRecord;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly noise?: readonly Noise[];
  /**
   * Runs that stand in the source as they stand in the text, as pairs [offset in `text`, offset in the decoded
   * page, scrape or field] in rising order of the first; -1 where that is not known, as in what was Markdown. An article that comes back from the book
   * has neither this nor `noise`.
   */
  readonly sourceMap?: readonly number[];
  readonly warnings: readonly Problem[];
}
