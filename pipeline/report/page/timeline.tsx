import type { JSX } from 'preact';
import type { ReportData, ReportFact } from '../data.ts';
import { type Axis, axisOf } from './axis.ts';
import { Cited } from './claims.tsx';
import { Sign } from './signs.tsx';
import { daysText, type Namer, RELATION, STATUS, SURE, speakersText } from './words.ts';

interface Props {
  readonly data: ReportData;
  readonly name: Namer;
  readonly facts: readonly ReportFact[];
  readonly onPick: (fact: ReportFact) => void;
}

const LANE = 34;
const TOP = 74;
/** More lanes than this stand in the table only. */
const LANES = 24;

/** How far apart the signs of one lane and day stand. */
const STACKED = 22;

/** Which of how many signs of the same lane and day a fact has. */
function stacksOf(facts: readonly ReportFact[], axis: Axis): Map<ReportFact, { at: number; of: number }> {
  const together = new Map<string, ReportFact[]>();
  for (const fact of facts) {
    const key = `${laneOf(fact)}\t${axis.place(fact)[0]}`;
    together.set(key, [...(together.get(key) ?? []), fact]);
  }
  return new Map([...together.values()].flatMap((all) => all.map((f, at) => [f, { at, of: all.length }])));
}

const laneOf = (f: ReportFact): string => [f.relation, f.subject, f.object, f.scene].join('\t');

interface Lane {
  readonly key: string;
  readonly name: string;
  readonly top: number;
  readonly height: number;
}

/** Lanes from the top down, each as high as the most signs of one day in it need. */
function lanesOf(facts: readonly ReportFact[], name: Namer): Lane[] {
  const lanes: Lane[] = [];
  let top = TOP;
  for (const key of [...new Set(facts.map(laneOf))].slice(0, LANES)) {
    const own = facts.filter((f) => laneOf(f) === key);
    const days = own.map((f) => f.days[0]);
    const most = Math.max(...days.map((day) => days.filter((d) => d === day).length));
    const height = Math.max(LANE, most * STACKED + 8);
    lanes.push({ key, name: laneName(own[0], name), top, height });
    top += height;
  }
  return lanes;
}

/** A lane for each pair and scene, a sign for each fact, in the order of time. */
export function Timeline({ name, facts, onPick }: Props): JSX.Element {
  const lanes = lanesOf(facts, name);
  const shown = facts.filter((f) => lanes.some((lane) => lane.key === laneOf(f)));
  const left = Math.max(90, ...lanes.map((lane) => [...lane.name].length * 12.5)) + 16;
  const axis = axisOf(shown, left + 20);
  const stacks = stacksOf(shown, axis);
  const height = lanes.reduce((sum, lane) => sum + lane.height, TOP) + 10;
  return (
    <>
      <div class="scroller">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose points are buttons. */}
        <svg
          class="timeline"
          width={axis.width}
          height={height}
          viewBox={`0 0 ${axis.width} ${height}`}
          role="group"
          aria-label="时间线：每行一个场景，每点一件事"
        >
          <Paper lanes={lanes} axis={axis} left={left} height={height} />
          {shown.map((fact) => {
            const lane = lanes.find(({ key }) => key === laneOf(fact));
            const { at, of } = stacks.get(fact) ?? { at: 0, of: 1 };
            const middle = (lane?.top ?? 0) + (lane?.height ?? 0) / 2;
            return (
              <Point
                key={`${laneOf(fact)}${fact.status}${fact.days.join()}`}
                fact={fact}
                x={axis.place(fact)}
                y={middle + (at - (of - 1) / 2) * STACKED}
                name={name}
                onPick={onPick}
              />
            );
          })}
        </svg>
      </div>
      <FactTable facts={facts} name={name} left={facts.length - shown.length} />
    </>
  );
}

interface PaperProps {
  readonly lanes: readonly Lane[];
  readonly axis: Axis;
  readonly left: number;
  readonly height: number;
}

/** Lanes, days and the places where time is cut short. */
function Paper({ lanes, axis, left, height }: PaperProps): JSX.Element {
  return (
    <>
      {lanes.map((lane, i) => (
        <g key={lane.key}>
          <rect
            class={`lane${i % 2 === 0 ? ' even' : ''}`}
            x="0"
            y={lane.top}
            width={axis.width}
            height={lane.height}
          />
          <text class="row-name" x={left - 6} y={lane.top + lane.height / 2 + 4.5} text-anchor="end">
            {lane.name}
          </text>
        </g>
      ))}
      {axis.ticks.map(({ x, words, year }) => (
        <g key={x}>
          <line class={`tick${year ? ' year' : ''}`} x1={x} x2={x} y1={TOP - 4} y2={height - 10} />
          <text
            class={`tick-name${year ? ' year' : ''}`}
            transform={`translate(${x + 3} ${TOP - 8}) rotate(-50)`}
          >
            {words}
          </text>
        </g>
      ))}
      {axis.breaks.map((x) => (
        <path key={x} class="break" d={`M${x - 3},${TOP - 1} l3,-6 M${x + 1},${TOP - 1} l3,-6`} />
      ))}
    </>
  );
}

function laneName(fact: ReportFact | undefined, name: Namer): string {
  if (fact === undefined) return '';
  const scene = fact.scene === null ? '' : `·${name.scene(fact.scene)}`;
  return `${name.pair(fact)}${scene}`;
}

interface PointProps {
  readonly fact: ReportFact;
  readonly x: readonly [number, number];
  readonly y: number;
  readonly name: Namer;
  readonly onPick: (fact: ReportFact) => void;
}

function Point({ fact, x: [from, to], y, name, onPick }: PointProps): JSX.Element {
  const label = `${daysText(fact.days)}，${laneName(fact, name)}，${STATUS[fact.status]}，${SURE[fact.sureness]}，${speakersText(fact.speakers)}${fact.conflict ? '，有不同说法' : ''}`;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPick(fact);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      class="point"
      role="button"
      tabindex={0}
      aria-label={label}
      onClick={() => onPick(fact)}
      onKeyDown={press}
    >
      <title>{label}</title>
      {to > from && <line class={`stretch ${fact.status}`} x1={from} x2={to} y1={y} y2={y} />}
      <circle class="target" cx={from} cy={y} r="12" />
      <Sign status={fact.status} x={from} y={y} hearsay={fact.sureness === 'hearsay'} />
      {fact.conflict && <path class="corner" d={`M${from + 3},${y - 12} h9 v9 Z`} />}
    </g>
  );
}

function FactTable({
  facts,
  name,
  left,
}: {
  readonly facts: readonly ReportFact[];
  readonly name: Namer;
  readonly left: number;
}): JSX.Element {
  return (
    <details class="table">
      <summary>
        同样内容的表格（{facts.length} 行{left > 0 && `，其中 ${left} 行图上没有画出`}）
      </summary>
      <table>
        <caption>按时间先后</caption>
        <thead>
          <tr>
            {['日子', '谁与谁', '关系', '场景', '情况', '把握', '谁说的', '引文'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${laneOf(fact)}${fact.status}${fact.days.join()}`}>
              <td class="days">{daysText(fact.days)}</td>
              <th scope="row">{name.pair(fact)}</th>
              <td>{RELATION[fact.relation]}</td>
              <td>{fact.scene === null ? '—' : name.scene(fact.scene)}</td>
              <td>
                {STATUS[fact.status]}
                {fact.conflict && '（有不同说法）'}
              </td>
              <td>{SURE[fact.sureness]}</td>
              <td>{speakersText(fact.speakers)}</td>
              <td>
                <Cited claims={[...fact.claims, ...fact.reposts]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
