import { Parser } from 'htmlparser2';
import type { Block, BlockKind } from '../types.ts';
import { isByline, isDateline } from './bylines.ts';

export interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Elements that begin a new block. Every other element, known or not, is inline and never breaks a sentence. */
const BLOCK_TAGS = new Set(
  'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content is no text. */
const SILENT_TAGS = new Set(
  'script style noscript template iframe object embed svg math canvas audio video select option button textarea head title'.split(
    ' ',
  ),
);
const KIND_OF: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  figcaption: 'caption',
};
const BOLD = new Set(['strong', 'b']);
const SPACE = /[\s\u00a0\u3000]+/g;

/** The text of an HTML fragment, block by block, white space folded, nothing else touched. Streams; builds no tree. */
export function blocksOf(html: string): BlockText {
  const builder = new BlockBuilder();
  const parser = new Parser(
    {
      onopentag: (name) => builder.open(name),
      ontext: (text) => builder.add(text),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return builder.finish();
}

class BlockBuilder {
  private readonly lines: { readonly text: string; readonly kind: BlockKind }[] = [];
  private readonly kinds: BlockKind[] = [];
  private parts: string[] = [];
  private silent = 0;
  /** How many parts stood before the bold element that opened the block; -1 when none did. */
  private boldFrom = -1;

  open(tag: string): void {
    if (SILENT_TAGS.has(tag)) this.silent += 1;
    if (BLOCK_TAGS.has(tag)) this.flush();
    const kind = KIND_OF[tag];
    if (kind !== undefined) this.kinds.push(kind);
    if (BOLD.has(tag) && this.isEmpty()) this.boldFrom = this.parts.length;
  }

  add(text: string): void {
    if (this.silent === 0) this.parts.push(text);
  }

  close(tag: string): void {
    if (SILENT_TAGS.has(tag)) this.silent = Math.max(0, this.silent - 1);
    if (BOLD.has(tag) && this.boldFrom >= 0) {
      if (isDateline(fold(this.parts.join('')))) this.flush('byline');
      this.boldFrom = -1;
    }
    if (BLOCK_TAGS.has(tag)) this.flush();
    if (KIND_OF[tag] !== undefined) this.kinds.pop();
  }

  finish(): BlockText {
    this.flush();
    let at = 0;
    const blocks = this.lines.map(({ text, kind }): Block => {
      const block = { kind, start: at, end: at + text.length };
      at = block.end + 1;
      return block;
    });
    return { text: this.lines.map((l) => l.text).join('\n'), blocks };
  }

  private isEmpty(): boolean {
    return this.parts.every((p) => p.trim() === '');
  }

  private flush(as?: BlockKind): void {
    const text = fold(this.parts.join(''));
    this.parts = [];
    this.boldFrom = -1;
    if (text === '') return;
    const kind = as ?? (isByline(text) ? 'byline' : (this.kinds.at(-1) ?? 'paragraph'));
    this.lines.push({ text, kind });
  }
}

const fold = (text: string): string => text.replace(SPACE, ' ').trim();
