import type { Kind, Lexicon, Relation, Status } from '../types.ts';
import type { ClaimContent, Session } from './wire.ts';

type Vocabularies = Session['vocabularies'];

const USE: Status[] = ['open', 'limited', 'closed', 'trial', 'pending', 'planned'];

/** Every relation with the statuses and roles that it may have. */
const RELATIONS: Vocabularies['relations'] = [
  { id: 'access', zh: '打开', en: 'access', statuses: USE, object: true, scene: true },
  { id: 'acceptance', zh: '接受支付', en: 'acceptance', statuses: USE, object: true, scene: true },
  { id: 'code-interop', zh: '扫码互认', en: 'code interop', statuses: USE, object: true, scene: true },
  { id: 'order', zh: '责令', en: 'order', statuses: ['required'], object: true, scene: false },
  { id: 'policy', zh: '发布规则', en: 'policy', statuses: ['published'], object: false, scene: false },
  { id: 'launch', zh: '推出', en: 'launch', statuses: ['launched'], object: false, scene: false },
  { id: 'pledge', zh: '承诺', en: 'pledge', statuses: ['pledged'], object: false, scene: false },
];

const WORDS: Omit<Vocabularies, 'entities' | 'scenes'> = {
  kinds: [
    { id: 'platform', zh: '平台', en: 'platform' },
    { id: 'scene', zh: '场景', en: 'scene' },
    { id: 'payment', zh: '支付', en: 'payment' },
  ],
  relations: RELATIONS,
  statuses: [
    { id: 'open', zh: '开放', en: 'open' },
    { id: 'limited', zh: '有限开放', en: 'limited' },
    { id: 'closed', zh: '不开放', en: 'closed' },
    { id: 'trial', zh: '试行', en: 'trial' },
    { id: 'pending', zh: '申请中', en: 'pending' },
    { id: 'planned', zh: '计划中', en: 'planned' },
    { id: 'required', zh: '被要求', en: 'required' },
    { id: 'published', zh: '已发布', en: 'published' },
    { id: 'launched', zh: '已推出', en: 'launched' },
    { id: 'pledged', zh: '已承诺', en: 'pledged' },
  ],
  speakers: [
    { id: 'official', zh: '官方', en: 'official' },
    { id: 'regulator', zh: '监管部门', en: 'regulator' },
    { id: 'test', zh: '实测', en: 'test' },
    { id: 'media', zh: '媒体', en: 'media' },
    { id: 'rumour', zh: '传闻', en: 'rumour' },
    { id: 'expert', zh: '专家', en: 'expert' },
    { id: 'user', zh: '用户', en: 'user' },
  ],
  precisions: [
    { id: 'day', zh: '日', en: 'day' },
    { id: 'month', zh: '月', en: 'month' },
    { id: 'quarter', zh: '季度', en: 'quarter' },
    { id: 'year', zh: '年', en: 'year' },
    { id: 'range', zh: '区间', en: 'range' },
    { id: 'vague', zh: '不详', en: 'vague' },
  ],
  bases: [
    { id: 'text', zh: '句中', en: 'in the sentence' },
    { id: 'context', zh: '前文', en: 'earlier in the article' },
    { id: 'published', zh: '发表日', en: 'day of publication' },
  ],
  states: [
    { id: 'unreviewed', zh: '未审', en: 'unreviewed' },
    { id: 'accepted', zh: '已接受', en: 'accepted' },
    { id: 'rejected', zh: '已拒绝', en: 'rejected' },
    { id: 'edited', zh: '已修改', en: 'edited' },
  ],
  reasons: [
    { id: 'not-said', digit: '1', zh: '文中没有这样说', en: 'the text does not say so' },
    { id: 'wrong-pair', digit: '2', zh: '主体或对象不对', en: 'wrong subject or object' },
    { id: 'wrong-scene', digit: '3', zh: '场景不对', en: 'wrong scene' },
    { id: 'wrong-status', digit: '4', zh: '状态不对', en: 'wrong status' },
    { id: 'wrong-day', digit: '5', zh: '日期不对', en: 'wrong day' },
    { id: 'wrong-speaker', digit: '6', zh: '说话人不对', en: 'wrong speaker' },
    {
      id: 'no-statement',
      digit: '7',
      zh: '是疑问、假设、预测或评论',
      en: 'a question, hypothesis, forecast or comment',
    },
    { id: 'double', digit: '8', zh: '重复', en: 'a double of another claim' },
    { id: 'other', digit: '9', zh: '其他', en: 'something else' },
  ],
};

/** What a claim may be made of: the lexicon's names and the words of the relations. */
export const vocabulariesOf = ({ entities, scenes }: Lexicon): Vocabularies => ({
  ...WORDS,
  entities: entities.map(({ id, name, type }) => ({ id, name, type })),
  scenes: scenes.map(({ id, name }) => ({ id, name })),
});

export const REASONS = WORDS.reasons;

/** The kind that a relation and a scene make. */
const kindOf = (relation: Relation, scene: string | null): Kind => {
  if (relation === 'acceptance' || relation === 'code-interop') return 'payment';
  return relation === 'access' && scene !== null ? 'scene' : 'platform';
};

/** Its kind follows from what an edited claim says. */
export const withKind = (claim: ClaimContent): ClaimContent => ({
  ...claim,
  kind: kindOf(claim.relation, claim.scene),
});

/** Why a claim cannot be as a person has edited it; null where it can. */
export function contentFault(claim: ClaimContent, scenes: ReadonlySet<string>): string | null {
  const { relation, status, subject, object, scene, date, evidence, deadline } = claim;
  const allowed = RELATIONS.find((r) => r.id === relation);
  if (allowed === undefined || !allowed.statuses.includes(status)) return `${relation} cannot be ${status}`;
  if (allowed.object !== (object !== null))
    return allowed.object ? `${relation} needs an object` : `${relation} has no object`;
  if (scene !== null && !allowed.scene) return `${relation} has no scene`;
  if (scene !== null && !scenes.has(scene)) return `there is no scene ${scene}`;
  if (object === subject) return 'subject and object are the same';
  if (![subject, object ?? 'none'].every((id) => /^[a-z0-9][a-z0-9-]*$/.test(id)))
    return 'an id is made of small letters, digits and hyphens';
  if (date.start !== null && date.end !== null && date.start > date.end)
    return 'the last day is before the first';
  if (deadline !== null && relation !== 'order') return 'only an order has a deadline';
  return evidence.start < evidence.end ? null : 'the evidence is empty';
}
