import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Standing } from './at.ts';
import { statusesOf } from './at.ts';
import { Sign } from './signs.tsx';
import { type Namer, STATUS } from './words.ts';

export interface Axes {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

interface Props {
  readonly axes: Axes;
  readonly cells: ReadonlyMap<string, readonly Standing[]>;
  readonly name: Namer;
  readonly day: string;
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly rowsAre: string;
  readonly columnsAre: string;
  readonly onPick: (subject: string, object: string, cell: readonly Standing[]) => void;
}

const CELL = 36;
const EM = 13;

/** Columns that the words take at this size: 汉字 one em, others half. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? EM : EM * 0.6), 0);

/** Rows: in which app; columns: whose. A cell with several scenes shows each status in it once. */
export function Matrix(props: Props): JSX.Element {
  const { axes, cells, name, day, label, columnsAre, onPick } = props;
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const grid = useRef<SVGSVGElement>(null);
  const { rows, columns } = axes;
  const left = Math.max(60, ...rows.map((id) => widthOf(name.entity(id)))) + 14;
  const top = Math.max(60, ...columns.map((id) => widthOf(name.entity(id)))) + 34;
  const width = left + Math.max(columns.length * CELL, widthOf(`${columnsAre} →`)) + 8;
  const height = top + rows.length * CELL + 8;
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = [clamp(at[0] + step[0], rows.length), clamp(at[1] + step[1], columns.length)] as const;
    setAt(next);
    const cell = grid.current?.querySelector(`[data-cell="${next.join('-')}"]`);
    if (cell instanceof SVGElement) cell.focus();
  };
  return (
    <div class="scroller">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose cells are buttons. */}
      <svg
        ref={grid}
        class="matrix"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={label}
        onKeyDown={move}
      >
        <Names {...props} left={left} top={top} />
        {rows.map((row, r) => (
          <g key={row}>
            <text class="row-name" x={left - 10} y={top + r * CELL + CELL / 2 + 4.5} text-anchor="end">
              {name.entity(row)}
            </text>
            {columns.map((column, c) => (
              <Cell
                key={column}
                x={left + c * CELL}
                y={top + r * CELL}
                place={`${r}-${c}`}
                cell={cells.get(`${row}\t${column}`) ?? []}
                self={row === column}
                current={at[0] === r && at[1] === c}
                label={`${name.entity(row)}，${name.entity(column)}，${day}：${spoken(cells.get(`${row}\t${column}`) ?? [], name)}`}
                onOpen={(cell) => {
                  setAt([r, c]);
                  onPick(row, column, cell);
                }}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface NamesProps extends Props {
  readonly left: number;
  readonly top: number;
}

/** What rows and columns are, and the names of the columns. */
function Names({ axes: { columns }, name, rowsAre, columnsAre, left, top }: NamesProps): JSX.Element {
  return (
    <>
      <text class="axis" x={left - 10} y={top - 10} text-anchor="end">
        {rowsAre} ↓
      </text>
      <text class="axis" x={left} y={14}>
        {columnsAre} →
      </text>
      {columns.map((id, c) => (
        <text key={id} class="column-name" transform={`translate(${left + c * CELL + CELL / 2} ${top - 8})`}>
          {name.entity(id)}
        </text>
      ))}
    </>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

function spoken(cell: readonly Standing[], name: Namer): string {
  if (cell.length === 0) return '没有说法';
  return cell
    .map(
      ({ course, row }) => `${name.scene(course.scene)}${row.status === null ? '不详' : STATUS[row.status]}`,
    )
    .join('，');
}

interface CellProps {
  readonly x: number;
  readonly y: number;
  readonly place: string;
  readonly cell: readonly Standing[];
  readonly self: boolean;
  readonly current: boolean;
  readonly label: string;
  readonly onOpen: (cell: readonly Standing[]) => void;
}

/** Where the signs of one, two, three and four statuses stand in a cell. */
const PLACES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0, 0]],
  [
    [-8, 0],
    [8, 0],
  ],
  [
    [-8, -8],
    [-8, 8],
    [8, 8],
  ],
  [
    [-8, -8],
    [6, -7],
    [-8, 8],
    [8, 8],
  ],
];

function Cell({ x, y, place, cell, self, current, label, onOpen }: CellProps): JSX.Element {
  const statuses = statusesOf(cell).slice(0, 4);
  const places = PLACES[statuses.length] ?? [];
  const open = (): void => {
    if (cell.length > 0) onOpen(cell);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  };
  const disputed = cell.some((s) => s.row.conflicts.length > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      role="button"
      class={`cell${cell.length === 0 ? ' quiet' : ''}`}
      tabindex={current ? 0 : -1}
      data-cell={place}
      aria-label={label + (disputed ? '；有不同说法' : '')}
      onClick={open}
      onKeyDown={press}
    >
      <title>{label}</title>
      <rect
        class={`ground${self ? ' self' : ''}`}
        x={x + 1}
        y={y + 1}
        width={CELL - 2}
        height={CELL - 2}
        rx="3"
      />
      {statuses.map((status, i) => {
        const [dx, dy] = places[i] ?? [0, 0];
        const of = cell.filter((s) => (s.row.status ?? 'unknown') === status);
        return (
          <Sign
            key={status}
            status={status}
            x={x + CELL / 2 + dx}
            y={y + CELL / 2 + dy}
            scale={statuses.length === 1 ? 1.25 : 0.8}
            faded={of.every((s) => s.old)}
            hearsay={of.every((s) => s.row.sureness === 'hearsay')}
          />
        );
      })}
      {disputed && <path class="corner" d={`M${x + CELL - 12},${y + 1} h11 v11 Z`} />}
    </g>
  );
}
