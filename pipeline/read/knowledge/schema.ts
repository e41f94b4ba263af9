import { z } from 'zod';
import type { EntityType, Trait } from '../../types.ts';
import { record, words } from './yaml.ts';

const ENTITY_TYPES = [
  'app',
  'payment',
  'company',
  'regulator',
  'link-class',
  'group',
] as const satisfies readonly EntityType[];

const TRAITS = [
  'messenger',
  'device',
  'assistant',
  'platform',
  'court',
  'engine',
  'bank',
] as const satisfies readonly Trait[];

const slug = words.regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'an id is small letters, digits and single hyphens, as in wechat-pay',
);
const cueClass = words.regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'a class is small letters, digits and single hyphens',
);
const year = z.int({ error: 'a year in digits, as in 2015' }).min(1990).max(2100);

/** A list of words; a list inside it is a named one (`*near-apps`) and is laid flat. */
const wordList = z.array(z.union([words, z.array(words)])).transform((list) => list.flat());

const longAlias = record({
  text: words,
  from: year.optional(),
  to: year.optional(),
  ambiguous: z.boolean().optional(),
  near: wordList.optional(),
  not: wordList.optional(),
  reads: z.array(words).optional(),
  not_read: z.array(words).optional(),
})
  .refine(
    (a) => a.from === undefined || a.to === undefined || a.from <= a.to,
    'from is later than to; swap them',
  )
  .refine(
    (a) => a.ambiguous === true || a.near === undefined,
    'near is asked only of an ambiguous alias; add «ambiguous: true»',
  );

const alias = z.preprocess((value) => (typeof value === 'object' ? value : { text: value }), longAlias);

const isExpression = (source: string): boolean => {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
};

const entity = record({
  id: slug,
  type: z.enum(ENTITY_TYPES, `one of ${ENTITY_TYPES.join(', ')}`).optional(),
  trait: z.enum(TRAITS, `one of ${TRAITS.join(', ')}`).optional(),
  name: words.optional(),
  owner: slug.nullable().optional(),
  /** The name is only a label and no alias. */
  label: z.boolean().optional(),
  aliases: z.array(alias).optional(),
  /** What only this app has, each as a regular expression. */
  parts: z.array(words.refine(isExpression, 'is no regular expression; mend it')).optional(),
});

const scene = record({
  id: slug,
  name: words.optional(),
  label: z.boolean().optional(),
  /** Ids of the apps that have such a place. */
  hosts: z.array(slug).optional(),
  aliases: z.array(alias).optional(),
});

/** Places and the kinds of office that each of them has; the first words of both make the name. */
const offices = record({
  kinds: z.record(slug, wordList),
  places: z.record(slug, wordList),
});

const cue = record({
  class: cueClass,
  reason: words,
  words: wordList.refine((list) => list.length > 0, 'is empty; give the class a word or delete it'),
});

/** A file of the lexicon: entities, scenes and cues, each under its name. A bare list is a list of cues. */
export const lexiconFile = z.preprocess(
  (value) => (Array.isArray(value) ? { cues: value } : (value ?? {})),
  record({
    /** Lists that aliases share through YAML anchors. */
    shared: z.record(z.string(), wordList).optional(),
    entities: z.array(entity).optional(),
    offices: z.array(offices).optional(),
    scenes: z.array(scene).optional(),
    cues: z.array(cue).optional(),
  }),
);

export type LexiconFile = z.output<typeof lexiconFile>;
export type RawAlias = z.output<typeof longAlias>;
export type RawEntity = z.output<typeof entity>;
export type Offices = z.output<typeof offices>;
export type RawScene = z.output<typeof scene>;
