import type { JSX } from 'preact';
import type { ReportConflict, ReportData } from '../data.ts';
import { ClaimWords } from './claims.tsx';
import { InlineSign } from './signs.tsx';
import { betterText, conflictWord, daysText, type Namer, STATUS, SURE } from './words.ts';

/** Every conflict with the words of both sides. */
export function Conflicts({ data, name }: { readonly data: ReportData; readonly name: Namer }): JSX.Element {
  if (data.conflicts.length === 0) return <p>没有发现互相矛盾的说法。</p>;
  return (
    <ol class="conflicts">
      {data.conflicts.map((conflict, i) => (
        <li key={i} id={`conflict-${i}`}>
          <h3>
            {name.pair(conflict)}
            {conflict.scene !== null && `（${name.scene(conflict.scene)}）`}
            <span class="dim"> {conflictWord(conflict)}</span>
          </h3>
          <div class="sides">
            {conflict.sides.map((side, s) => (
              <Side key={s} data={data} name={name} side={side} conflict={conflict} />
            ))}
          </div>
          {betterText(conflict) !== '' && <p>{betterText(conflict)}</p>}
        </li>
      ))}
    </ol>
  );
}

interface SideProps {
  readonly data: ReportData;
  readonly name: Namer;
  readonly conflict: ReportConflict;
  readonly side: ReportConflict['sides'][number];
}

function Side({ data, name, conflict, side }: SideProps): JSX.Element {
  const whose = side.object === conflict.object ? '' : `${name.entity(side.object)}：`;
  return (
    <div class="side">
      {side.facts.map((fact) => (
        <div key={fact.days.join()}>
          <h4>
            <InlineSign status={side.status} /> {whose}
            {STATUS[side.status]} · {daysText(fact.days)} <span class="dim">{SURE[fact.sureness]}</span>
          </h4>
          {fact.claims.map((at) => (
            <ClaimWords key={at} data={data} at={at} />
          ))}
        </div>
      ))}
    </div>
  );
}
