import type { ClaimView } from '../../wire.ts';
import { label } from '../state/session.ts';
import { words } from '../words/words.ts';
import { Fields } from './fields.tsx';
import { History } from './history.tsx';
import { Neighbours } from './neighbours.tsx';
import { Others } from './others.tsx';
import { Sentence } from './sentence.tsx';
import { Why } from './why.tsx';

/** The claim: what it says, why, who else says so, and what was decided. */
export function ClaimPane({ view }: { readonly view: ClaimView }) {
  const w = words.value;
  return (
    <div class="claim-body">
      <p class="badges">
        <span class={`badge ${view.state}`}>{label('states', view.state)}</span>
        {view.overall !== view.state && <span class="dim">{w.othersSay(label('states', view.overall))}</span>}
        {view.lost && <span class="badge warn">{w.lost}</span>}
        {view.contrary.length > 0 && <span class="badge warn">{w.conflict}</span>}
        <code class="dim id">{view.id}</code>
      </p>
      <p class="sentence" data-claim={view.id} data-testid="sentence">
        <Sentence claim={view.claim} />
      </p>
      {view.changedSince !== null && (
        <p class="hint changed">
          {w.changedSince}
          {w.lang === 'en' ? '; ' : '；'}
          {w.changedFrom}
          {w.lang === 'en' ? ': ' : '：'}
          <Sentence claim={view.changedSince} />
        </p>
      )}
      {view.machine !== null && (
        <p class="hint">
          {w.machineSaid}
          {w.lang === 'en' ? ': ' : '：'}
          <Sentence claim={view.machine} />
        </p>
      )}
      <Fields view={view} />
      <Why view={view} />
      <Neighbours title={w.contrary} claims={view.contrary} />
      <Neighbours title={w.agreeing} claims={view.agreeing} />
      <History view={view} />
      <Others view={view} />
    </div>
  );
}
