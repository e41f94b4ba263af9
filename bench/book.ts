import { createHash } from 'node:crypto';
import { loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { openStore, type Store } from '../pipeline/store/store.ts';
import type { Article, Claim, Decision, RepostJudge } from '../pipeline/types.ts';

/** Articles that are written in one transaction. */
const BATCH = 500;
/** One text in so many is another's, word for word. */
const REPEATED = 40;
/** One claim in so many has been decided on. */
const DECIDED = 60;
const REVIEWERS = ['li', 'wang'] as const;

const { lexicon, rules } = loadKnowledge();
const ids = (types: readonly string[]): string[] =>
  lexicon.entities.filter((e) => types.includes(e.type)).map((e) => e.id);
const APPS = ids(['app']);
const WAYS = ids(['payment']);
const THINGS = [...ids(['link-class']), ...APPS];
const SCENES = lexicon.scenes.map((scene) => scene.id);
const SPEAKERS = [
  'official',
  'media',
  'media',
  'test',
  'official',
  'regulator',
  'rumour',
  'user',
  'expert',
] as const;
const SENTENCES = [
  '记者在几台手机上试了几次，结果大致相同。',
  '截至发稿，双方都没有给出进一步的时间表。',
  '此前用户要先复制口令，再到另一个应用里打开。',
  '业内人士认为，这对中小商家的影响要过一段时间才看得清。',
  '一位店主说，顾客问得最多的是什么时候能直接付款。',
  '这一功能目前只对部分用户开放，其余用户需要更新版本。',
  '客服回复称，具体情况以页面显示为准。',
  '此次调整不影响已经下单的顾客。',
];

/** Numbers below `n`, the same on every run (mulberry32). */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

const roll = dice(1);
const any = <T>(all: readonly [T, ...T[]] | readonly T[]): T => {
  const one = all[roll(all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};
/** The first of a list by far the most often, as names are in the news. */
const skewed = <T>(all: readonly T[]): T => any(all.slice(0, 1 + roll(1 + roll(1 + roll(all.length)))));
const dayOf = (): string => new Date(Date.UTC(2013, 0, 1 + roll(4700))).toISOString().slice(0, 10);

function textOf(number: number): string {
  const lines = Array.from(
    { length: 24 },
    () => `${any(SENTENCES)}${roll(4) === 0 ? `第${roll(9999)}次更新。` : ''}`,
  );
  return `本文是第${number}篇。${lines.join('')}`;
}

function articleOf(number: number, text: string): Article {
  const published = `${dayOf()}T${String(roll(24)).padStart(2, '0')}:20:00+08:00`;
  return {
    path: `in/${String(roll(100)).padStart(2, '0')}/${String(number).padStart(6, '0')}.md`,
    format: roll(9) === 0 ? 'html' : 'markdown',
    encoding: 'utf-8',
    sha256: createHash('sha256').update(String(number)).digest('hex'),
    record: {
      title: `${any(['外链', '支付', '扫码', '新规'])}的第${number}天：${any(SENTENCES).slice(0, 9)}`,
      publisher: roll(20) === 0 ? null : `样报${skewed(Array.from({ length: 400 }, (_, i) => i))}`,
      author: null,
      categories: ['科技'],
      published,
      url: null,
    },
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    warnings: [],
  };
}

function claimOf({ path, record: { published }, text }: Article, place: number): Claim {
  const rule = rules[roll(1 + roll(rules.length))] ?? any(rules);
  const { relation, status } = rule;
  const start = roll(Math.max(1, text.length - 40));
  const end = start + 12 + roll(20);
  const hasDay = roll(12) > 0;
  const day = roll(3) === 0 ? dayOf() : (published?.slice(0, 10) ?? null);
  const last = roll(10) === 0 && day !== null ? `${day.slice(0, 8)}28` : day;
  const isPayment = relation === 'acceptance' || relation === 'code-interop';
  const scene = relation === 'access' && roll(3) > 0 ? skewed(SCENES) : null;
  return {
    id: `c${createHash('sha256').update(`${path} ${place}`).digest('hex').slice(0, 12)}`,
    kind: isPayment ? 'payment' : scene === null ? 'platform' : 'scene',
    relation,
    subject: relation === 'code-interop' ? skewed(WAYS) : skewed(APPS),
    object: relation === 'policy' ? null : isPayment ? skewed(WAYS) : skewed(THINGS),
    scene,
    status: roll(4) === 0 && relation === 'access' ? 'closed' : status,
    date: {
      text: hasDay ? '当日' : null,
      start: hasDay ? day : null,
      end: hasDay ? (last ?? day) : null,
      precision: hasDay ? 'day' : 'vague',
      basis: any(['text', 'context', 'published']),
    },
    deadline: null,
    attribution: { type: any(SPEAKERS), name: null },
    conditions: roll(6) === 0 ? ['更新到最新版本'] : [],
    evidence: { start, end, quote: text.slice(start, end) },
    rule: rule.id,
    trace: (['status', 'subject', 'object', 'date', 'attribution'] as const).map((field) => ({
      field,
      from: roll(3) === 0 ? 'carried' : 'clause',
      note: 'named in the clause',
      span: { start, end: start + 2 },
    })),
  };
}

/** A judge that finds those texts one story that are the same word for word, which costs next to nothing. */
const WORD_FOR_WORD: RepostJudge = {
  sign: (text) => Uint16Array.from(createHash('sha256').update(text).digest().subarray(0, 8)),
  bands: () => [],
  resemble: () => false,
  same: () => false,
};

/**
 * Writes a book of `count` articles at `path`, about three claims an article, the same for the same count: a few apps,
 * rules and outlets that all write of and many of which hardly anybody does, some texts that many outlets have, some
 * claims that two people have decided on. The index of words is filled.
 */
export async function makeBook(path: string, count: number): Promise<void> {
  const store = await openStore(path);
  const runId = await store.beginRun({ version: 'r', at: '2026-01-01T00:00:00.000Z' });
  const texts: string[] = [];
  for (let first = 0; first < count; first += BATCH) {
    const claims: Claim[] = [];
    await store.asOne(async (book) => {
      for (let number = first; number < Math.min(count, first + BATCH); number += 1) {
        const again = texts.length > 0 && roll(REPEATED) === 0;
        const text = again ? skewed(texts) : textOf(number);
        if (!again && texts.length < 300) texts.push(text);
        const article = articleOf(number, text);
        const own = Array.from({ length: roll(7) }, (_, place) => claimOf(article, place));
        claims.push(...own);
        await book.saveArticle({ runId, rulesVersion: 'r', article, claims: own });
      }
    });
    await decideSome(
      store,
      claims.filter(() => roll(DECIDED) === 0),
      first,
    );
  }
  await store.linkReposts(WORD_FOR_WORD);
  await store.findContested();
  await store.indexWords();
  await store.finishRun(runId, {}, '2026-01-01T01:00:00.000Z');
  await store.close();
}

async function decideSome(store: Store, claims: readonly Claim[], first: number): Promise<void> {
  const events = claims.map(
    ({ id }, i): Decision => ({
      id: `d${first + i}`,
      claim: id,
      action: roll(4) === 0 ? 'reject' : 'accept',
      before: null,
      after: null,
      reviewer: any(REVIEWERS),
      at: '2026-01-02T00:00:00.000Z',
      reason: null,
      note: null,
      undoes: null,
      group: null,
      machine: null,
    }),
  );
  await store.decide(events);
}
