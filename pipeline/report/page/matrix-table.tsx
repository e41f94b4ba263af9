import type { JSX } from 'preact';
import { heardOn, type Standing } from './at.ts';
import { Cited } from './claims.tsx';
import { type Namer, planText, STATUS, SURE, sinceText, speakersText } from './words.ts';

interface Props {
  readonly cells: ReadonlyMap<string, readonly Standing[]>;
  readonly name: Namer;
  readonly day: string;
  readonly caption: string;
}

/** The same as the matrix, in words. */
export function MatrixTable({ cells, name, day, caption }: Props): JSX.Element {
  const all = [...new Set([...cells.values()].flat())];
  return (
    <details class="table">
      <summary>同样内容的表格（{all.length} 行）</summary>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['谁与谁', '场景', '情况', '自何时', '最近一说', '把握', '谁说的', '引文'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map(({ course, row, old }, i) => (
            <tr key={i}>
              <th scope="row">{name.pair(course)}</th>
              <td>{course.scene === null ? '—' : name.scene(course.scene)}</td>
              <td>
                {row.status === null ? '不详' : STATUS[row.status]}
                {row.conflicts.length > 0 && '（有不同说法）'}
                {row.plans.map((p) => `；${planText(p)}`)}
              </td>
              <td>{sinceText(row)}</td>
              <td>
                {heardOn(row, day) ?? '—'}
                {old && '（已久）'}
              </td>
              <td>{SURE[row.sureness]}</td>
              <td>{speakersText(row.speakers)}</td>
              <td>
                <Cited claims={row.claims} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
