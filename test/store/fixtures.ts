import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textHash } from '../../pipeline/store/rows.ts';
import { openStore, type Store } from '../../pipeline/store/store.ts';
import type { Article, Claim, Decision, ReviewedContent } from '../../pipeline/types.ts';

/** A database of its own for one test. */
export const newDatabase = (): string => join(mkdtempSync(join(tmpdir(), 'hutong-store-')), 'claims.db');

export const TEXT = '微信群聊里可以打开知乎的链接。朋友圈还不行。';

export function articleOf(path: string, text = TEXT, sha256 = 'a'.repeat(64)): Article {
  return {
    path,
    format: 'markdown',
    encoding: 'utf-8',
    sha256,
    record: {
      title: '外链',
      publisher: '样报',
      author: null,
      categories: ['科技'],
      published: '2022-06-15T09:00:00+08:00',
      url: null,
    },
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    warnings: [],
  };
}

export function claimOf(id: string, status: Claim['status'] = 'open', text = TEXT): Claim {
  return {
    id,
    kind: 'scene',
    relation: 'access',
    subject: 'wechat',
    object: 'zhihu',
    scene: 'group-chat',
    status,
    date: { text: null, start: '2022-06-15', end: '2022-06-15', precision: 'day', basis: 'published' },
    deadline: null,
    attribution: { type: 'media', name: null },
    conditions: [],
    evidence: { start: 0, end: 14, quote: text.slice(0, 14) },
    rule: 'access.can-open',
    trace: [],
  };
}

export async function withRun(path: string): Promise<{ store: Store; runId: number }> {
  const store = await openStore(path);
  const runId = await store.beginRun({ version: 'rules-1', at: '2022-06-15T01:00:00.000Z' });
  return { store, runId };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What the claim says, as the log of decisions holds it. */
export function contentOf(
  { id: _id, rule: _rule, trace: _trace, ...content }: Claim,
  text = TEXT,
): ReviewedContent {
  return { ...content, textHash: textHash(text) };
}

/** An «accept» by li of the claim as `claimOf` makes it. */
export const decisionOn = (claim: string, id: string, changes: Partial<Decision> = {}): Decision => ({
  id,
  claim,
  action: 'accept',
  before: contentOf(claimOf(claim)),
  after: null,
  reviewer: 'li',
  at: '2022-06-16T01:00:00.000Z',
  reason: null,
  note: null,
  undoes: null,
  group: null,
  machine: null,
  ...changes,
});
