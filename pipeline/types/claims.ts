import type { IsoDay, Precision, Span } from './base.ts';

export type Kind = 'platform' | 'scene' | 'payment';

export type Relation = 'access' | 'acceptance' | 'code-interop' | 'order' | 'policy' | 'launch' | 'pledge';

export type Status =
  | 'open'
  | 'limited'
  | 'closed'
  | 'trial'
  | 'pending'
  | 'planned'
  | 'required'
  | 'published'
  | 'launched'
  | 'pledged';

export type AttributionType = 'official' | 'regulator' | 'test' | 'media' | 'rumour' | 'expert' | 'user';

export interface ClaimDate {
  readonly text: string | null;
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly precision: Precision;
  readonly basis: 'text' | 'context' | 'published';
}

export interface Attribution {
  readonly type: AttributionType;
  readonly name: string | null;
}

export interface Evidence extends Span {
  readonly quote: string;
}

/** One step on the way from the words to the claim, for `pipeline explain`. */
export interface TraceStep {
  readonly field: string;
  readonly from: 'rule' | 'clause' | 'carried' | 'default';
  readonly note: string;
  readonly span: Span | null;
}

/** A claim as refine leaves it: everything but its article and its review state. */
export interface Claim {
  readonly id: string;
  readonly kind: Kind;
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
  readonly status: Status;
  readonly date: ClaimDate;
  readonly deadline: IsoDay | null;
  readonly attribution: Attribution;
  readonly conditions: readonly string[];
  readonly evidence: Evidence;
  readonly rule: string;
  readonly trace: readonly TraceStep[];
}
