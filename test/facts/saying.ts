import type { ExportedClaim } from '../../pipeline/types.ts';

type Status = ExportedClaim['status'];
type Speaker = ExportedClaim['attribution']['type'];

/** What a case may say of a claim beside its sentence. */
export interface Extra {
  readonly relation?: ExportedClaim['relation'];
  readonly pair?: readonly [string, string | null];
  readonly scene?: string | null;
  readonly conditions?: readonly string[];
  readonly outlet?: string;
  readonly published?: string;
  readonly review?: ExportedClaim['review']['state'];
  readonly precision?: ExportedClaim['date']['precision'];
  readonly basis?: ExportedClaim['date']['basis'];
  readonly deadline?: string;
}

/**
 * A claim as a case writes it: who says what of which days, in which article. `2021-09-17`, `2021-09-01…2021-09-30`
 * or `-` for no day. Whatever is left out is the plainest there is: links of Taobao in WeChat's group chats.
 */
export function saying(
  article: string,
  who: Speaker,
  status: Status,
  days: string,
  extra: Extra = {},
): ExportedClaim {
  const [start = null, end = start] = days === '-' ? [] : days.split('…');
  const [subject, object] = extra.pair ?? ['wechat', 'taobao'];
  const relation = extra.relation ?? 'access';
  const observed = who === 'test' || who === 'user';
  return {
    id: `c-${article}-${who}-${status}-${days}-${subject}-${object}-${extra.scene ?? ''}`,
    kind: relation === 'acceptance' || relation === 'code-interop' ? 'payment' : 'scene',
    relation,
    subject,
    object,
    scene: extra.scene === undefined ? 'group-chat' : extra.scene,
    status,
    date: {
      text: null,
      start,
      end,
      precision: extra.precision ?? (start === null ? 'vague' : start === end ? 'day' : 'month'),
      basis: extra.basis ?? (observed ? 'published' : 'text'),
    },
    deadline: extra.deadline ?? null,
    attribution: { type: who, name: null },
    conditions: extra.conditions ?? [],
    evidence: { quote: `${article}的话`, start: 0, end: article.length + 2 },
    rule: 'opens',
    article: {
      id: article,
      path: `${article}.md`,
      title: article,
      publisher: extra.outlet ?? `${article}报`,
      published: extra.published ?? (end === null ? null : `${end}T12:00:00+08:00`),
      url: null,
      sha256: '',
    },
    review: {
      state: extra.review ?? 'unreviewed',
      by: null,
      at: null,
      note: null,
      changed: false,
      machine: null,
    },
  };
}
