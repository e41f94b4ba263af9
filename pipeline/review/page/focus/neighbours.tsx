import type { Neighbour } from '../../wire.ts';
import { show } from '../state/navigation.ts';
import { label, names } from '../state/session.ts';
import { standingOf } from '../state/standing.ts';

interface NeighboursProps {
  readonly title: string;
  readonly claims: readonly Neighbour[];
}

/** Claims of other articles that say the same, or the contrary. Nothing where there are none. */
export function Neighbours({ title, claims }: NeighboursProps) {
  if (claims.length === 0) return null;
  return (
    <section class="block-of">
      <h2>
        {title} <span class="count">{claims.length}</span>
      </h2>
      <ul class="neighbours">
        {claims.map((claim) => (
          <li key={claim.id}>
            <button type="button" class="neighbour" onClick={() => show(claim.id)}>
              <span class="neighbour-head">
                <b>{label('statuses', claim.status)}</b>
                {claim.scene !== null && <span>{names.value.scene(claim.scene)}</span>}
                <span>{claim.start ?? ''}</span>
                <span class="dim">{claim.article.publisher ?? claim.path}</span>
                <span
                  class={`dot ${standingOf(claim).state}`}
                  title={label('states', standingOf(claim).state)}
                />
              </span>
              <span class="neighbour-quote" lang="zh">
                {claim.quote}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
