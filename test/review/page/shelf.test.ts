import { describe, expect, it } from 'vitest';
import { undoOf } from '../../../pipeline/review/page/state/events.ts';
import { browserShelf } from '../../../pipeline/review/page/state/shelf.ts';

class Box implements Storage {
  private readonly map = new Map<string, string>();
  private readonly room: number;
  constructor(room = Number.POSITIVE_INFINITY) {
    this.room = room;
  }
  get length(): number {
    return this.map.size;
  }
  clear(): void {
    this.map.clear();
  }
  key(i: number): string | null {
    return [...this.map.keys()][i] ?? null;
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }
  removeItem(key: string): void {
    this.map.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.map.size >= this.room) throw new Error('full');
    this.map.set(key, value);
  }
}

const event = (id: string, at = '2026-11-21T10:00:00.000Z') => undoOf('c1', 'before-1', id, at);
const ids = (shelf: ReturnType<typeof browserShelf>): string[] => shelf.list().map(({ id }) => id);

describe('the shelf', () => {
  it('keeps the order of the keys, also within a millisecond', () => {
    const shelf = browserShelf(new Box(), 'claims.db', 'lin');
    for (const id of ['id-z', 'id-m', 'id-a']) shelf.put(event(id));
    expect(ids(shelf)).toEqual(['id-z', 'id-m', 'id-a']);
  });

  it('is seen by another window, which can drop from it', () => {
    const storage = new Box();
    const [one, two] = [browserShelf(storage, 'claims.db', 'lin'), browserShelf(storage, 'claims.db', 'lin')];
    one.put(event('id-1'));
    two.put(event('id-2', '2026-11-21T10:00:01.000Z'));
    two.drop('id-1');
    expect(ids(one)).toEqual(['id-2']);
  });

  it('keeps reviewers and databases apart', () => {
    const storage = new Box();
    browserShelf(storage, 'claims.db', 'lin').put(event('id-1'));
    expect(ids(browserShelf(storage, 'claims.db', 'wu'))).toEqual([]);
    expect(ids(browserShelf(storage, 'other.db', 'lin'))).toEqual([]);
  });

  it('says when there is no room, and passes over what is no event', () => {
    const storage = new Box(1);
    storage.setItem('hutong.unsaved claims.db lin 0 x', '{"half": ');
    const shelf = browserShelf(storage, 'claims.db', 'lin');
    expect(shelf.put(event('id-1'))).toBe(false);
    expect(ids(shelf)).toEqual([]);
  });
});
