import { at, progress } from '../state/desk.ts';
import { go, place } from '../state/navigation.ts';
import { QUEUE_ORDERS } from '../state/place.ts';
import { offset, total } from '../state/queue.ts';
import { words } from '../words/words.ts';
import { Act } from './act.tsx';
import { FilterChips } from './chips.tsx';
import { SearchBox } from './search.tsx';

/** The queue: what is in it, in which order, and how far it is reviewed. */
export function Strip() {
  const w = words.value;
  return (
    <section class="strip" aria-label={w.queue}>
      <div class="strip-row">
        <SearchBox />
        <OrderBox />
        <FilterChips />
        <span class="spring" />
        <Steps />
      </div>
      <Progress />
    </section>
  );
}

function OrderBox() {
  const w = words.value;
  const { order } = place.value;
  const orders = QUEUE_ORDERS.includes(order) ? QUEUE_ORDERS : [...QUEUE_ORDERS, order];
  const choose = (value: string): void => {
    const chosen = orders.find((o) => o === value);
    if (chosen !== undefined) go({ order: chosen, descending: false });
  };
  return (
    <label class="order">
      <span class="dim">{w.order}</span>
      <select value={order} onInput={(e) => choose(e.currentTarget.value)}>
        {orders.map((o) => (
          <option key={o} value={o}>
            {w.orders[o]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where in the queue one is, between the ways to the claims before and behind. */
function Steps() {
  const w = words.value;
  return (
    <div class="steps">
      <Act command="previous" text="‹" name={w.previous} tone="quiet" />
      <Position />
      <Act command="next" text="›" name={w.next} tone="quiet" />
      <Act command="next-open" text={w.nextOpen} tone="quiet" />
    </div>
  );
}

function Position() {
  const w = words.value;
  if (total.value === null) return <span class="dim">{w.loading}</span>;
  const text = at.value >= 0 ? w.position(offset.value + at.value + 1, total.value) : w.claims(total.value);
  return <span class="position">{text}</span>;
}

function Progress() {
  const w = words.value;
  const now = progress.value;
  if (now === null || now.total === 0) return <div class="progress" />;
  return (
    <div class="progress">
      <progress
        class="bar"
        value={now.decided}
        max={now.total}
        aria-label={w.progress(now.decided, now.total)}
      />
      <span class="progress-text">{w.progress(now.decided, now.total)}</span>
    </div>
  );
}
