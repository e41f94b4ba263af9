import type { Attribution, Status } from '../../../types.ts';
import { dayForm, type Names, type Part, type Told, told, word } from './part.ts';

/** The same in English: «微信 (official): since 2021-11-29, 微信 group chats open 电商类外链 on trial». */
export function englishSentence(claim: Told, names: Names): Part[] {
  const limits = claim.conditions.length > 0 ? [word(` (${claim.conditions.join('; ')})`)] : [];
  return [...speaker(claim.attribution), ...day(claim), ...core(claim, names), ...limits];
}

const UNNAMED: Readonly<Record<Attribution['type'], string>> = {
  official: 'an official statement',
  regulator: 'the regulator',
  test: 'a test',
  media: 'this report',
  rumour: 'a rumour',
  expert: 'an expert',
  user: 'users',
};
const NAMED: Readonly<Record<Attribution['type'], string>> = {
  official: ', officially',
  regulator: '',
  test: '’s test',
  media: '’s report',
  rumour: ' (rumour)',
  expert: '',
  user: ' (users)',
};

const speaker = ({ type, name }: Attribution): Part[] => [
  word('According to '),
  told('speaker', name === null ? UNNAMED[type] : `${name}${NAMED[type]}`),
  word(', '),
];

function day(claim: Told): Part[] {
  const days = dayForm(claim);
  const say = (text: string): Part[] => [told('date', text), word(', ')];
  switch (days.form) {
    case 'unknown':
      return say('on a day not given');
    case 'on':
      return say(days.day.length === 10 ? `on ${days.day}` : `in ${days.day}`);
    case 'since':
      return say(`since ${days.day}`);
    case 'as-of':
      return say(`as of ${days.day}`);
    case 'around':
      return say(`around ${days.day}`);
    case 'until':
      return say(`before ${days.day}`);
    case 'between':
      return say(`between ${days.first} and ${days.last}`);
  }
}

/** Verb before the object, and what follows it. */
type Verb = readonly [before: string, after: string];

const ACCESS: Readonly<Partial<Record<Status, Verb>>> = {
  open: ['opens', ''],
  limited: ['opens', ' with limits'],
  closed: ['does not open', ''],
  trial: ['opens', ' on trial'],
  pending: ['has been asked to open', ''],
  planned: ['plans to open', ''],
};
const TAKES: Readonly<Partial<Record<Status, Verb>>> = {
  open: ['takes', ''],
  limited: ['takes', ' with limits'],
  closed: ['does not take', ''],
  trial: ['takes', ' on trial'],
  pending: ['has applied to take', ''],
  planned: ['plans to take', ''],
};
const INTEROP: Readonly<Partial<Record<Status, Verb>>> = {
  open: ['scan each other’s codes', ''],
  limited: ['scan each other’s codes', ' with limits'],
  closed: ['do not scan each other’s codes', ''],
  trial: ['scan each other’s codes', ' on trial'],
  pending: ['wait to scan each other’s codes', ''],
  planned: ['plan to scan each other’s codes', ''],
};

function core(claim: Told, names: Names): Part[] {
  const subject = told('subject', names.entity(claim.subject));
  const object = claim.object === null ? [] : [told('object', names.entity(claim.object))];
  const scene = claim.scene === null ? [] : [word(' in '), told('scene', names.scene(claim.scene))];
  const verb = (verbs: Readonly<Partial<Record<Status, Verb>>>, what: readonly Part[]): Part[] => {
    const [before, after] = verbs[claim.status] ?? [claim.status, ''];
    return [
      word(' '),
      told('status', before),
      word(' '),
      ...what,
      ...(after === '' ? [] : [told('status', after)]),
    ];
  };
  switch (claim.relation) {
    case 'access':
      return [subject, ...verb(ACCESS, [...object, ...accessTail(claim, names)])];
    case 'acceptance':
      return [subject, ...verb(TAKES, object), ...scene];
    case 'code-interop':
      return [subject, word(' and '), ...object, ...verb(INTEROP, []).slice(0, 2), ...scene];
    case 'order':
      return [
        subject,
        word(' '),
        told('status', 'makes a demand'),
        word(' on '),
        ...object,
        ...by(claim.deadline),
      ];
    case 'policy':
      return [subject, word(' '), told('status', 'publishes a rule')];
    case 'launch':
      return [subject, word(' '), told('status', 'is launched')];
    case 'pledge':
      return [subject, word(' '), told('status', 'makes a pledge')];
  }
}

function accessTail({ scene, object }: Told, names: Names): Part[] {
  const whose = object !== null && !names.isLinkClass(object);
  if (scene === null) return whose ? [word(' links')] : [];
  const where = told('scene', names.scene(scene));
  if (scene === 'login') return [word(' accounts for '), where];
  if (scene === 'share') return [word(' content sent by '), where];
  if (scene === 'search') return [word(' content in '), where];
  if (scene === 'mini-program') return [word(' as a '), where];
  return [word(whose ? ' links in ' : ' in '), where];
}

const by = (day: string | null): Part[] => (day === null ? [] : [word(` to be met by ${day}`)]);
