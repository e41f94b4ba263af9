import type { Span } from '../../../types.ts';
import type { ClaimView } from '../../wire.ts';

export type MarkRole = ClaimView['spans'][number]['role'];

export interface MarkSpan extends Span {
  readonly role: MarkRole;
}

export interface OtherSpan extends Span {
  readonly id: string;
}

/** A stretch of text that is marked alike throughout. Offsets are UTF-16, into the article's text. */
export interface Run extends Span {
  /** Outermost first: evidence, then the parts. */
  readonly roles: readonly MarkRole[];
  /** Roles whose span begins with this run: here stands the label. */
  readonly begins: readonly MarkRole[];
  /** Other claims that rest on these words. */
  readonly others: readonly string[];
}

const ORDER: readonly MarkRole[] = ['evidence', 'speaker', 'date', 'scene', 'status', 'subject', 'object'];

/**
 * Cuts a block into runs at every border of a mark. The runs are in order, touch each other and cover the block;
 * spans that reach beyond the block count for their part in it, empty ones and those outside not at all.
 */
export function runsOf(block: Span, marks: readonly MarkSpan[], others: readonly OtherSpan[]): Run[] {
  const inside = <S extends Span>(span: S): boolean =>
    span.start < block.end && span.end > block.start && span.start < span.end;
  const here = marks.filter(inside);
  const near = others.filter(inside);
  const clip = (offset: number): number => Math.min(block.end, Math.max(block.start, offset));
  const cuts = [...here, ...near].flatMap(({ start, end }) => [clip(start), clip(end)]);
  const borders = [...new Set([block.start, ...cuts, block.end])].sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, i) => {
    const end = borders[i + 1] ?? block.end;
    const covers = (span: Span): boolean => span.start <= start && span.end >= end;
    const roles = ORDER.filter((role) => here.some((m) => m.role === role && covers(m)));
    const begins = roles.filter((role) => here.some((m) => m.role === role && m.start === start));
    return { start, end, roles, begins, others: near.filter(covers).map(({ id }) => id) };
  });
}
