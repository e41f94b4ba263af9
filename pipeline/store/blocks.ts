import type { Block, BlockKind } from '../types.ts';

const LETTERS: readonly (readonly [BlockKind, string])[] = [
  ['heading', 'h'],
  ['paragraph', 'p'],
  ['list-item', 'l'],
  ['caption', 'c'],
  ['byline', 'b'],
];
const LETTER_OF = new Map(LETTERS);
const KIND_OF = new Map(LETTERS.map(([kind, letter]) => [letter, kind]));

/**
 * Blocks as the book holds them: of each the letter of its kind and its length, `h12p340`. One sign joins them, which
 * says where each begins; where it begins so many units further on, they stand before the length: `p5,340`.
 */
export function blocksText(blocks: readonly Block[]): string {
  let text = '';
  let next = 0;
  for (const { kind, start, end } of blocks) {
    text += `${LETTER_OF.get(kind)}${start === next ? '' : `${start - next},`}${end - start}`;
    next = end + 1;
  }
  return text;
}

/** The blocks that `blocksText` wrote down. */
export function blocksFromText(text: string): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const [, letter = '', further = '0', length] of text.matchAll(/([hplcb])(?:(-?\d+),)?(\d+)/g)) {
    const kind = KIND_OF.get(letter);
    if (kind === undefined) continue;
    const start = next + Number(further);
    const end = start + Number(length);
    blocks.push({ kind, start, end });
    next = end + 1;
  }
  return blocks;
}
