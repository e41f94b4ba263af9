import type { Article, BlockKind } from './article.ts';
import type { IsoDay, Precision, Span } from './base.ts';
import type { AttributionType } from './claims.ts';
import type { EntityType } from './lexicon.ts';

export type MentionKind = 'entity' | 'scene' | 'cue' | 'date';

export interface Mention extends Span {
  readonly kind: MentionKind;
  /** Entity id, scene id or cue class. */
  readonly id: string;
  /** Entity type; null for the other kinds. */
  readonly type: EntityType | null;
  /** Whether it is a thing that was found in the app, and not its name: «那双拖鞋». */
  readonly isThing?: true;
}

export interface DateMention extends Span {
  readonly text: string;
  /** First and last day, null where the words do not say. */
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
  readonly precision: Precision;
  /**
   * How the words point: at a day, from a day on, up to a day, before a day (a deadline or a past bound),
   * «now» (目前, 近日: the day of publication), or a past without a day (曾, 此前).
   */
  readonly role: 'at' | 'since' | 'until' | 'before' | 'now' | 'past';
  /** What the words were resolved against. */
  readonly base: 'calendar' | 'published' | 'anchor';
}

/** How a token stands in its segment: the place where something is used, what is used there, who acts, the rest. */
export type Mark = 'host' | 'destination' | 'agent' | 'object' | 'speaker' | 'bare';

export type TokenClass = EntityType | 'scene' | 'date';

/** The private-use character that stands for a token of each class in an encoded sentence. */
export const LETTER: Readonly<Record<TokenClass, string>> = {
  app: '\ue000',
  payment: '\ue001',
  company: '\ue002',
  regulator: '\ue003',
  'link-class': '\ue004',
  group: '\ue005',
  scene: '\ue006',
  date: '\ue007',
};

/** A mention, or a list of like mentions («淘宝、天猫等应用»), as rules see it. Offsets are into `Document.twin`. */
export interface Token extends Span {
  readonly class: TokenClass;
  /** Entity or scene ids, in the order of the text; for a date one index into `Document.dates`. */
  readonly ids: readonly string[];
  /** Index of the token's one character in `Sentence.encoded`. */
  readonly at: number;
  readonly mark: Mark;
  /** Stands in the name of a document («《…管理规范》»), where nobody does anything and nothing happens. */
  readonly titled: boolean;
  /** A thing that was found in the app («那双拖鞋»), which opens or not, and does nothing. */
  readonly isThing: boolean;
}

/** A comma-level piece of a sentence. Offsets are into `Document.twin`. */
export interface Segment extends Span {
  readonly index: number;
  readonly sentence: number;
  readonly clause: number;
  /** The piece of `Sentence.encoded` that stands for it. */
  readonly from: number;
  readonly to: number;
  readonly encoded: string;
  readonly tokens: readonly Token[];
}

/** Offsets are into `Document.twin`. */
export interface Sentence extends Span {
  readonly index: number;
  readonly block: number;
  readonly blockKind: BlockKind;
  /** The sentence with every token as one private-use character. */
  readonly encoded: string;
  readonly tokens: readonly Token[];
  readonly segments: readonly Segment[];
  readonly speeches: readonly Speech[];
}

/** Who speaks, from one segment of a sentence to another (both inclusive). */
export interface Speech {
  readonly type: AttributionType;
  readonly name: string | null;
  /** The entity that speaks, where it is one. */
  readonly entity: string | null;
  readonly firstSegment: number;
  readonly lastSegment: number;
  /** Whether the words name a document or an announcement whose content may go on in later sentences. */
  readonly opens: boolean;
}

/** An article with all that was seen in it. `map[i]` is the article offset of unit i of the twin. */
export interface Document {
  readonly article: Article;
  readonly published: IsoDay | null;
  /** The title, encoded as a sentence is. */
  readonly title: string;
  /** The apps that the title names. */
  readonly titleApps: readonly string[];
  readonly twin: string;
  readonly map: Uint32Array;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
}
