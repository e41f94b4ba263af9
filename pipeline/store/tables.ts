import type { ColumnType, Generated } from 'kysely';

/** The tables as SQLite holds them: JSON and booleans are text and integers. */
export interface Tables {
  articles: ArticleTable;
  /** `text` is `packed`, `blocks` is `blocksText`. */
  article_texts: { key: Generated<number>; hash: string; text: Uint8Array; blocks: string };
  /** How an article was read, `packed`; see `readings.ts`. */
  readings: { key: Generated<number>; made: Uint8Array };
  claims: ClaimTable;
  runs: RunTable;
  problems: ProblemTable;
  decisions: DecisionTable;
  verdicts: VerdictTable;
  /** One row: the number up to which the log of decisions has been folded into `verdicts`. */
  folded: { seq: number };
  signatures: { id: Generated<number>; text_key: number; signature: Uint8Array; story: number | null };
  bands: { key: number; signature_id: number };
  reposts: { article_id: string; original_id: string };
  files: { path: string; size: number; modified: number; rules_version: string };
  /** How many claims there are of each sort and rule; triggers keep it. */
  tally: TallyTable;
  /** How many claims there are of each relation, pair and scene; triggers keep it. See `matters.ts`. */
  matters: MatterTable;
  /** Claims that another contradicts, for the matters that are not stale. */
  contested: { claim_key: number };
}

/** Articles, texts, readings and claims point to each other by `key`, which is the book's own; `id` is for everybody. */
export interface ArticleTable {
  key: Generated<number>;
  id: string;
  path: string;
  format: string;
  encoding: string;
  sha256: string;
  title: string | null;
  publisher: string | null;
  author: string | null;
  categories: string;
  published: string | null;
  url: string | null;
  text_key: number;
  reading_key: number;
  state: string;
  rules_version: string;
  first_run: number;
  last_run: number;
}

/** A word of a closed list as `codes.ts` has it. */
type Code = number | string;
/** What the schema makes of a code. */
type ReadBack = ColumnType<string, never, never>;

export interface ClaimTable {
  key: Generated<number>;
  id: string;
  article_key: number;
  /** The version of the text that the evidence points into. */
  text_key: number;
  /** The reading that it comes from last, and its place among the traces there. */
  reading_key: number;
  trace_at: number;
  position: number;
  kind_code: Code;
  relation_code: Code;
  subject: string;
  object: string | null;
  scene: string | null;
  status_code: Code;
  date_text: string | null;
  date_start: string | null;
  date_end: string | null;
  date_precision_code: Code;
  date_basis_code: Code;
  deadline: string | null;
  attribution_type_code: Code;
  attribution_name: string | null;
  conditions: string;
  start: number;
  end: number;
  quote: string;
  rule: string;
  /** Parts of it that were carried over from elsewhere in the text. */
  carried: number;
  state_code: Code;
  first_run: number;
  last_run: number;
  /** What the rules say, as JSON, where a person's edit stands in the other columns; else null. */
  machine: string | null;
  /** What the last reviewer has decided. */
  review_code: Generated<Code>;
  kind: ReadBack;
  relation: ReadBack;
  status: ReadBack;
  date_precision: ReadBack;
  date_basis: ReadBack;
  attribution_type: ReadBack;
  state: ReadBack;
  review: ReadBack;
}

export interface TallyTable {
  state_code: Code;
  review_code: Code;
  kind_code: Code;
  relation_code: Code;
  status_code: Code;
  rule: string;
  count: number;
}

/** `object` and `scene` are empty where there is none. */
export interface MatterTable {
  subject: string;
  object: string;
  relation_code: Code;
  scene: string;
  current: number;
  lost: number;
  contested: number;
  /** 1 where claims have changed since `contested` was found. */
  stale: number;
}

export interface RunTable {
  id: Generated<number>;
  version: string;
  started: string;
  finished: string | null;
  summary: string | null;
}

export interface ProblemTable {
  id: Generated<number>;
  run_id: number;
  stage: string;
  severity: string;
  path: string;
  line: number | null;
  column: number | null;
  message: string;
  at: string;
}

export interface DecisionTable {
  seq: Generated<number>;
  id: string;
  claim_id: string;
  action: string;
  before: string;
  after: string | null;
  reviewer: string;
  at: string;
  reason: string | null;
  note: string | null;
  undoes: string | null;
  group_id: string | null;
  machine: string | null;
}

/** What follows from the log for one claim and one reviewer; only `standing.ts` writes it. */
export interface VerdictTable {
  claim_id: string;
  reviewer: string;
  state: string;
  decision: string;
  at: string;
  reason: string | null;
  note: string | null;
  /** The reviewer's own reading of the claim, as JSON. */
  edit: string | null;
  /** 1 where the rules read the claim otherwise now than when it was decided on. */
  changed: number;
  /** 1 for the reviewer who decided last. */
  latest: number;
}
