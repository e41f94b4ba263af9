import { describe, expect, it } from 'vitest';
import { Fault } from '../../../pipeline/review/page/state/api.ts';
import { undoOf } from '../../../pipeline/review/page/state/events.ts';
import { Outbox } from '../../../pipeline/review/page/state/outbox.ts';
import { memoryShelf } from '../../../pipeline/review/page/state/shelf.ts';
import type { DecisionReceipt, NewDecision } from '../../../pipeline/review/wire.ts';

const event = (n: number): NewDecision =>
  undoOf(`claim-${n}`, 'event-before', `event-${n}`, `2026-11-21T10:00:0${n}.000Z`);

/** A server that does what the test says, and a clock that the test turns. */
function world(answers: ((events: readonly NewDecision[]) => DecisionReceipt)[]) {
  const sent: string[][] = [];
  const waits: number[] = [];
  let ring: () => void = () => {};
  const shelf = memoryShelf();
  const box = new Outbox({
    shelf: { ...shelf, put: (e) => shelf.put(e) || true },
    async send(events) {
      sent.push(events.map(({ id }) => id));
      const answer = answers.shift() ?? saveAll;
      return answer(events);
    },
    saved: () => {},
    later(milliseconds, callback) {
      waits.push(milliseconds);
      ring = callback;
      return () => {};
    },
  });
  return {
    box,
    shelf,
    sent,
    waits,
    ring: () => ring(),
    settle: () => new Promise((done) => setTimeout(done, 5)),
  };
}

const saveAll = (events: readonly NewDecision[]): DecisionReceipt => ({
  saved: events.map(({ id }) => id),
  refused: [],
  states: {},
});
const away = (): DecisionReceipt => {
  throw new Fault('offline', 'nobody there');
};

describe('the outbox', () => {
  it('lets an event go only when the server says that it is saved', async () => {
    const { box, shelf, sent, ring, settle } = world([away]);
    box.add(event(1));
    await settle();
    expect(box.trouble.value).toBe('offline');
    expect(shelf.list()).toHaveLength(1);
    ring();
    await settle();
    expect(sent).toEqual([['event-1'], ['event-1']]);
    expect(box.unsaved.value).toEqual([]);
    expect(shelf.list()).toEqual([]);
    expect(box.trouble.value).toBeNull();
  });

  it('sends what was pressed meanwhile, in the order of the keys', async () => {
    const { box, sent, settle } = world([away]);
    box.add(event(1));
    await settle();
    box.add(event(2));
    box.add(event(3));
    await settle();
    expect(sent).toEqual([['event-1'], ['event-1', 'event-2'], ['event-3']]);
    expect(box.unsaved.value).toEqual([]);
  });

  it('waits longer each time, but not for ever', async () => {
    const { box, waits, ring, settle } = world(Array.from({ length: 9 }, () => away));
    box.add(event(1));
    for (let i = 0; i < 8; i += 1) {
      await settle();
      ring();
    }
    await settle();
    expect(waits).toEqual([400, 800, 1600, 3200, 6400, 12800, 15000, 15000, 15000]);
  });

  it('shows what is refused and holds nothing else up for it', async () => {
    const refuseFirst = (): DecisionReceipt => ({
      saved: ['event-2'],
      refused: [{ id: 'event-1', why: 'no such claim' }],
      states: {},
    });
    const { box, shelf, settle } = world([refuseFirst]);
    shelf.put(event(1));
    box.add(event(2));
    await settle();
    expect(box.unsaved.value).toEqual([]);
    expect(box.refused.value.map(({ event: { id }, why }) => [id, why])).toEqual([
      ['event-1', 'no such claim'],
    ]);
    box.dismiss('event-1');
    expect(box.refused.value).toEqual([]);
    expect(shelf.list()).toEqual([]);
  });

  it('sends one by one what is refused whole', async () => {
    const refuse = (): DecisionReceipt => {
      throw new Fault('refused', 'one of them is no event');
    };
    const { box, shelf, sent, settle } = world([refuse, saveAll, refuse]);
    shelf.put(event(1));
    box.add(event(2));
    await settle();
    expect(sent).toEqual([['event-1', 'event-2'], ['event-1'], ['event-2']]);
    expect(box.refused.value.map(({ event: { id }, why }) => [id, why])).toEqual([
      ['event-2', 'one of them is no event'],
    ]);
    expect(shelf.list().map(({ id }) => id)).toEqual(['event-2']);
    box.dismiss('event-2');
    expect(shelf.list()).toEqual([]);
  });

  it('tells when it cannot keep anything beyond the window', async () => {
    const shelf = memoryShelf();
    const box = new Outbox({ shelf, send: async (e) => saveAll(e), saved: () => {}, later: () => () => {} });
    expect(box.durable.value).toBe(true);
    box.add(event(1));
    expect(box.durable.value).toBe(false);
  });
});
