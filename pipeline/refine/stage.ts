import type { Document, Knowledge, Sentence } from '../types.ts';

/** The messenger in which an article that tries things does so. */
export interface Stage {
  readonly id: string;
  /** The sentence that names another one, from which on it may be either. */
  readonly until: number;
}

/** The only messenger of the title, else the one that the text names, as long as it names no other. */
export function stageOf({ titleApps, mentions, sentences }: Document, { traitOf }: Knowledge): Stage | null {
  const isMessenger = (id: string): boolean => traitOf.get(id) === 'messenger';
  const [titled, another] = [...new Set(titleApps.filter(isMessenger))];
  if (another !== undefined) return null;
  if (titled !== undefined) return { id: titled, until: sentences.length };
  const named = mentions.filter((m) => m.kind === 'entity' && isMessenger(m.id));
  const id = named[0]?.id;
  if (id === undefined) return null;
  const second = named.find((m) => m.id !== id);
  const until = second === undefined ? -1 : sentences.findIndex((s) => s.end > second.start);
  return { id, until: until < 0 ? sentences.length : until };
}

/** The messenger of the article as far as its reader knows at this sentence. */
export const stageAt = (stage: Stage | null, { index }: Sentence): string | null =>
  stage !== null && index < stage.until ? stage.id : null;
