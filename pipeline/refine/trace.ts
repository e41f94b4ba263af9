import type { Attribution, ClaimDate, Document, Draft, Sentence, TraceStep } from '../types.ts';

/** The way from the words to the claim: for each part whether its own clause says it or where it was taken from. */
export function traceOf(
  draft: Draft,
  filled: Draft,
  date: ClaimDate,
  attribution: Attribution,
  sentence: Sentence,
  document: Document,
): TraceStep[] {
  const steps = [...draft.trace];
  const part = (field: string, before: readonly string[], after: readonly string[]): void => {
    if (after.length === 0) return;
    const own = before.length > 0;
    const whence = own ? 'in the clause' : takenFrom(after, filled, sentence, document);
    steps.push({
      field,
      from: own ? 'clause' : 'carried',
      note: `${after.join(', ')} ${whence}`,
      span: null,
    });
  };
  part('subject', draft.subjects, filled.subjects);
  part('object', draft.objects, filled.objects);
  part('scene', draft.scenes, filled.scenes);
  steps.push({ field: 'date', from: DATE_FROM[date.basis], note: dateNote(date), span: null });
  steps.push(saidBy(attribution, filled, sentence));
  return steps;
}

function takenFrom(ids: readonly string[], filled: Draft, sentence: Sentence, document: Document): string {
  const earlier = sentence.tokens.some((t) => t.ids.some((id) => ids.includes(id)));
  return earlier
    ? `from earlier in the sentence: «${wordsFrom(filled, sentence, document)}»`
    : 'from what came before';
}

const DATE_FROM = { text: 'clause', context: 'carried', published: 'default' } as const;

function dateNote(date: ClaimDate): string {
  const day = date.start === date.end ? `${date.start}` : `${date.start} … ${date.end}`;
  return date.text === null ? `${day}, the day of publication` : `${day} from «${date.text}»`;
}

function saidBy(attribution: Attribution, draft: Draft, sentence: Sentence): TraceStep {
  const own = sentence.speeches.some(
    (s) => s.firstSegment <= draft.segment && draft.segment <= s.lastSegment,
  );
  const who = attribution.name === null ? attribution.type : `${attribution.type} «${attribution.name}»`;
  if (attribution.type === 'media') return { field: 'attribution', from: 'default', note: who, span: null };
  return { field: 'attribution', from: own ? 'clause' : 'carried', note: who, span: null };
}

function wordsFrom(draft: Draft, sentence: Sentence, document: Document): string {
  const segment = sentence.segments[draft.firstSegment];
  return segment === undefined ? '' : document.twin.slice(segment.start, segment.end);
}
