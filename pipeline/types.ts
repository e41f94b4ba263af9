/**
 * Every record that passes between two stages. Imports nothing of the house at run time. All offsets are UTF-16 code units into `Article.text` unless a comment says otherwise.
 */

export type * from './types/article.ts';
export type * from './types/base.ts';
export type * from './types/book.ts';
export type * from './types/claims.ts';
export * from './types/document.ts';
export * from './types/engine-cues.ts';
export type * from './types/facts.ts';
export type * from './types/knowledge.ts';
export type * from './types/lexicon.ts';
export * from './types/rules.ts';
export * from './types/scene-cues.ts';
export * from './types/speaker-cues.ts';
