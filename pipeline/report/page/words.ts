import type { Days, ReportConflict, ReportData, ReportMatter, ReportNote, ReportRow } from '../data.ts';

export const STATUS: Readonly<Record<string, string>> = {
  open: '开放',
  limited: '受限',
  closed: '不通',
  trial: '试行',
  pending: '已申请',
  planned: '计划中',
  required: '被要求',
  published: '发布规则',
  launched: '上线',
  pledged: '表态',
};

export const RELATION: Readonly<Record<string, string>> = {
  access: '链接与内容',
  acceptance: '支付方式',
  'code-interop': '扫码互认',
  order: '监管要求',
  policy: '规则',
  launch: '产品上线',
  pledge: '表态',
};

export const SPEAKER: Readonly<Record<string, string>> = {
  official: '当事方',
  regulator: '监管部门',
  test: '实测',
  media: '媒体报道',
  rumour: '未具名消息',
  expert: '专家',
  user: '用户反映',
};

export const SURE: Readonly<Record<string, string>> = {
  hearsay: '传闻',
  reported: '有报道',
  backed: '有依据',
  confirmed: '已印证',
};

export const REVIEW: Readonly<Record<string, string>> = {
  unreviewed: '',
  accepted: '已核对',
  edited: '已更正',
  rejected: '已否决',
};

const CONFLICT: Readonly<Record<string, string>> = {
  'announcement-test': '宣布与实测不符',
  parties: '当事方各执一词',
  outlets: '两家说法不同',
  rumour: '传闻与别的说法不同',
  'within-article': '同一篇里两种说法',
  exception: '与对外链的总体宣布不符',
  date: '同一件事两个日期',
};

export const conflictWord = ({ kind, about }: ReportConflict): string =>
  `${CONFLICT[kind] ?? kind}${about === 'degree' ? '（程度之别）' : ''}`;

const GROUND: Readonly<Record<string, string>> = {
  reviewed: '有人核对过',
  official: '是当事方或监管部门自己说的',
  voices: '独立说法更多',
  finer: '说到了具体日子',
  sooner: '写下得更早',
};

export function betterText({ better, about, sides }: ReportConflict): string {
  if (about !== 'date') return '';
  if (better === null) return '两个日期的依据不相上下。';
  const days = sides[better.side]?.facts[0]?.days;
  return `较可信：${days === undefined ? '' : daysText(days)}，因为${GROUND[better.ground] ?? ''}。`;
}

/** `2021-09-17`, `2021-09`, `2013 年`, `2013-11-30 至 2021-11-29`, `日期不明`. */
export function daysText([start, end, precision]: Days): string {
  if (start === null || end === null) return start ?? end ?? '日期不明';
  if (start === end) return start;
  if (precision === 'month' && start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
  if (precision === 'year' && start.slice(0, 4) === end.slice(0, 4)) return `${start.slice(0, 4)} 年`;
  return `${start} 至 ${end}`;
}

/** The names of one report. */
export interface Namer {
  readonly entity: (id: string | null) => string;
  readonly scene: (id: string | null) => string;
  /** `微信 ← 淘宝`: in which app, whose. */
  readonly pair: (matter: ReportMatter) => string;
}

export function namer({ names, scenes }: ReportData): Namer {
  const entity = (id: string | null): string => (id === null ? '' : (names[id] ?? id));
  const scene = (id: string | null): string => (id === null ? '未说明场景' : (scenes[id] ?? id));
  const pair = ({ relation, subject, object }: ReportMatter): string => {
    if (object === null) return entity(subject);
    if (relation === 'code-interop') return `${entity(subject)} ↔ ${entity(object)}`;
    if (relation === 'access') return `${entity(subject)}里的${entity(object)}`;
    if (relation === 'acceptance') return `${entity(subject)}用${entity(object)}付款`;
    return `${entity(subject)} → ${entity(object)}`;
  };
  return { entity, scene, pair };
}

const PLAN: Readonly<Record<string, (days: string) => string>> = {
  ahead: (days) => `计划于 ${days}`,
  due: (days) => `计划于 ${days}，尚未见证实`,
  passed: (days) => `曾计划于 ${days}，未见证实`,
  unset: (days) => `已宣布后续计划（${days}），未说日期`,
  asked: (days) => `已申请（${days}），等对方答复`,
};

export const planText = ({ stage, days }: ReportRow['plans'][number]): string =>
  PLAN[stage]?.(daysText(days)) ?? '';

export function noteText({ code, day, words }: ReportNote, name: Namer): string {
  const said = words.map((w) => `${STATUS[w.status]}（${daysText(w.days)}）`).join('、');
  switch (code) {
    case 'ended':
      return `据说持续到 ${day}，此后没有说法`;
    case 'perhaps':
      return `也许已经${said}：具体日子不明`;
    case 'undated':
      return `曾经${words.map((w) => STATUS[w.status]).join('、')}，没有说是何时`;
    case 'rumoured':
      return `此后只有用户或未具名消息说${said}`;
    case 'scenes':
      return `此后分场景的说法：${words.map((w) => `${name.scene(w.scene)}${STATUS[w.status]}（${daysText(w.days)}）`).join('、')}`;
    case 'sceneless':
      return `此后有一说未分场景：${said}`;
    case 'general':
      return `此后对外部链接有总体说法：${said}`;
    case 'deadline':
      return `限期 ${day} 已过`;
    default:
      return '';
  }
}

/** `自 2021-09-17 起`, `2021-09-13 时已如此`. */
export function sinceText({ since, began }: ReportRow): string {
  if (since === null) return '';
  const days = since[2] === 'range' ? (since[0] ?? '') : daysText(since);
  return began ? `自 ${days} 起` : `${days} 时已如此`;
}

export const speakersText = (speakers: readonly string[]): string =>
  speakers.map((s) => SPEAKER[s] ?? s).join('、');
