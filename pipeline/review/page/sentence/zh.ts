import type { Attribution, Status } from '../../../types.ts';
import { dayForm, type Names, type Part, type Told, told, word } from './part.ts';

/** A claim as a person would say it: «据微信官方，2021-11-29 起，微信群聊 试行开放 电商类外链». */
export function chineseSentence(claim: Told, names: Names): Part[] {
  const limits = claim.conditions.length > 0 ? [word(`（${claim.conditions.join('；')}）`)] : [];
  return [
    word('据'),
    told('speaker', speaker(claim.attribution)),
    word('，'),
    ...day(claim),
    ...core(claim, names),
    ...limits,
  ];
}

const SAYS_ITSELF = /官方|方面|公告|公众号|声明|通知|客服|负责人|发言人|团队/;

function speaker({ type, name }: Attribution): string {
  switch (type) {
    case 'official':
      if (name === null) return '官方';
      return SAYS_ITSELF.test(name) ? name : `${name}官方`;
    case 'regulator':
      return name ?? '监管部门';
    case 'test':
      return `${name ?? ''}实测`;
    case 'media':
      return `${name ?? ''}报道`;
    case 'rumour':
      return name ?? '传闻';
    case 'expert':
      return name ?? '专家';
    case 'user':
      return `${name ?? '用户'}反映`;
  }
}

function day(claim: Told): Part[] {
  const days = dayForm(claim);
  switch (days.form) {
    case 'unknown':
      return [told('date', '日期不明'), word('，')];
    case 'on':
      return [told('date', days.day), word('，')];
    case 'since':
      return [told('date', `${days.day} 起`), word('，')];
    case 'as-of':
      return [told('date', `截至 ${days.day}`), word('，')];
    case 'around':
      return [told('date', `${days.day} 前后`), word('，')];
    case 'until':
      return [told('date', `${days.day} 之前`), word('，')];
    case 'between':
      return [told('date', `${days.first} 至 ${days.last}`), word('，')];
  }
}

const ACCESS: Readonly<Partial<Record<Status, string>>> = {
  open: '已开放',
  limited: '有限制地开放',
  closed: '不开放',
  trial: '试行开放',
  pending: '待开放',
  planned: '计划开放',
};
const TAKES: Readonly<Partial<Record<Status, string>>> = {
  open: '支持',
  limited: '有限制地支持',
  closed: '不支持',
  trial: '试行支持',
  pending: '已申请接入',
  planned: '计划支持',
};
const INTEROP: Readonly<Partial<Record<Status, string>>> = {
  open: '已互通',
  limited: '有限制地互通',
  closed: '不互通',
  trial: '试行互通',
  pending: '待互通',
  planned: '计划互通',
};

function core(claim: Told, names: Names): Part[] {
  const subject = told('subject', names.entity(claim.subject));
  const status = (verbs: Readonly<Partial<Record<Status, string>>>): Part =>
    told('status', verbs[claim.status] ?? claim.status);
  const object = claim.object === null ? [] : [told('object', names.entity(claim.object))];
  const scene = claim.scene === null ? [] : [told('scene', names.scene(claim.scene))];
  switch (claim.relation) {
    case 'access':
      return access(claim, names, subject, status(ACCESS), object, scene);
    case 'acceptance':
      return [subject, ...scene, word(' '), status(TAKES), word(' '), ...object];
    case 'code-interop':
      return [
        subject,
        word(' 与 '),
        ...object,
        word(' 的'),
        ...(scene.length > 0 ? scene : [word('扫码')]),
        word(' '),
        status(INTEROP),
      ];
    case 'order':
      return [
        subject,
        word(' '),
        word('向 '),
        ...object,
        word(' '),
        told('status', '提出要求'),
        ...deadline(claim.deadline),
      ];
    case 'policy':
      return [subject, word(' '), told('status', '发布规则')];
    case 'launch':
      return [subject, word(' '), told('status', '上线')];
    case 'pledge':
      return [subject, word(' '), told('status', '作出承诺')];
  }
}

function access(
  claim: Told,
  names: Names,
  subject: Part,
  status: Part,
  object: readonly Part[],
  scene: readonly Part[],
): Part[] {
  const whose = claim.object !== null && !names.isLinkClass(claim.object);
  if (claim.scene === 'login')
    return [subject, word(' '), status, word(' 用 '), ...object, word(' 账号'), ...scene];
  if (claim.scene === 'share')
    return [subject, word(' '), status, word(' 来自 '), ...object, word(' 的'), ...scene];
  if (claim.scene === 'search')
    return [
      subject,
      word('的'),
      ...scene,
      word(' '),
      status,
      word(' '),
      ...object,
      word(whose ? ' 内容' : ''),
    ];
  if (claim.scene === 'mini-program')
    return [subject, word(' '), status, word(' '), ...object, word(' '), ...scene];
  return [subject, ...scene, word(' '), status, word(' '), ...object, word(whose ? ' 链接' : '')];
}

const deadline = (day: string | null): Part[] => (day === null ? [] : [word(`，期限 ${day}`)]);
