import type { Span } from './base.ts';
import type { Relation, Status, TraceStep } from './claims.ts';

export type Frame =
  | 'use'
  | 'act'
  | 'mutual'
  | 'visit'
  | 'leap'
  | 'take'
  | 'enter'
  | 'meet'
  | 'login'
  | 'sets-up'
  | 'same'
  | 'other'
  | 'such'
  | 'share'
  | 'takes'
  | 'round'
  | 'stands'
  | 'serves'
  | 'holds'
  | 'wallets'
  | 'scans'
  | 'scanned'
  | 'order'
  | 'publish'
  | 'issued'
  | 'launch'
  | 'pledge';

/** An example sentence and the claims that the rule must make of it, each as «subject object scene status». */
export interface RuleExample {
  readonly text: string;
  readonly claims: readonly string[];
}

/** A rule as data: what words it looks for, how it assigns the roles, and the sentences that hold it to its reason. */
export interface Rule {
  readonly id: string;
  readonly relation: Relation;
  readonly frame: Frame;
  readonly status: Status;
  readonly reason: string;
  /** Regular expression over an encoded segment, with `<class>` macros; groups named `host` and `thing` override the
   *  frame's roles, groups named for a status the rule's own. */
  readonly pattern: string;
  readonly unless: string | null;
  readonly scope: 'segment' | 'sentence';
  readonly scene: string | null;
  readonly object: string | null;
  /** Only where the paragraph is about this relation already («…也能用» means a link or a way to pay). */
  readonly topical: boolean;
  /** Whether a negation before the match turns open into closed and back. */
  readonly negatable: boolean;
  readonly fires: readonly RuleExample[];
  readonly silent: readonly string[];
}

export interface CompiledRule extends Rule {
  /** Global; run it with `matchAll`. */
  readonly regex: RegExp;
  readonly unlessRegex: RegExp | null;
}

/**
 * What a text must hold for a rule to match in it. A rule can match in one of several ways, and a way is open in a text
 * that holds a sign of each of its clauses. A sign is a UTF-16 unit, or by `pairSign` two that stand side by side, where
 * the edges of a text are units too. Signs are numbered from 1 on; a set of them is a row of bits, one for each number.
 */
export interface WayTable {
  /** Rules that any text may match, by their place among all rules. */
  readonly always: Int32Array;
  /** Number → its sign; 0 has none. */
  readonly signs: Int32Array;
  /** Where in `ways` those ways stand whose first clause has a number: `places` from `ledFrom[number]` to `ledFrom[number + 1]`. */
  readonly ledFrom: Int32Array;
  readonly places: Int32Array;
  /**
   * One way behind the other: its rule; where it ends; of each clause but the first how many integers follow, then these:
   * the place of 32 bits and the mask of those that meet the clause, and so on.
   */
  readonly ways: Int32Array;
}

/** Stand for the edges of a text; they are no characters in Unicode. */
export const BEGIN = 0xfffe;

export const END = 0xffff;

/** One more than the greatest sign. */
export const SIGNS = 0x2_0000;

/** The sign of two units side by side. Some pairs share one, so that a text may seem to hold what it does not. */
export const pairSign = (a: number, b: number): number =>
  0x1_0000 | ((Math.imul(a, 0x9e37_79b1) + Math.imul(b, 0x85eb_ca6b)) >>> 16);

/** What a rule found in one segment, before anything is carried over from elsewhere. Empty roles are to be filled. */
export interface Draft {
  readonly rule: string;
  readonly relation: Relation;
  readonly frame: Frame;
  readonly topical: boolean;
  /** The words stand in a question: nothing is said, but an answer may say it. */
  readonly asked: boolean;
  readonly status: Status;
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly scenes: readonly string[];
  readonly sentence: number;
  /** Index of the segment within its sentence. */
  readonly segment: number;
  /** The words that the pattern matched, as a span of the sentence's encoded form. */
  readonly match: Span;
  /** First and last segment (of the sentence) whose words the claim rests on. */
  readonly firstSegment: number;
  readonly lastSegment: number;
  readonly trace: readonly TraceStep[];
}

/** Whether a rule reads what is told of a name by the grammar alone, which holds only in a firm frame and where no other rule reads the words. */
export const isFramedRule = (id: string): boolean => id.startsWith('access.framed-');
