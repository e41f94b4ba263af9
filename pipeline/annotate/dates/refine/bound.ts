import type { Found, Role, Value } from '../values.ts';
import type { Piece } from './join.ts';
import { matchAt, takesBound } from './takes.ts';

interface Suffix {
  readonly pattern: RegExp;
  readonly role: Role;
  readonly open?: boolean;
  readonly about?: boolean;
}

const SUFFIXES: readonly Suffix[] = [
  { pattern: /以来/y, role: 'since', open: true },
  { pattern: /前后|前夕|左右|上下(?!班)/y, role: 'at', about: true },
  {
    pattern: /(?:之|以)前|前(?![往来台端景沿锋任述提期海门首方线置后者面三两半])|为限|为最后期限/y,
    role: 'before',
  },
  { pattern: /为止|止(?![步损血跌痛境])/y, role: 'until' },
  {
    pattern:
      /(?:零[点时])?(?:起开始|起始|起(?![诉点码来步到初源因草价飞身床义伏舞跑诸用家止拍售底])|开始)|(?:之|以)后|过后|后(?![来台续期者端果院天年面方备勤缀卫置半代])/y,
    role: 'since',
  },
];

/** «2月2日下午5时左右»: the hour is rough, the day is not. */
const ENDS_IN_HOURS = /(?:[时点分刻]|午|晨|[早晚夜](?:上|间|里)?)$/;

const SINCE_PREFIX = /(?:自从|自|从|打)$/;
const UNTIL_PREFIX = /(?:截至到?|截止到?|截止至|直到|直至)$/;
/** «反馈截止时间为11月8日» names a deadline and no event. */
const DUE_PREFIX = /(?:截止(?:时间|日期|日)|期限)(?:为|是|定为|至|到|：)?$/;
const BEFORE_PREFIX = /(?:不晚于|不迟于|最迟|最晚|早于|赶在)(?:于|在)?$/;
const PREFIX_LENGTH = 6;

/** Finds the bound around a piece, no further than `limit`, and takes the words that say it into the mention. */
export function bounded(text: string, piece: Piece, limit: number): Found {
  const { start, end, value, open } = piece;
  if (!takesBound(value)) return { start, end, value, role: ownRole(value), about: false, open: false };
  const before = text.slice(Math.max(0, start - PREFIX_LENGTH), start);
  const since = SINCE_PREFIX.exec(before)?.[0] ?? '';
  if (open) return { start: start - since.length, end, value, role: 'since', about: false, open };
  for (const suffix of value.kind === 'range' ? [] : SUFFIXES) {
    const words = matchAt(suffix.pattern, text, end);
    if (words === '' || end + words.length > limit) continue;
    const from = suffix.role === 'since' ? since.length : 0;
    const flags = {
      about: suffix.about === true && !ENDS_IN_HOURS.test(text.slice(start, end)),
      open: suffix.open ?? false,
    };
    return { start: start - from, end: end + words.length, value, role: suffix.role, ...flags };
  }
  return {
    start: start - prefixLength(before, since),
    end,
    value,
    role: prefixRole(before, since),
    about: false,
    open,
  };
}

function prefixRole(before: string, since: string): Role {
  if (UNTIL_PREFIX.test(before)) return 'until';
  if (BEFORE_PREFIX.test(before) || DUE_PREFIX.test(before)) return 'before';
  return since.startsWith('自') ? 'since' : 'at';
}

function prefixLength(before: string, since: string): number {
  return UNTIL_PREFIX.exec(before)?.[0].length ?? (since.startsWith('自') ? since.length : 0);
}

function ownRole(value: Value): Role {
  if (value.kind === 'now') return 'now';
  if (value.kind === 'undated') return 'past';
  if (value.kind === 'within') return 'before';
  return value.kind === 'announcement' || value.kind === 'ever-since' ? 'since' : 'at';
}
