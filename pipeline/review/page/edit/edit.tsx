import { useEffect, useRef } from 'preact/hooks';
import type { ClaimView, Session } from '../../wire.ts';
import { Sentence } from '../focus/sentence.tsx';
import { decide } from '../state/decide.ts';
import { closePanel, panel } from '../state/panels.ts';
import { session } from '../state/session.ts';
import { words } from '../words/words.ts';
import { contentOf, type Draft, draft, draftOf, type Problems, problemsOf } from './draft.ts';
import { EvidenceField } from './evidence.tsx';
import { Form } from './form.tsx';

type Vocabularies = Session['vocabularies'];

/** Edits the claim. The form keeps what is typed, whatever comes from the server meanwhile. */
export function EditPane({ view }: { readonly view: ClaimView }) {
  const vocabularies = session.value?.vocabularies;
  useEffect(() => {
    if (vocabularies !== undefined) draft.value = draftOf(view.id, view.claim, vocabularies.entities);
    return () => {
      draft.value = null;
    };
  }, []);
  const now = draft.value;
  if (now === null || vocabularies === undefined) return null;
  return <Editor view={view} now={now} vocabularies={vocabularies} />;
}

interface EditorProps {
  readonly view: ClaimView;
  readonly now: Draft;
  readonly vocabularies: Vocabularies;
}

function Editor({ view, now, vocabularies }: EditorProps) {
  const w = words.value;
  const { entities, relations } = vocabularies;
  const { text } = view.article;
  const problems = problemsOf(now, view.claim, text, entities, relations);
  const after = contentOf(now, view.claim, entities, relations);
  const save = (event: Event): void => {
    event.preventDefault();
    if (Object.keys(problems).length > 0) return;
    closePanel();
    decide({ action: 'edit', after, note: now.note.trim() === '' ? null : now.note.trim() });
  };
  useFormKeys(save);
  return (
    <form class="claim-body edit" onSubmit={save} aria-label={w.editing} noValidate>
      <h2 class="edit-title" ref={focusOnce} tabIndex={-1}>
        {w.editing}
      </h2>
      <p class="sentence">
        <Sentence claim={after} />
      </p>
      <EvidenceField draft={now} text={text} problem={problems.evidence} />
      <Form now={now} problems={problems} vocabularies={vocabularies} />
      <SaveRow problems={problems} />
    </form>
  );
}

/** The form opens with the focus at its head: the next Tab is its first field. */
function focusOnce(head: HTMLElement | null): void {
  head?.focus({ preventScroll: true });
}

/** Escape leaves and Ctrl-Enter saves, wherever the focus is: selecting evidence takes it to the article. */
function useFormKeys(save: (event: Event) => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || panel.value !== 'edit') return;
      if (event.key === 'Escape') closePanel();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function SaveRow({ problems }: { readonly problems: Problems }) {
  const w = words.value;
  return (
    <div class="row save-row">
      <button type="submit" class="button accept" disabled={Object.keys(problems).length > 0}>
        {w.save} <kbd>Ctrl ⏎</kbd>
      </button>
      <button type="button" class="button" onClick={closePanel}>
        {w.cancel} <kbd>Esc</kbd>
      </button>
      {problems.all !== undefined && <span class="dim">{w.problem[problems.all]}</span>}
    </div>
  );
}
