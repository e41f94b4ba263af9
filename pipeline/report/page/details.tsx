import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ReportData, ReportFact } from '../data.ts';
import { heardOn, type Standing } from './at.ts';
import { ClaimList } from './claims.tsx';
import { InlineSign } from './signs.tsx';
import {
  conflictWord,
  daysText,
  type Namer,
  noteText,
  planText,
  STATUS,
  SURE,
  sinceText,
  speakersText,
} from './words.ts';

/** What the reader has picked: a cell of a matrix on a day, or a point of the timeline. */
export type Picked =
  | {
      readonly kind: 'cell';
      readonly title: string;
      readonly day: string;
      readonly cell: readonly Standing[];
    }
  | { readonly kind: 'fact'; readonly fact: ReportFact };

interface Props {
  readonly data: ReportData;
  readonly name: Namer;
  readonly picked: Picked | null;
  readonly onClose: () => void;
}

/** The words behind what was picked. */
export function Details({ data, name, picked, onClose }: Props): JSX.Element {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (picked !== null) head.current?.focus();
  }, [picked]);
  if (picked === null)
    return (
      <aside class="details empty" aria-label="出处">
        <p>点任一格或任一点，这里列出它的原话和出处。键盘：方向键移动，回车打开，Esc 返回。</p>
      </aside>
    );
  const title = picked.kind === 'cell' ? picked.title : name.pair(picked.fact);
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside class="details" aria-label="出处" onKeyDown={close}>
      <button type="button" class="close" onClick={onClose}>
        关闭
      </button>
      <h3 ref={head} tabIndex={-1}>
        {title}
      </h3>
      {picked.kind === 'cell' ? (
        <>
          <p class="dim">{picked.day} 的情况，以当日及以前最近的说法为准</p>
          {picked.cell.map((one, i) => (
            <StandingWords key={i} data={data} name={name} day={picked.day} standing={one} />
          ))}
        </>
      ) : (
        <FactWords data={data} name={name} fact={picked.fact} />
      )}
    </aside>
  );
}

function FactWords({
  data,
  name,
  fact,
}: {
  readonly data: ReportData;
  readonly name: Namer;
  readonly fact: ReportFact;
}): JSX.Element {
  return (
    <section>
      <h4>
        <InlineSign status={fact.status} /> {STATUS[fact.status]} · {daysText(fact.days)}
      </h4>
      <p class="dim">
        {name.scene(fact.scene)} · {SURE[fact.sureness]} · {speakersText(fact.speakers)}
        {fact.conflict && ' · 有不同说法'}
      </p>
      <ClaimList data={data} claims={fact.claims} reposts={fact.reposts} />
    </section>
  );
}

interface StandingProps {
  readonly data: ReportData;
  readonly name: Namer;
  readonly day: string;
  readonly standing: Standing;
}

function StandingWords({ data, name, day, standing: { course, row, old } }: StandingProps): JSX.Element {
  const heard = heardOn(row, day);
  const remarks = [
    ...(old && heard !== null ? [`${heard} 之后没有说法`] : []),
    ...row.plans.map(planText),
    ...row.conflicts.flatMap((at) => {
      const conflict = data.conflicts[at];
      return conflict === undefined ? [] : [`${conflictWord(conflict)}，见「矛盾」第 ${at + 1} 条`];
    }),
    ...row.notes.map((n) => noteText(n, name)),
  ].filter((text) => text !== '');
  const notes = row.notes.filter((n) => n.code !== 'scenes');
  const more = [...row.plans, ...notes].flatMap((p) => p.claims).filter((c) => !row.claims.includes(c));
  return (
    <section>
      <h4>
        <InlineSign status={row.status ?? 'unknown'} /> {name.scene(course.scene)}：
        {row.status === null ? '不详' : STATUS[row.status]}
      </h4>
      <p class="dim">
        {[
          sinceText(row),
          heard === null ? '' : `最近一说 ${heard}`,
          SURE[row.sureness],
          speakersText(row.speakers),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {remarks.length > 0 && (
        <ul class="remarks">
          {remarks.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <ClaimList data={data} claims={[...row.claims, ...new Set(more)]} reposts={row.reposts} />
    </section>
  );
}
