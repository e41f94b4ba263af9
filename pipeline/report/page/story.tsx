import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ReportData, ReportFact } from '../data.ts';
import { Timeline } from './timeline.tsx';
import type { Namer } from './words.ts';

interface Props {
  readonly data: ReportData;
  readonly name: Namer;
  readonly onPick: (fact: ReportFact) => void;
}

/** The timeline of a pair that the reader chooses; at first the one of which most is told. */
export function Story({ data, name, onPick }: Props): JSX.Element {
  const pairs = useMemo(() => pairsOf(data), [data]);
  const [pair, setPair] = useState(pairs[0]?.key ?? '');
  const chosen = useMemo(() => inTime(data.facts.filter((f) => pairKey(f) === pair)), [data, pair]);
  return (
    <section aria-labelledby="story">
      <h2 id="story">时间线</h2>
      <div class="controls">
        <fieldset>
          <legend>谁与谁</legend>
          <select aria-label="谁与谁" value={pair} onChange={(event) => setPair(event.currentTarget.value)}>
            {pairs.map(({ key, fact, count }) => (
              <option key={key} value={key}>
                {name.pair(fact)}（{count}）
              </option>
            ))}
          </select>
        </fieldset>
        <p class="dim">
          长时间没有说法的地方，时间轴缩短，以 ∕∕ 标出；横线表示「某月」「数年来」这样的一段日子。
        </p>
      </div>
      {chosen.length > 0 && <Timeline data={data} name={name} facts={chosen} onPick={onPick} />}
    </section>
  );
}

const pairKey = (f: ReportFact): string => [f.relation, f.subject, f.object].join('\t');

function pairsOf(data: ReportData): { key: string; fact: ReportFact; count: number }[] {
  const pairs = new Map<string, { key: string; fact: ReportFact; count: number }>();
  for (const fact of data.facts) {
    const key = pairKey(fact);
    pairs.set(key, { key, fact, count: (pairs.get(key)?.count ?? 0) + 1 });
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count);
}

/** Facts without a day come last. */
const inTime = (facts: readonly ReportFact[]): ReportFact[] => {
  const key = ({ days: [start, end] }: ReportFact): string => `${start ?? '9999'}${end ?? ''}`;
  return facts.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};
