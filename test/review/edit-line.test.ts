import { describe, expect, it } from 'vitest';
import { editByLine } from '../../pipeline/review/edit-line.ts';
import { claimOf, contentOf, TEXT } from '../store/fixtures.ts';

const claim = { ...contentOf(claimOf('c1')), conditions: [] };

describe('an edit as a line', () => {
  it.each([
    ['status=limited', { status: 'limited' }],
    ['scene=-', { scene: null }],
    ['  object=weibo   status=closed ', { object: 'weibo', status: 'closed' }],
    ['day=2021-09-17', { date: { ...claim.date, start: '2021-09-17', end: '2021-09-17' } }],
    ['end=2022-07-01 precision=range', { date: { ...claim.date, end: '2022-07-01', precision: 'range' } }],
    ['speaker=official name=微信 团队', { attribution: { type: 'official', name: '微信 团队' } }],
    ['quote=朋友圈', { evidence: { quote: '朋友圈', start: 15, end: 18 } }],
  ])('%s', (line, changes) => {
    expect(editByLine(claim, line, TEXT)).toEqual({ ...claim, ...changes });
  });

  it('takes the place of the words that is nearest to the old one', () => {
    const far = { ...claim, evidence: { quote: '乙', start: 8, end: 9 } };
    expect(editByLine(far, 'quote=甲', '甲一二三四五六七乙甲')).toMatchObject({ evidence: { start: 9 } });
  });

  it.each([
    ['closed', /field=value/],
    ['colour=red', /no field colour/],
    ['quote=没有这话', /does not stand/],
    ['quote=-', /needs words/],
  ])('«%s» says what is wrong', (line, why) => {
    expect(editByLine(claim, line, TEXT)).toMatch(why);
  });
});
