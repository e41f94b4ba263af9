import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { at, tell } from '../state/desk.ts';
import { place } from '../state/navigation.ts';
import { grow, items, loadAround, offset, total } from '../state/queue.ts';
import { words } from '../words/words.ts';
import { Bulk } from './bulk.tsx';
import { COLUMNS } from './columns.ts';
import { Facets } from './facets.tsx';
import { HeadCell } from './head.tsx';
import { Preview } from './preview.tsx';
import { Row } from './row.tsx';
import { scrolledTo, windowOf } from './window.ts';

/** As in the style sheet. */
const ROW = 34;
const HEAD = 34;
/** Rows fetched at a time while scrolling. */
const PAGE = 500;
/** Rows farther away than this are jumped to. */
const FAR = 1000;

/** The queue as a table. Only the rows in sight are drawn; rows that are not loaded yet are loaded when they come in sight. */
export function Table() {
  const w = words.value;
  return (
    <main class="table-view">
      <div class="table-tools">
        <Facets />
        <Bulk />
      </div>
      <Rows />
      <section class="preview" id="claim" tabIndex={-1} aria-label={w.claim}>
        <Preview />
      </section>
    </main>
  );
}

function Rows() {
  const w = words.value;
  const ref = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const all = total.value ?? 0;
  const rows = windowOf(view.top, view.height, ROW, all);
  useMeasure(ref, setView);
  useCursorInSight(ref, view.height);
  useLoadInSight(rows.first, rows.last);
  if (total.value === 0) return <p class="empty">{w.emptyQueue}</p>;

  const from = Math.max(rows.first, offset.value);
  const drawn = items.value.slice(Math.max(0, from - offset.value), Math.max(0, rows.last - offset.value));
  const below = all - (from + drawn.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key.
    <section class="table-scroll" ref={ref} tabIndex={0} aria-label={w.table}>
      <table class="claims" aria-rowcount={all + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(({ field }) => (
              <HeadCell key={field} field={field} />
            ))}
            <th class="c-quote" scope="col">
              {w.field.quote}
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={from} />
          {drawn.map((item, i) => (
            <Row key={item.id} item={item} index={from + i} chosen={item.id === place.value.claim} />
          ))}
          <Spacer rows={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for rows that are not drawn. */
function Spacer({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr class="spacer" style={{ height: `${rows * ROW}px` }}>
      <td colSpan={COLUMNS.length + 1} />
    </tr>
  );
}

type View = { readonly top: number; readonly height: number };

function useMeasure(ref: { readonly current: HTMLElement | null }, set: (view: View) => void): void {
  const there = ref.current !== null;
  useLayoutEffect(() => {
    const pane = ref.current;
    if (pane === null) return;
    const measure = (): void => set({ top: pane.scrollTop, height: pane.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(pane);
    pane.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      pane.removeEventListener('scroll', measure);
    };
  }, [there, total.value === 0]);
}

/** Scrolls to the claim under the cursor when that changes, or when the preview below takes some of the height. */
function useCursorInSight(ref: { readonly current: HTMLElement | null }, height: number): void {
  const row = at.value < 0 ? -1 : offset.value + at.value;
  const { claim } = place.value;
  useEffect(() => {
    const pane = ref.current;
    if (pane !== null && row >= 0)
      pane.scrollTop = scrolledTo(row, pane.scrollTop, pane.clientHeight - HEAD, ROW);
  }, [claim, row < 0, height]);
}

function useLoadInSight(first: number, last: number): void {
  const from = offset.value;
  const to = from + items.value.length;
  const all = total.value ?? 0;
  useEffect(() => {
    if (first > to + FAR || last < from - FAR) return void loadAround(first).catch(tell);
    if (last > to && to < all) void grow('forward', PAGE);
    if (first < from && from > 0) void grow('backward', PAGE);
  }, [first, last, from, to, all]);
}
