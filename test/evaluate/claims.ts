import type { ExportedClaim } from '../../pipeline/types.ts';

type Fields = Partial<Omit<ExportedClaim, 'date' | 'attribution' | 'article'>> & {
  readonly article?: string;
  readonly day?: string;
  readonly who?: ExportedClaim['attribution']['type'];
};

/** An exported claim as a test needs it; whatever is not given is the plainest there is. */
export function exported({
  article = 'a',
  day = '2021-09-17',
  who = 'media',
  ...own
}: Fields): ExportedClaim {
  return {
    id: 'c1',
    kind: 'platform',
    relation: 'access',
    subject: 'wechat',
    object: 'taobao',
    scene: null,
    status: 'open',
    date: { text: null, start: day, end: day, precision: 'day', basis: 'published' },
    deadline: null,
    attribution: { type: who, name: null },
    conditions: [],
    evidence: { quote: '微信里能打开淘宝了', start: 0, end: 9 },
    rule: 'opens',
    article: {
      id: 'a1',
      path: `scrapes/${article}.md`,
      title: null,
      publisher: null,
      published: null,
      url: null,
      sha256: '',
    },
    review: { state: 'unreviewed', by: null, at: null, note: null, changed: false, machine: null },
    ...own,
  };
}

/** A gold line as JSON, with the same plainest values as `exported`. */
export function goldLine(own: Record<string, unknown> = {}): string {
  return JSON.stringify({
    article: 'a',
    relation: 'access',
    subject: 'wechat',
    object: 'taobao',
    scene: null,
    status: 'open',
    date: { start: '2021-09-17', end: '2021-09-17' },
    attribution: { type: 'media' },
    quote: '微信里能打开淘宝了',
    ...own,
  });
}
