import { describe, expect, it } from 'vitest';
import { evaluate } from '../../pipeline/evaluate/evaluate.ts';
import { breachesOf, FloorsFault, parseFloors, pin } from '../../pipeline/evaluate/floors.ts';
import { parseGold } from '../../pipeline/evaluate/gold.ts';
import { exported, goldLine } from './claims.ts';

const gold = parseGold([goldLine(), goldLine({ object: 'jd' })].join('\n'), 'g');
const half = evaluate(gold, [exported({})]);
const whole = evaluate(gold, [exported({}), exported({ object: 'jd' })]);

describe('floors', () => {
  it('hold what was measured when they were pinned', () => {
    const floors = pin({}, 'g.jsonl', half, false);
    expect(floors['g.jsonl']?.core).toEqual({ p: 1, r: 0.5, f1: 0.667 });
    expect(breachesOf(floors, 'g.jsonl', half)).toEqual([]);
  });

  it('name every figure that fell below', () => {
    const floors = pin({}, 'g.jsonl', whole, false);
    expect(breachesOf(floors, 'g.jsonl', half).filter((b) => b.level === 'core')).toEqual([
      { gold: 'g.jsonl', level: 'core', figure: 'r', floor: 1, measured: 0.5 },
      { gold: 'g.jsonl', level: 'core', figure: 'f1', floor: 1, measured: 0.667 },
    ]);
  });

  it('rise by themselves and fall only when told to', () => {
    const low = pin({}, 'g.jsonl', half, false);
    const high = pin(low, 'g.jsonl', whole, false);
    expect(high['g.jsonl']?.core.r).toBe(1);
    expect(pin(high, 'g.jsonl', half, false)).toEqual(high);
    expect(pin(high, 'g.jsonl', half, true)).toEqual(low);
  });

  it('leave other gold files alone', () => {
    const floors = pin({}, 'g.jsonl', whole, false);
    expect(breachesOf(floors, 'other.jsonl', half)).toEqual([]);
    expect(Object.keys(pin(floors, 'other.jsonl', half, false))).toEqual(['g.jsonl', 'other.jsonl']);
  });

  it.each([
    ['not JSON', '{', 'floors.json: not JSON'],
    ['a figure past 1', '{"g":{"core":{"p":2,"r":1,"f1":1}}}', 'floors.json: g.core.p'],
    ['a misspelled level', '{"g":{"kore":{"p":1,"r":1,"f1":1}}}', 'floors.json: g'],
  ])('a file that is %s is told with its field', (_, text, message) => {
    expect(() => parseFloors(text, 'floors.json')).toThrow(FloorsFault);
    expect(() => parseFloors(text, 'floors.json')).toThrow(message);
  });
});
