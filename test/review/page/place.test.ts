import { describe, expect, it } from 'vitest';
import { addressOf, placeOf } from '../../../pipeline/review/page/state/place.ts';

describe('the address', () => {
  it.each([
    '?',
    '?claim=cb4d5ecf540c3',
    '?status=open&status=trial&order=conflicts&descending=true&view=table',
    '?subject=wechat&object=-&scene=group-chat&publisher=%E6%A0%B7%E6%8A%A5&rule=access.opens',
    '?conflict=false&changed=true&from=2021-09-01&to=2021-12-31&q=%E5%A4%96%E9%93%BE+%E7%BE%A4',
    '?kind=scene&relation=access&state=unreviewed&overall=accepted&lost=true&article=a1',
  ])('leads back to its place: %s', (address) => {
    expect(addressOf(placeOf(address))).toBe(address);
  });

  it.each([
    ['a status that is none', '?status=ajar', '?'],
    ['an order that is none', '?order=beauty', '?'],
    ['a day that is none', '?from=yesterday', '?'],
    ['a flag that is neither true nor false', '?conflict=perhaps', '?'],
    ['an empty search', '?q=+', '?'],
    ['a value twice', '?rule=a&rule=a', '?rule=a'],
    ['a key of nobody', '?theme=dark&kind=scene', '?kind=scene'],
  ])('leaves out %s', (_, asked, kept) => {
    expect(addressOf(placeOf(asked))).toBe(kept);
  });
});
