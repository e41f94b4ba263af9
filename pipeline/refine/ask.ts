import type { Document, Draft, Knowledge, Segment, Sentence, Trait } from '../types.ts';
import type { Discourse } from './discourse.ts';

/** All that a finder may look at when a draft lacks a role. */
export interface Ask {
  readonly draft: Draft;
  readonly sentence: Sentence;
  /** The segments of the sentence before the draft's own. */
  readonly earlier: readonly Segment[];
  readonly discourse: Discourse;
  readonly document: Document;
  readonly knowledge: Knowledge;
}

/** What fills the role, and the segment it stands in where that is in the same sentence. */
export interface Found {
  readonly ids: readonly string[];
  readonly segment: number | null;
}

export const NOBODY: Found = { ids: [], segment: null };

/** Something found elsewhere than in the sentence; null when it is nothing. */
export const recalled = (ids: readonly string[]): Found | null =>
  ids.length > 0 ? { ids, segment: null } : null;

/** Whether an app has only ever been the thing that is opened, never the place. */
export const onlyThing = (id: string, discourse: Discourse): boolean =>
  discourse.objects.has(id) && !discourse.places.has(id);

/** What opens the apps of its own house too. */
const OPEN_TO_KIN: ReadonlySet<Trait | undefined> = new Set<Trait>(['messenger', 'assistant']);

/** Apps of one owner do not open to one another; a complaint by one of them is about a third. */
export function siblings(ids: readonly string[], objects: readonly string[], knowledge: Knowledge): boolean {
  if (ids.every((id) => OPEN_TO_KIN.has(knowledge.traitOf.get(id)))) return false;
  const owner = (id: string): string => knowledge.ownerOf.get(id) ?? id;
  return ids.some((id) => objects.some((o) => owner(o) === owner(id)));
}

/** Runs finders in their order; the first that finds something fills the role. */
export function firstOf<T extends readonly unknown[]>(
  finders: readonly ((ask: Ask, ...rest: T) => Found | null)[],
  ask: Ask,
  ...rest: T
): Found {
  for (const find of finders) {
    const found = find(ask, ...rest);
    if (found !== null && found.ids.length > 0) return found;
  }
  return NOBODY;
}
