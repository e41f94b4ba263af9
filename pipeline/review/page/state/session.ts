import { computed, signal } from '@preact/signals';
import type { Session } from '../../wire.ts';
import type { Names } from '../sentence/part.ts';
import { language } from '../words/words.ts';

/** Who reviews which database, and the vocabularies; null until the server has answered. */
export const session = signal<Session | null>(null);

/** A vocabulary whose entries have a label in both languages. */
export type Labelled =
  | 'kinds'
  | 'relations'
  | 'statuses'
  | 'speakers'
  | 'precisions'
  | 'bases'
  | 'states'
  | 'reasons';

const labels = computed(() => {
  const v = session.value?.vocabularies;
  const table = (name: Labelled): ReadonlyMap<string, string> =>
    new Map((v?.[name] ?? []).map((entry): [string, string] => [entry.id, entry[language.value]]));
  return {
    kinds: table('kinds'),
    relations: table('relations'),
    statuses: table('statuses'),
    speakers: table('speakers'),
    precisions: table('precisions'),
    bases: table('bases'),
    states: table('states'),
    reasons: table('reasons'),
  };
});

/** The label of an id in the language that is switched on; the id itself where the vocabulary does not hold it. */
export const label = (vocabulary: Labelled, id: string): string => labels.value[vocabulary].get(id) ?? id;

/** The names of the lexicon. Scenes have a Chinese name only; in English their id is read as words. */
export const names = computed<Names>(() => {
  const v = session.value?.vocabularies;
  const entities = new Map((v?.entities ?? []).map((entity) => [entity.id, entity]));
  const scenes = new Map((v?.scenes ?? []).map((scene) => [scene.id, scene.name]));
  const english = language.value === 'en';
  return {
    entity: (id) => entities.get(id)?.name ?? id,
    scene: (id) => (english ? id.replaceAll('-', ' ') : (scenes.get(id) ?? id)),
    isLinkClass: (id) => entities.get(id)?.type === 'link-class',
  };
});
