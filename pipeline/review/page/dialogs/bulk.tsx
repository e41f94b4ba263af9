import { useMemo, useState } from 'preact/hooks';
import { FilterChips } from '../frame/chips.tsx';
import { Fault } from '../state/api.ts';
import { decideAll } from '../state/decide.ts';
import { newId } from '../state/events.ts';
import { say } from '../state/notice.ts';
import { closePanel, panel } from '../state/panels.ts';
import { total } from '../state/queue.ts';
import { label, session } from '../state/session.ts';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

/** Asks before a whole filter is accepted or rejected. */
export function BulkDialog() {
  if (panel.value !== 'bulk-accept' && panel.value !== 'bulk-reject') return null;
  return <Confirm action={panel.value === 'bulk-accept' ? 'accept' : 'reject'} />;
}

function Confirm({ action }: { readonly action: 'accept' | 'reject' }) {
  const w = words.value;
  const id = useMemo(newId, []);
  const [count, setCount] = useState(total.value ?? 0);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const verb = action === 'accept' ? w.accept : w.reject;

  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      const receipt = await decideAll(id, action, reason === '' ? null : reason, count);
      closePanel();
      say(w.bulkDone(verb, receipt.count));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setBusy(false);
      if (error.kind === 'mismatch') setCount(error.count);
      setProblem(error.kind === 'mismatch' ? w.bulkMismatch(error.count) : `${w.fault}${error.message}`);
    }
  };
  return (
    <Dialog title={w.bulkAsk(verb, count)} onClose={closePanel}>
      <p>{w.bulkWhat}</p>
      <FilterChips fixed />
      {action === 'reject' && <ReasonBox reason={reason} onChoose={setReason} />}
      {problem !== null && (
        <p class="wrong-text" role="alert">
          {problem}
        </p>
      )}
      <p class="dim">{w.bulkUndoHint}</p>
      <div class="row">
        <button type="button" class={`button ${action}`} disabled={busy} onClick={() => void confirm()}>
          {w.bulkConfirm(verb, count)}
        </button>
        <button type="button" class="button" onClick={closePanel}>
          {w.cancel}
        </button>
      </div>
    </Dialog>
  );
}

interface ReasonBoxProps {
  readonly reason: string;
  onChoose(reason: string): void;
}

function ReasonBox({ reason, onChoose }: ReasonBoxProps) {
  const w = words.value;
  return (
    <label class="stacked">
      {w.rejectWhy}
      <select value={reason} onInput={(e) => onChoose(e.currentTarget.value)}>
        <option value="">{w.noReason}</option>
        {session.value?.vocabularies.reasons.map((r) => (
          <option key={r.id} value={r.id}>
            {label('reasons', r.id)}
          </option>
        ))}
      </select>
    </label>
  );
}
