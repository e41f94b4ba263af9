import type { Generated } from 'kysely';

/** The tables as SQLite holds them: JSON and booleans are text and integers. */
export interface Tables {
  articles: ArticleTable;
  article_texts: { hash: string; text: string; blocks: string };
  claims: ClaimTable;
  evidence: { claim_id: string; role: string; start: number; end: number; quote: string };
  runs: RunTable;
  problems: ProblemTable;
  decisions: DecisionTable;
  verdicts: VerdictTable;
  /** One row: the number up to which the log of decisions has been folded into `verdicts`. */
  folded: { seq: number };
  signatures: { id: Generated<number>; text_hash: string; signature: Uint8Array; story: number | null };
  bands: { key: number; signature_id: number };
  reposts: { article_id: string; original_id: string };
  files: { path: string; size: number; modified: number; rules_version: string };
  article_sources: { article_id: string; origin: string; noise: string; source_map: string };
}

export interface ArticleTable {
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
  text_hash: string;
  state: string;
  rules_version: string;
  first_run: number;
  last_run: number;
}

export interface ClaimTable {
  id: string;
  article_id: string;
  text_hash: string;
  position: number;
  kind: string;
  relation: string;
  subject: string;
  object: string | null;
  scene: string | null;
  status: string;
  date_text: string | null;
  date_start: string | null;
  date_end: string | null;
  date_precision: string;
  date_basis: string;
  deadline: string | null;
  attribution_type: string;
  attribution_name: string | null;
  conditions: string;
  rule: string;
  trace: string;
  state: string;
  first_run: number;
  last_run: number;
  /** What the rules say, as JSON, where a person's edit stands in the other columns; else null. */
  machine: string | null;
  /** What the last reviewer has decided. */
  review: Generated<string>;
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
