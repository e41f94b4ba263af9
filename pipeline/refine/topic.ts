import type { Document, Knowledge } from '../types.ts';
import type { Loose } from './claims.ts';

/** Fewer sentences than this do not show what their article is about. */
const ENOUGH = 8;

/**
 * The claims without the rules and promises of companies in an article that nowhere speaks of what connects apps: every
 * outlet tells of rules against rumours and promises to riders. What a regulator decides stays.
 */
export function onTopic(
  claims: readonly Loose[],
  { sentences, twin }: Document,
  { cues, typeOf }: Knowledge,
): readonly Loose[] {
  const isGeneral = ({ relation, subject }: Loose): boolean =>
    (relation === 'policy' || relation === 'pledge') && typeOf.get(subject) !== 'regulator';
  if (sentences.length < ENOUGH || !claims.some(isGeneral) || cues.has('connects', twin)) return claims;
  return claims.filter((claim) => !isGeneral(claim));
}

/** How many sentences a reader keeps a name in mind; in articles that were read by hand nobody had to for more than 23. */
const REACH = 40;

/** The claims without those that take a place or a thing from a name that the text has long left behind. */
export const withinReach = (claims: readonly Loose[], { sentences }: Document): readonly Loose[] =>
  claims.filter(
    ({ sentence, subject, object, trace }) =>
      sentence <= REACH ||
      !trace.some(({ field, from }) => {
        const id = field === 'subject' ? subject : field === 'object' ? object : null;
        return from === 'carried' && id !== null && isLeftBehind(id, sentence, sentences);
      }),
  );

/** Whether an id was last named more than `REACH` sentences before; one that stands in no sentence is known otherwise. */
function isLeftBehind(id: string, at: number, sentences: Document['sentences']): boolean {
  const names = ({ tokens }: Document['sentences'][number]): boolean =>
    tokens.some((t) => t.ids.includes(id));
  const near = sentences.slice(at - REACH, at + 1);
  return !near.some(names) && sentences.slice(0, at - REACH).some(names);
}
