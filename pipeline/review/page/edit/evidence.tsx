import { useLayoutEffect } from 'preact/hooks';
import { selectedSpan } from '../focus/selection.ts';
import { words } from '../words/words.ts';
import { change } from './change.ts';
import { type Draft, evidenceAt, type Problem } from './draft.ts';
import { type Edge, nudged, sentenceAround } from './nudge.ts';

interface EvidenceProps {
  readonly draft: Draft;
  readonly text: string;
  readonly problem: Problem | undefined;
}

/** The evidence: selected anew in the article, or moved a character at a time. */
export function EvidenceField({ draft, text, problem }: EvidenceProps) {
  const w = words.value;
  useSelectionAsEvidence(text);
  const { evidence } = draft;
  const nudge = (edge: Edge, by: 1 | -1, title: string, sign: string) => (
    <button
      type="button"
      class="button small"
      title={title}
      aria-label={title}
      onClick={() => change({ evidence: evidenceAt(text, nudged(text, evidence, edge, by)) })}
    >
      {sign}
    </button>
  );
  return (
    <fieldset class="edit-field wide" aria-label={w.field.evidence}>
      <span class="field-name">{w.field.evidence}</span>
      <q class="quote" lang="zh" data-testid="draft-evidence">
        {evidence.quote}
      </q>
      <div class="row">
        {nudge('start', -1, w.startEarlier, '⟵|')}
        {nudge('start', 1, w.startLater, '|⟶')}
        <button
          type="button"
          class="button small"
          onClick={() => change({ evidence: evidenceAt(text, sentenceAround(text, evidence)) })}
        >
          {w.wholeSentence}
        </button>
        {nudge('end', -1, w.endEarlier, '⟵|')}
        {nudge('end', 1, w.endLater, '|⟶')}
      </div>
      <p class="dim">{w.selectHint}</p>
      {problem !== undefined && <p class="wrong-text">{w.problem[problem]}</p>}
    </fieldset>
  );
}

/**
 * Words that are selected in the article become the evidence when the pointer, or the last key, is let go; from the
 * moment at which the editor stands there, not from the next frame on.
 */
function useSelectionAsEvidence(text: string): void {
  useLayoutEffect(() => {
    const take = (): void => {
      const root = document.getElementById('article-text');
      const span = root === null ? null : selectedSpan(root, text, getSelection());
      if (span === null) return;
      change({ evidence: evidenceAt(text, span) });
      getSelection()?.removeAllRanges();
    };
    const released = (): void => void setTimeout(take);
    const keyUp = (event: KeyboardEvent): void => {
      if (event.key === 'Shift') take();
    };
    document.addEventListener('pointerup', released);
    document.addEventListener('keyup', keyUp);
    return () => {
      document.removeEventListener('pointerup', released);
      document.removeEventListener('keyup', keyUp);
    };
  }, [text]);
}
