import type { JSX } from 'preact';
import type { ReportData } from '../data.ts';
import { dayNumber, dayOf, type SceneChoice } from './at.ts';
import type { Namer } from './words.ts';

interface DayProps {
  readonly data: ReportData;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** A slider over the days that are told of, a field for one day, and steps to the next day on which something changes. */
export function DayControl({ data, day, onDay }: DayProps): JSX.Element {
  const [last = data.made] = [data.last, data.made].sort().reverse();
  const turns = [...new Set(data.courses.flatMap((c) => c.steps.map((s) => s.from)))].sort();
  const before = turns.findLast((d) => d < day);
  const after = turns.find((d) => d > day && d <= last);
  return (
    <fieldset>
      <legend>看哪一天</legend>
      <button
        type="button"
        disabled={before === undefined}
        onClick={() => before !== undefined && onDay(before)}
      >
        ‹ 上一变化
      </button>
      <input
        type="range"
        aria-label="看哪一天"
        aria-valuetext={day}
        min={dayNumber(data.first)}
        max={dayNumber(last)}
        value={dayNumber(day)}
        onInput={(event) => onDay(dayOf(Number(event.currentTarget.value)))}
      />
      <button
        type="button"
        disabled={after === undefined}
        onClick={() => after !== undefined && onDay(after)}
      >
        下一变化 ›
      </button>
      <input
        type="date"
        aria-label="日期"
        min={data.first}
        max={last}
        value={day}
        onChange={(event) => event.currentTarget.value !== '' && onDay(event.currentTarget.value)}
      />
      <output class="day">{day}</output>
    </fieldset>
  );
}

interface SceneProps {
  readonly data: ReportData;
  readonly name: Namer;
  readonly scene: SceneChoice;
  readonly onScene: (scene: SceneChoice) => void;
}

/** All scenes together, one scene, or what names none. */
export function SceneControl({ data, name, scene, onScene }: SceneProps): JSX.Element {
  const found = new Set(data.courses.filter((c) => c.relation === 'access').map((c) => c.scene));
  const scenes = Object.keys(data.scenes).filter((id) => found.has(id));
  return (
    <fieldset>
      <legend>哪个场景</legend>
      <select aria-label="哪个场景" value={scene} onChange={(event) => onScene(event.currentTarget.value)}>
        <option value="any">全部场景</option>
        {scenes.map((id) => (
          <option key={id} value={id}>
            {name.scene(id)}
          </option>
        ))}
        {found.has(null) && <option value="none">未说明场景</option>}
      </select>
      <output class="scene">
        {scene === 'any' ? '全部场景' : name.scene(scene === 'none' ? null : scene)}
      </output>
    </fieldset>
  );
}
