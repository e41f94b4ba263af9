export type EntityType = 'app' | 'payment' | 'company' | 'regulator' | 'link-class' | 'group';

export interface Alias {
  readonly text: string;
  /** Years, inclusive, in which the alias meant this entity. */
  readonly from: number | null;
  readonly to: number | null;
  /**
   * The alias is also a common word: it counts in quotation marks, in a list beside a name that is sure, with one of
   * `near` in its sentence, or where the article names the entity beyond doubt; without `near`, as a whole word of nodejieba's.
   */
  readonly ambiguous: boolean;
  /** Any of these within the same sentence speaks for an ambiguous alias. */
  readonly near: readonly string[];
  /** Any of these overlapping or touching the alias, ambiguous or not, rules it out («苹果汁»). */
  readonly not: readonly string[];
}

/**
 * What an entity is besides its type: where people send one another links, who makes the telephones, what acts in
 * other apps for its user, where people spend their time and meet goods and services of other apps, an agency that rules
 * on what others ask it for, what finds pages of others, or who keeps the money that others are paid with.
 */
export type Trait = 'messenger' | 'device' | 'assistant' | 'platform' | 'court' | 'engine' | 'bank';

export interface EntityEntry {
  readonly id: string;
  readonly type: EntityType;
  readonly trait: Trait | null;
  readonly name: string;
  readonly owner: string | null;
  readonly aliases: readonly Alias[];
  /** Words, as regular expressions, for what only this app has: «笔记» is a post of 小红书. */
  readonly parts?: readonly string[];
}

export interface SceneEntry {
  readonly id: string;
  readonly name: string;
  /** The apps that have such a place; empty where any app may. */
  readonly hosts: readonly string[];
  readonly aliases: readonly Alias[];
}

/** Words that a rule pattern names as `<class>`, with what each of them means. */
export interface CueEntry {
  /** Cue class, as patterns write it in angle brackets. */
  readonly class: string;
  readonly words: readonly string[];
  readonly reason: string;
}

export interface Lexicon {
  readonly entities: readonly EntityEntry[];
  readonly scenes: readonly SceneEntry[];
  readonly cues: readonly CueEntry[];
}

/** The lists that nodejieba cuts sentences by. */
export interface WordLists {
  /** UTF-8: «word frequency tag» on each line. */
  readonly words: Uint8Array;
  /** Words that were added: «word», «word tag» or «word frequency tag» on each line. */
  readonly added: string;
}
