import type { Cues, Mention } from '../types.ts';

/** How far back a clause is looked for, and how far behind a name its verb, in UTF-16 units. */
const BACK = 48;
const AHEAD = 16;

/** What ends a clause. */
const ENDS = ['，', '。', '；', '：', '！', '？', '\n'];

/**
 * The twin with a comma for each 、 that stands between whole clauses: «甲上线微信支付、乙恢复支付宝» tells of each shop what
 * it does, and lists no ways to pay. A name with a verb of its own must stand on both sides. Offsets stay as they are.
 */
export function commasBetweenClauses(twin: string, named: readonly Mention[], cues: Cues): string {
  const acts = (m: Mention): boolean =>
    m.type !== 'payment' && cues.startOf('own-verb', twin.slice(m.end, m.end + AHEAD)) > 0;
  const marks: number[] = [];
  named.forEach((m, i) => {
    const mark = m.start - 1;
    if (twin[mark] !== '、' || !acts(m)) return;
    const from = Math.max(clauseStart(twin, mark), marks.at(-1) ?? 0);
    for (let k = i - 1; k >= 0; k -= 1) {
      const before = named[k];
      if (before === undefined || before.start < from) return;
      if (before.end < mark && acts(before)) {
        marks.push(mark);
        return;
      }
    }
  });
  if (marks.length === 0) return twin;
  let out = '';
  let from = 0;
  for (const mark of marks) {
    out += `${twin.slice(from, mark)}，`;
    from = mark + 1;
  }
  return out + twin.slice(from);
}

/** Where the clause begins that ends at `end`: behind the last mark that is none of a list. */
function clauseStart(twin: string, end: number): number {
  const near = Math.max(0, end - BACK);
  return near + Math.max(0, ...ENDS.map((mark) => twin.slice(near, end).lastIndexOf(mark) + 1));
}
