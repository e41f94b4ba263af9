import type { Article, Claim } from '../types.ts';
import { blocksText } from './blocks.ts';
import { writtenColumns } from './content.ts';
import { packed } from './pack.ts';
import { readingOf } from './readings.ts';
import { type ArticleRow, articleRow, textHash } from './rows.ts';

/**
 * An article and its claims as the book takes them, but for what only the book can say. Plain data, and small: another
 * thread than the one that writes makes it, which is most of the work of writing.
 */
export interface Prepared {
  readonly article: ArticleRow;
  readonly text: PreparedText;
  /** How it was read; see `readings.ts`. */
  readonly made: Uint8Array;
  readonly claims: readonly PreparedClaim[];
  /** The signature by which reposts of the text are found; null for a text too short, left out where none was made. */
  readonly signature?: Uint16Array | null | undefined;
}

export interface PreparedText {
  readonly hash: string;
  readonly packed: Uint8Array;
  readonly blocks: string;
  /** UTF-16 units. */
  readonly length: number;
}

export interface PreparedClaim {
  readonly id: string;
  readonly rule: string;
  /** Parts of it that were carried over from elsewhere in the text. */
  readonly carried: number;
  /** What it says. */
  readonly said: ReturnType<typeof writtenColumns>;
}

export interface ArticleToSave {
  readonly runId: number;
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly rulesVersion: string;
}

/** Pure. */
export const prepare = (
  article: Article,
  claims: readonly Claim[],
  signature?: Uint16Array | null,
): Prepared => ({
  article: articleRow(article),
  text: preparedText(article.text, blocksText(article.blocks)),
  made: alone(readingOf(article, claims)),
  claims: claims.map((claim) => ({
    id: claim.id,
    rule: claim.rule,
    carried: claim.trace.filter((step) => step.from === 'carried').length,
    said: writtenColumns(claim),
  })),
  signature,
});

const preparedText = (text: string, blocks: string): PreparedText => ({
  hash: textHash(text),
  packed: alone(packed(text, 'text')),
  blocks,
  length: text.length,
});

/** The bytes without the rest of the buffer that they were made in, all of which would go to the other thread. */
const alone = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
