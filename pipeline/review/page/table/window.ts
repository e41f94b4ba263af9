/** Which rows of a long table are drawn. */
export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** The rows in sight and some around them, out of `total`; heights in CSS pixels. */
export function windowOf(
  scrollTop: number,
  height: number,
  rowHeight: number,
  total: number,
  around = 12,
): RowWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight) - around;
  const last = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight) + around;
  return { first: Math.max(0, Math.min(first, total)), last: Math.max(0, Math.min(last, total)) };
}

/** Where to scroll so that a row is in sight, or the same where it is. */
export function scrolledTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
