export type IsoDay = string;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Trouble with one article. It becomes a row in the database and never stops a run. */
export interface Problem {
  readonly stage: 'read' | 'clean' | 'annotate' | 'extract' | 'refine' | 'store';
  readonly severity: 'error' | 'warning';
  /** Path as given to ingest, or `file#record`. */
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  /** What is wrong and what to do, in one line. */
  readonly message: string;
}

export type Precision = 'day' | 'month' | 'quarter' | 'year' | 'range' | 'vague';
