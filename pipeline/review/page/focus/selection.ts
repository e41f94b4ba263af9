import type { Span } from '../../../types.ts';

/**
 * The words that are selected within `root`, as offsets into `text` without the blanks at both ends, or null where
 * nothing (or something elsewhere) is selected. Every run of the article stands in an element with `data-start`.
 */
export function selectedSpan(root: Element, text: string, selection: Selection | null): Span | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const within = range.cloneRange();
  if (!root.contains(range.startContainer)) within.setStart(root, 0);
  if (!root.contains(range.endContainer)) within.setEnd(root, root.childNodes.length);
  const start = offsetAt(root, within.startContainer, within.startOffset);
  const end = offsetAt(root, within.endContainer, within.endOffset);
  return trimmed(text, { start, end });
}

/** The span without blanks at its ends and without half a character; null where nothing is left. */
export function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  if (isLowSurrogate(text, start)) start -= 1;
  if (isLowSurrogate(text, end)) end += 1;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

export const isLowSurrogate = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

/** The offset in the article of a point in the page: of the next run, where the point is between two. */
function offsetAt(root: Element, node: Node, offset: number): number {
  if (node instanceof Text) {
    const run = node.parentElement?.closest('[data-start]');
    if (run instanceof HTMLElement) return Number(run.dataset.start) + offset;
  }
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  const runs = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const next = runs.find((run) => point.comparePoint(run, 0) >= 0);
  const last = runs.at(-1);
  if (next !== undefined) return Number(next.dataset.start);
  return last === undefined ? 0 : Number(last.dataset.start) + (last.textContent?.length ?? 0);
}
