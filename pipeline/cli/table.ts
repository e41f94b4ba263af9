const NARROW = /^[\x20-\x7e]*$/;

/** Columns of a terminal that the text takes: 汉字 and other wide characters take two. */
export function width(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}

/** Rows as aligned lines, two spaces between columns; cells that are numbers stand to the right. */
export function table(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '—' : String(cell))));
  const widths: number[] = [];
  for (const row of cells)
    for (const [c, cell] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, width(cell));
  const pad = (cell: string, c: number, right: boolean): string => {
    const space = ' '.repeat((widths[c] ?? 0) - width(cell));
    return right ? space + cell : cell + space;
  };
  return cells
    .map((row, r) =>
      row
        .map((cell, c) => pad(cell, c, typeof rows[r]?.[c] === 'number'))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
