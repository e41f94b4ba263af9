import { describe, expect, it } from 'vitest';
import { annotate } from '../../pipeline/annotate/annotate.ts';
import { stampWarnings } from '../../pipeline/annotate/stamp.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { matcherOf } from '../../pipeline/reading.ts';
import { articleOf } from '../article.ts';

const knowledge = loadKnowledge();
const matcher = matcherOf(knowledge.lexicon);

const STAMP = '2022-06-15T12:00:00+08:00';
const cases: [trap: string, text: string, published: string | null, warned: number][] = [
  ['told as past after the stamp', '2022年6月17日晚，微信发布了新公告。', STAMP, 1],
  ['a plan lies ahead rightly', '2022年6月17日，微信将发布新公告。', STAMP, 0],
  ['a deadline lies ahead rightly', '工信部要求淘宝在2022年6月17日前完成整改。', STAMP, 0],
  ['the day of the stamp itself', '2022年6月15日，微信发布了新公告。', STAMP, 0],
  [
    'the evening of a day that was stamped in the morning',
    '2022年6月15日傍晚，微信发布了新公告。',
    '2022-06-15T09:00:00+08:00',
    1,
  ],
  [
    'the morning of a day that was stamped in the evening',
    '2022年6月15日上午，微信发布了新公告。',
    '2022-06-15T20:00:00+08:00',
    0,
  ],
  ['目前 and 前天 are no deadline', '目前，微信2022年6月17日已发布公告。', STAMP, 1],
  ['a countdown to a day', '距离2022年6月17日还有两天，时间已经不多。', STAMP, 0],
  ['no stamp to contradict', '2022年6月17日晚，微信发布了新公告。', null, 0],
];

describe('stampWarnings', () => {
  it.each(cases)('%s', (_trap, text, published, warned) => {
    expect(
      stampWarnings(annotate(articleOf(text, published), matcher, knowledge), knowledge.cues),
    ).toHaveLength(warned);
  });
});
