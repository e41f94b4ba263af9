import { describe, expect, it } from 'vitest';
import {
  contentOf,
  type Draft,
  draftOf,
  entityId,
  precisionOf,
  problemsOf,
} from '../../../pipeline/review/page/edit/draft.ts';
import { nudged, sentenceAround } from '../../../pipeline/review/page/edit/nudge.ts';
import { trimmed } from '../../../pipeline/review/page/focus/selection.ts';
import type { ClaimContent, Session } from '../../../pipeline/review/wire.ts';
import { CLAIM } from './names.ts';

const ENTITIES = [
  { id: 'wechat', name: '微信', type: 'app' },
  { id: 'taobao', name: '淘宝', type: 'app' },
  { id: 'ecommerce-links', name: '电商类外链', type: 'link-class' },
];
const RELATIONS: Session['vocabularies']['relations'] = [
  { id: 'access', zh: '访问', en: 'access', statuses: ['open', 'trial'], object: true, scene: true },
  { id: 'policy', zh: '规则', en: 'policy', statuses: ['published'], object: false, scene: false },
];
const TEXT = '今天微信群里可以打开淘宝。👍明天呢？';
const BEFORE: ClaimContent = {
  ...CLAIM,
  kind: 'scene',
  conditions: [],
  evidence: { quote: '微信群里', start: 2, end: 6 },
  textHash: 'h1',
};
const DRAFT = draftOf('c1', BEFORE, ENTITIES);
const edited = (part: Partial<Draft>): Draft => ({ ...DRAFT, ...part });
const problems = (part: Partial<Draft>) => problemsOf(edited(part), BEFORE, TEXT, ENTITIES, RELATIONS);

describe('an edit', () => {
  it('begins with the claim as it is, and says so', () => {
    expect(contentOf(DRAFT, BEFORE, ENTITIES, RELATIONS)).toEqual(BEFORE);
    expect(problems({})).toEqual({ all: 'unchanged' });
  });

  it.each<[string, Partial<Draft>, ReturnType<typeof problems>]>([
    ['another object', { object: '淘宝' }, {}],
    ['an id that is not in the lexicon', { object: 'corner-shop' }, {}],
    ['a name that is not in the lexicon', { object: '某某商城' }, { object: 'not-known' }],
    ['no subject', { subject: ' ' }, { subject: 'required' }],
    ['no object where one is needed', { object: '' }, { object: 'required' }],
    ['no object where none is', { relation: 'policy', status: 'published', object: '' }, {}],
    ['a day that is none', { start: '2021-02-30' }, { start: 'not-a-day' }],
    ['an end before the beginning', { end: '2021-11-28' }, { end: 'ends-before-it-begins' }],
    [
      'evidence that is not in the text',
      { evidence: { quote: '群里', start: 2, end: 4 } },
      { evidence: 'not-the-words' },
    ],
    ['other evidence', { evidence: { quote: '打开淘宝', start: 8, end: 12 } }, {}],
  ])('%s', (_, part, expected) => {
    expect(problems(part)).toEqual(expected);
  });

  it('empties what the relation does not have', () => {
    const after = contentOf(edited({ relation: 'policy', status: 'published' }), BEFORE, ENTITIES, RELATIONS);
    expect(after).toMatchObject({ kind: 'platform', object: null, scene: null });
  });

  it.each([
    ['wechat', 'wechat'],
    ['微信', 'wechat'],
    ['微信 (wechat)', 'wechat'],
    ['new-shop', 'new-shop'],
    ['新店', null],
  ])('%s is typed for %s', (typed, id) => {
    expect(entityId(ENTITIES, typed)).toBe(id);
  });

  it.each([
    ['2021-11-29', '2021-11-29', 'day'],
    ['2021-11-01', '2021-11-30', 'month'],
    ['2024-02-01', '2024-02-29', 'month'],
    ['2021-07-01', '2021-09-30', 'quarter'],
    ['2021-01-01', '2021-12-31', 'year'],
    ['2021-11-01', '2021-11-15', 'range'],
    ['', '', 'vague'],
  ])('%s to %s is a %s', (start, end, precision) => {
    expect(precisionOf(start, end)).toBe(precision);
  });
});

describe('evidence', () => {
  const at = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length });
  const words = (span: { start: number; end: number } | null) => span && TEXT.slice(span.start, span.end);

  it.each([
    ['a blank on both sides', ' 微信 ', '微信'],
    ['nothing but a line break', '\n', null],
  ])('%s', (_, text, expected) => {
    const span = trimmed(text, { start: 0, end: text.length });
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });

  it('never holds half a character', () => {
    const thumb = TEXT.indexOf('👍');
    expect(words(trimmed(TEXT, { start: thumb + 1, end: thumb + 4 }))).toBe('👍明天');
    expect(words(trimmed(TEXT, { start: thumb - 1, end: thumb + 1 }))).toBe('。👍');
    expect(words(nudged(TEXT, at('明天'), 'start', -1))).toBe('👍明天');
    expect(words(nudged(TEXT, { start: thumb - 1, end: thumb }, 'end', 1))).toBe('。👍');
    expect(words(nudged(TEXT, { start: thumb, end: thumb + 4 }, 'start', 1))).toBe('明天');
  });

  it('is never emptied and never leaves the text', () => {
    expect(nudged(TEXT, { start: 0, end: 1 }, 'start', -1)).toEqual({ start: 0, end: 1 });
    expect(nudged(TEXT, { start: 0, end: 1 }, 'end', -1)).toEqual({ start: 0, end: 1 });
    expect(nudged(TEXT, { start: 3, end: TEXT.length }, 'end', 1)).toEqual({ start: 3, end: TEXT.length });
  });

  it('grows to its sentence', () => {
    expect(words(sentenceAround(TEXT, at('淘宝')))).toBe('今天微信群里可以打开淘宝。');
    expect(words(sentenceAround(TEXT, at('明天')))).toBe('👍明天呢？');
  });
});
