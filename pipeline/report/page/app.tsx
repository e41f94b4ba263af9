import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ReportData } from '../data.ts';
import { type SceneChoice, standings } from './at.ts';
import { axesOf } from './axes.ts';
import { ClaimWords } from './claims.tsx';
import { Conflicts } from './conflicts.tsx';
import { DayControl, SceneControl } from './controls.tsx';
import { Details, type Picked } from './details.tsx';
import { Legend } from './legend.tsx';
import { Matrix } from './matrix.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { Story } from './story.tsx';
import { namer } from './words.ts';

const LINKS = ['access'];
const PAYMENTS = ['acceptance', 'code-interop'];

/** The whole report. */
export function App({ data }: { readonly data: ReportData }): JSX.Element {
  const name = useMemo(() => namer(data), [data]);
  const [day, setDay] = useState([data.last, data.made].sort()[0] ?? data.made);
  const [scene, setScene] = useState<SceneChoice>('any');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [opener, setOpener] = useState<Element | null>(null);
  const pick = (next: Picked): void => {
    setOpener(document.activeElement);
    setPicked(next);
  };
  const close = (): void => {
    setPicked(null);
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
  };
  const matrix = { data, name, day, pick };
  return (
    <div class="columns">
      <div class="body">
        <Head data={data} />
        <section aria-labelledby="links">
          <h2 id="links">在谁那里，能不能打开谁的链接</h2>
          <div class="controls">
            <DayControl data={data} day={day} onDay={setDay} />
            <SceneControl data={data} name={name} scene={scene} onScene={setScene} />
          </div>
          <Legend />
          <Board {...matrix} relations={LINKS} scene={scene} rowsAre="在谁那里" columnsAre="谁的链接、内容" />
        </section>
        <section aria-labelledby="payments">
          <h2 id="payments">在谁那里，能不能用哪种付款方式</h2>
          <p class="dim">日子与上图相同：{day}。钱包与钱包相交处是扫码互认。</p>
          <Board {...matrix} relations={PAYMENTS} scene="any" rowsAre="在谁那里" columnsAre="付款方式" />
        </section>
        <Story data={data} name={name} onPick={(fact) => pick({ kind: 'fact', fact })} />
        <section aria-labelledby="conflicts">
          <h2 id="conflicts">矛盾（{data.conflicts.length}）</h2>
          <Conflicts data={data} name={name} />
        </section>
        <section aria-labelledby="claims">
          <h2 id="claims">引文（{data.claims.length}）</h2>
          <details class="table">
            <summary>全部原话和出处</summary>
            <ol class="claims">
              {data.claims.map((claim, at) => (
                <li key={claim.id} id={`claim-${at}`}>
                  <ClaimWords data={data} at={at} />
                </li>
              ))}
            </ol>
          </details>
        </section>
      </div>
      <Details data={data} name={name} picked={picked} onClose={close} />
    </div>
  );
}

function Head({ data }: { readonly data: ReportData }): JSX.Element {
  return (
    <header>
      <h1>互联互通：谁向谁开放</h1>
      <p>
        {data.articles.length} 篇文章里的 {data.claims.length} 条说法，合为 {data.facts.length}{' '}
        件事；所说的日子从 {data.first} 到 {data.last}。生成于 {data.made}
        。每一格、每一点都能查到原话；没有人说过的，就空着。
      </p>
    </header>
  );
}

interface BoardProps {
  readonly data: ReportData;
  readonly name: ReturnType<typeof namer>;
  readonly day: string;
  readonly relations: readonly string[];
  readonly scene: SceneChoice;
  readonly rowsAre: string;
  readonly columnsAre: string;
  readonly pick: (picked: Picked) => void;
}

/** A matrix and its table. */
function Board({ data, name, day, relations, scene, rowsAre, columnsAre, pick }: BoardProps): JSX.Element {
  const axes = useMemo(() => axesOf(data, relations), [data, relations]);
  const cells = useMemo(() => standings(data, relations, scene, day), [data, relations, scene, day]);
  const label = `${rowsAre}与${columnsAre}，${day}`;
  if (axes.rows.length === 0) return <p>还没有这方面的说法。</p>;
  return (
    <>
      <Matrix
        axes={axes}
        cells={cells}
        name={name}
        day={day}
        label={label}
        rowsAre={rowsAre}
        columnsAre={columnsAre}
        onPick={(subject, object, cell) => {
          const [first] = cell;
          const title = first === undefined ? '' : name.pair({ ...first.course, subject, object });
          pick({ kind: 'cell', title, day, cell });
        }}
      />
      {axes.left > 0 && <p class="dim">另有 {axes.left} 个名字只在表格里。</p>}
      <MatrixTable cells={cells} name={name} day={day} caption={label} />
    </>
  );
}
