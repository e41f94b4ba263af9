import type { Claim, Status } from '../../pipeline/types.ts';
import { articleOf, claimOf, contentOf, decisionOn, TEXT, withRun } from './fixtures.ts';

const STATUSES: readonly Status[] = ['open', 'closed', 'limited', 'open', 'closed', 'planned'];
const RULES = ['access.can-open', 'access.cannot-open', 'acceptance.joins', 'pledge.commits'];
const SAID: readonly (readonly [Claim['kind'], Claim['relation']])[] = [
  ['scene', 'access'],
  ['platform', 'access'],
  ['payment', 'acceptance'],
  ['platform', 'pledge'],
];
/** One after the other, again and again. */
const turn = <T>(all: readonly T[], i: number): T => {
  const one = all[i % all.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

function variedClaim(i: number): Claim {
  const [kind, relation] = turn(SAID, Math.floor(i / 3));
  const day = i % 11 === 0 ? null : `2022-06-${String(1 + (i % 28)).padStart(2, '0')}`;
  return {
    // Ids in an order of their own.
    ...claimOf(`c${((i * 37) % 101).toString(16).padStart(3, '0')}`, turn(STATUSES, i)),
    kind,
    relation,
    subject: turn(['wechat', 'wechat', 'qq', 'douyin'], i),
    object: turn(['zhihu', 'taobao', null, 'zhihu'], Math.floor(i / 2)),
    scene: turn(['group-chat', null, 'moments'], Math.floor(i / 5)),
    date: { text: null, start: day, end: day, precision: 'day', basis: turn(['text', 'published'], i) },
    rule: turn(RULES, Math.floor(i / 3)),
  };
}

/**
 * A book of 24 articles and 96 claims of many sorts at `path`: some are lost, some have been accepted, rejected, edited
 * by li or by wang, and some of these read otherwise now.
 */
export async function variedBook(path: string) {
  const { store, runId } = await withRun(path);
  const articles = Array.from({ length: 24 }, (_, i) => {
    const plain = articleOf(`in/${(i * 7) % 24}.md`, `${TEXT}第${i}篇。`, String(i));
    const published = `2022-06-${String(1 + ((i * 5) % 28)).padStart(2, '0')}T09:00:00+08:00`;
    const publisher = turn(['样报', null, '别报'], i);
    const record = { ...plain.record, title: `外链第${i}天`, publisher, published };
    const claims = Array.from({ length: 4 }, (_, k) => variedClaim(i * 4 + k));
    return { article: { ...plain, record }, claims };
  });
  for (const one of articles) await store.saveArticle({ ...one, runId, rulesVersion: 'r' });
  const actions = ['accept', 'reject', 'edit'] as const;
  const all = articles.flatMap(({ article, claims }) =>
    claims.map((claim) => ({ claim, text: article.text })),
  );
  const events = all
    .filter((_, i) => i % 4 === 0)
    .map(({ claim, text }, i) => {
      const action = turn(actions, i);
      const before = contentOf(claim, text);
      const after = action === 'edit' ? { ...before, subject: 'qq', status: 'limited' as const } : null;
      return decisionOn(claim.id, `d${i}`, {
        action,
        before,
        after,
        reviewer: turn(['li', 'li', 'wang'], i),
      });
    });
  const receipt = await store.decide(events);
  if (receipt.refused.length > 0) throw new Error(JSON.stringify(receipt.refused));
  for (const { article, claims } of articles.slice(0, 8))
    await store.saveArticle({
      article,
      claims: claims.slice(1).map((claim) => ({ ...claim, conditions: ['更新后'] })),
      runId,
      rulesVersion: 'r2',
    });
  return store;
}
