import type { Block, BlockKind, Noise } from '../types.ts';
import { isByline, isDateline } from './bylines.ts';
import { isHidden } from './hidden.ts';
import { NoiseCount, readingAids, tailOf } from './noise.ts';
import { cut, fold, type Run, textOf } from './runs.ts';

export interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly noise: readonly Noise[];
  /** Characters in hidden elements. */
  readonly hiddenLength: number;
  /** See `Article.sourceMap`. */
  readonly sourceMap: readonly number[];
}

export interface BlockOptions {
  /** Classes that the page's style sheets hide. */
  readonly hiddenClasses: ReadonlySet<string>;
  /** Whether hidden elements are kept: where nothing is left without them. */
  readonly keepHidden: boolean;
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
const READING_TAGS = new Set(['rt', 'rp', 'rtc']);
const BOLD = new Set(['strong', 'b']);

interface Line {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly kind: BlockKind;
}

/**
 * Makes the one text of an article from its elements as they open and close, block by block: white space folded,
 * noise taken out and counted, nothing else touched.
 */
export class BlockBuilder {
  private readonly lines: Line[] = [];
  private readonly noise = new NoiseCount();
  private readonly kinds: BlockKind[] = [];
  private readonly options: BlockOptions;
  private parts: Run[] = [];
  private silent = 0;
  /** Open elements from the outermost hidden one inwards. */
  private hidden = 0;
  private readonly unseen: string[] = [];
  private bold = false;
  private hiddenLength = 0;

  constructor(options: BlockOptions) {
    this.options = options;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT_TAGS.has(tag) || READING_TAGS.has(tag)) this.silent += 1;
    if (this.hidden > 0 || (!this.options.keepHidden && this.isHidden(tag, attributes))) {
      this.hidden += 1;
      return;
    }
    if (BLOCK_TAGS.has(tag)) this.flush();
    const kind = KIND_OF[tag];
    if (kind !== undefined) this.kinds.push(kind);
    if (tag === 'rt' && this.silent === 1) this.noise.add('reading-aid', 1);
    if (BOLD.has(tag) && this.parts.every((p) => p.text.trim() === '')) this.bold = true;
  }

  /** Text at the offset `from` of the source; -1 where that is not known. */
  add(text: string, from: number): void {
    if (this.silent > 0) return;
    if (this.hidden > 0) this.unseen.push(text);
    else this.parts.push({ text, from });
  }

  close(tag: string): void {
    if (SILENT_TAGS.has(tag) || READING_TAGS.has(tag)) this.silent = Math.max(0, this.silent - 1);
    if (this.hidden > 0) {
      this.hidden -= 1;
      if (this.hidden === 0) this.endHidden();
      return;
    }
    if (BOLD.has(tag) && this.bold) {
      this.bold = false;
      if (isDateline(textOf(fold(this.parts).runs))) this.flush('byline');
    }
    if (BLOCK_TAGS.has(tag)) this.flush();
    if (KIND_OF[tag] !== undefined) this.kinds.pop();
  }

  finish(): BlockText {
    this.flush();
    const tail = tailOf(this.lines);
    for (const i of tail) this.noise.add('tail', 1, this.lines[i]?.text);
    const kept = assemble(this.lines.filter((_, i) => !tail.has(i)));
    return { ...kept, noise: this.noise.list(), hiddenLength: this.hiddenLength };
  }

  private isHidden(tag: string, attributes: Readonly<Record<string, string>>): boolean {
    return isHidden(tag, attributes, this.options.hiddenClasses);
  }

  private endHidden(): void {
    const text = this.unseen.join('');
    this.unseen.length = 0;
    this.hiddenLength += text.trim().length;
    if (text.trim() !== '') this.noise.add('hidden', 1, text);
  }

  private flush(as?: BlockKind): void {
    if (this.parts.length === 0) return;
    const { runs, invisible } = fold(this.parts);
    this.parts = [];
    this.bold = false;
    this.noise.add('invisible', invisible);
    const whole = textOf(runs);
    const aids = readingAids(whole);
    for (const aid of aids) this.noise.add('reading-aid', 1, whole.slice(aid.start - 1, aid.end));
    const kept = aids.length === 0 ? runs : fold(cut(runs, aids)).runs;
    const text = aids.length === 0 ? whole : textOf(kept);
    if (text === '') return;
    const kind = as ?? (isByline(text) ? 'byline' : (this.kinds.at(-1) ?? 'paragraph'));
    this.lines.push({ runs: kept, text, kind });
  }
}

function assemble(lines: readonly Line[]): Pick<BlockText, 'text' | 'blocks' | 'sourceMap'> {
  const blocks: Block[] = [];
  const sourceMap: number[] = [];
  let at = 0;
  for (const line of lines) {
    let offset = at;
    for (const run of line.runs) {
      sourceMap.push(offset, run.from);
      offset += run.text.length;
    }
    blocks.push({ kind: line.kind, start: at, end: offset });
    at = offset + 1;
  }
  return { text: lines.map((l) => l.text).join('\n'), blocks, sourceMap };
}
