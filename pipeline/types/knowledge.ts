import type { EngineCue } from './engine-cues.ts';
import type { EntityType, Lexicon, Trait } from './lexicon.ts';
import type { CompiledRule, Rule, WayTable } from './rules.ts';

/** The cue classes of the lexicon, compiled once. Texts are encoded or plain, as the words of the class want them. */
export interface Cues {
  /** Whether any word of the class stands in `text`. */
  has(name: EngineCue, text: string): boolean;
  /** First match of the class in `text`, or null. */
  find(name: EngineCue, text: string): RegExpExecArray | null;
  /** Every match of the class in `text`, from left to right; none overlaps another. */
  all(name: EngineCue, text: string): readonly RegExpExecArray[];
  /** Length of the word of the class that begins `text`, or 0. */
  startOf(name: EngineCue, text: string): number;
  /** Length of the word of the class that ends `text`, or 0. */
  endOf(name: EngineCue, text: string): number;
}

/** All that the engine knows of words: read once, passed to the stages. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly cues: Cues;
  readonly rules: readonly CompiledRule[];
  /** Which rules may match in a text; segments and whole sentences are asked about apart. */
  readonly ways: Readonly<Record<Rule['scope'], WayTable>>;
  /** App → the payment of the same name (wechat → wechat-pay). */
  readonly walletOf: ReadonlyMap<string, string>;
  readonly typeOf: ReadonlyMap<string, EntityType>;
  /** Entity → its trait, where it has one. */
  readonly traitOf: ReadonlyMap<string, Trait>;
  /** Entity → its owner, where it has one. */
  readonly ownerOf: ReadonlyMap<string, string>;
  /** App → the words for what only it has, where there are such words. */
  readonly partsOf: ReadonlyMap<string, RegExp>;
  /** Scene → the apps that have it, where only some do. */
  readonly hostsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Company → the group that stands for its apps in general (alibaba → alibaba-apps). */
  readonly groupOf: ReadonlyMap<string, string>;
  /** Hash of everything above and of the engine's code: articles extracted under another version are extracted again. */
  readonly version: string;
}
