/**
 * Words of closed lists, which the book holds as their places in these lists: a claim's row is a third shorter. The
 * schema turns them back (`claims.kind` is read from `claims.kind_code`), so these lists are never changed nor added to;
 * a word that is not in its list is held as itself and read back as well.
 */
export const CODES = {
  kind: ['platform', 'scene', 'payment'],
  relation: ['access', 'acceptance', 'code-interop', 'order', 'policy', 'launch', 'pledge'],
  status: [
    'open',
    'closed',
    'limited',
    'trial',
    'pending',
    'planned',
    'required',
    'published',
    'launched',
    'pledged',
  ],
  date_precision: ['day', 'vague', 'month', 'quarter', 'year', 'range'],
  date_basis: ['text', 'published', 'context'],
  attribution_type: ['media', 'official', 'regulator', 'test', 'rumour', 'expert', 'user'],
  state: ['current', 'lost'],
  review: ['unreviewed', 'accepted', 'rejected', 'edited'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CodedColumn = keyof typeof CODES;

export const CODED = [
  'kind',
  'relation',
  'status',
  'date_precision',
  'date_basis',
  'attribution_type',
  'state',
  'review',
] as const satisfies readonly CodedColumn[];

const PLACES: ReadonlyMap<CodedColumn, ReadonlyMap<string, number>> = new Map(
  CODED.map((column) => [column, new Map(CODES[column].map((word, place) => [word, place]))]),
);

/** How a word of a column is held. */
export const codeOf = (column: CodedColumn, word: string): number | string =>
  PLACES.get(column)?.get(word) ?? word;

/** The word that a code of a column stands for. */
export const wordOf = (column: CodedColumn, code: number | string): string =>
  CODES[column][Number(code)] ?? String(code);
