import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../pipeline/read/knowledge/folder.ts';
import { loadLexicon } from '../../pipeline/read/knowledge/lexicon.ts';
import { matcherOf } from '../../pipeline/reading.ts';

/**
 * A word of `not` that is too short rules out what it should not: 「网易于」 also stands in «网易于9月». So every short
 * alias is read between the words that news puts around names.
 */
const BEFORE =
  '入驻 引进 走进 全国 其他 许多 近年来 除 以 在 与 阿里的 屏蔽了 位于 从 对 向 因 让 把 用 还有 通过 打开 跳转至 分享到 “ （ 、 一位 部分 由 被 自 而 ，';
const AFTER =
  '表示 方面回应 于9月 上线 下架 公布 公告 公开 面临 平台 结算页 体验 弹出 弹窗 工作人员 安全 声明 声称 分享 产品 一直 和微博 与微博 的链接 等应用 不再 联合 没有 机构 什么时候 账号 用户 手续费 好友 正式 已经 将 里 中 上 App 、微博 ， 是 也 都 则 宣布 开放 信息 内 端 版 团队 员工 客服 小程序 公众号 支持 可以 能 要求 回复 称 曾 为 给 到 跳转';

const lexicon = loadLexicon(join(packageRoot(), 'extractors', 'lexicon'));
const matcher = matcherOf(lexicon);

/** The hint is a word of `near`, so that an ambiguous alias has something to speak for it. */
const short = lexicon.entities
  .filter(({ type }) => type !== 'link-class')
  .flatMap(({ aliases }) => aliases)
  .filter(({ text, ambiguous, near }) => text.length <= 3 && (!ambiguous || near.length > 0))
  .map(({ text, near }) => ({ text, hint: near[0] === undefined ? '' : `${near[0]}，` }));

const isRead = (sentence: string, start: number, length: number) =>
  matcher
    .find(sentence, null)
    .some((m) => m.kind === 'entity' && m.start <= start && m.end >= start + length);

/** Where the words around really make something else: BOE, a console, a telephone. */
const KNOWN = /京东方|商户平台|苹果(?:端|版|用户)/;

describe('a short alias is read among common words', () => {
  it.each(BEFORE.split(' '))('after %s', (before) => {
    const lost = short.flatMap(({ text, hint }) =>
      AFTER.split(' ')
        .filter(
          (after) => !isRead(`${hint}${before}${text}${after}`, hint.length + before.length, text.length),
        )
        .map((after) => `${before}${text}${after}`),
    );
    expect(lost.filter((sentence) => !KNOWN.test(sentence))).toEqual([]);
  });
});
