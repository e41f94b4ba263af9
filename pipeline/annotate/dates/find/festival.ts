import { FESTIVALS, type Festival } from '../tables/festivals.ts';
import { YEAR_WORDS } from '../tables/units.ts';
import type { Finder, Value, YearRef } from '../values.ts';

/** The days around a festival: how long they are is decided anew each year, so they stay vague. */
const SEASON =
  /^(?:小?长?假期?|假日|黄金周|期间|大促|购物狂欢节|狂欢节|档期?|促销|年中大促|购物节|购物季|活动期间|预售期?|季)/;
const GUARD_AFTER =
  /^(?:小?长?假|黄金周|期间|大促|档|促销|购物|(?:之|以)?前(?![方台端])|(?:之|以|过)?后(?![台续])|来临|当天|当日|当晚|那天|预售|年中|晚会|第[一二三四五六七]天|节(?!目|约|省|点|奏))/;
const OPENING_QUOTES = '“「『‘"';
const CLOSING_QUOTE = /[”」』’"]/;
const OTHER_WORD =
  /^(?:[0-9]|\.[0-9]|点|分|款|套餐|为主题|主题|(?:相关)?营销|氛围|元素|红包封面|路|街|村|的?(?:活动|口令|主?会场|礼包|海报|红包|优惠券?|玩法|攻略|战报|清单|订单|补贴|福利|消费券)(?!大战|期间|当[天日晚]|前|后))/;

const EVERY_YEAR = /(?:[每历往]年|历届|每逢)的?[“「]?$/;

interface Word {
  readonly text: string;
  readonly festival: Festival;
  readonly guarded: boolean;
}

const byFirst = new Map<string, Word[]>();
for (const festival of FESTIVALS) {
  const add = (text: string, guarded: boolean): void => {
    byFirst.set(text.charAt(0), [...(byFirst.get(text.charAt(0)) ?? []), { text, festival, guarded }]);
  };
  for (const text of festival.words) add(text, false);
  for (const text of festival.guarded) add(text, true);
}
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);

/** The festival whose name stands at `at`; a `quoted` one takes its closing quote in. */
function festivalAt(
  text: string,
  at: number,
  year: YearRef | null,
  quoted: boolean,
): { end: number; value: Value } | null {
  if (/[0-9.]/.test(text.charAt(at)) && /[0-9.A-Za-z]/.test(text.charAt(at - 1))) return null;
  if (EVERY_YEAR.test(text.slice(Math.max(0, at - 3), at))) return null;
  for (const word of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(word.text, at)) continue;
    let end = at + word.text.length;
    if (quoted && !CLOSING_QUOTE.test(text.charAt(end))) continue;
    if (quoted) end += 1;
    const rest = text.slice(end, end + 6);
    if (!quoted && OTHER_WORD.test(rest)) continue;
    if (word.guarded && year === null && !quoted && !GUARD_AFTER.test(rest)) continue;
    const season = SEASON.exec(rest)?.[0] ?? '';
    return {
      end: end + season.length,
      value: { kind: 'festival', id: word.festival.id, year, vague: season !== '' },
    };
  }
  return null;
}

const bare: Finder = {
  name: 'festival',
  begins: [...byFirst.keys()].join(''),
  find: (text, at) => festivalAt(text, at, null, false),
};

/** «“618”前»: quotes make a guarded word clear. */
const inQuotes: Finder = {
  name: 'festival-in-quotes',
  begins: OPENING_QUOTES,
  find: (text, at) => festivalAt(text, at + 1, null, true),
};

const YEAR_PREFIX = new RegExp(
  `(?:(?<number>20[0-9]{2})年?|(?<word>${Object.keys(YEAR_WORDS).join('|')}))的?(?:农历)?[“「『‘"]?`,
  'y',
);

/** «今年双11», «2020年春节», «去年的“618”»: a year makes a guarded word clear. */
const withYear: Finder = {
  name: 'festival-of-year',
  begins: `2${[...new Set(Object.keys(YEAR_WORDS).map((w) => w.charAt(0)))].join('')}`,
  find(text, at) {
    YEAR_PREFIX.lastIndex = at;
    const match = YEAR_PREFIX.exec(text);
    if (match === null || /[0-9]/.test(text.charAt(at - 1))) return null;
    const { number, word } = match.groups ?? {};
    const year: YearRef | undefined =
      number === undefined ? YEAR_WORDS[word ?? ''] : { from: 'calendar', year: Number(number) };
    if (year === undefined) return null;
    const quoted = OPENING_QUOTES.includes(match[0].slice(-1));
    return (
      festivalAt(text, YEAR_PREFIX.lastIndex, year, quoted) ??
      festivalAt(text, YEAR_PREFIX.lastIndex, year, false)
    );
  },
};

export const festivalFinders: readonly Finder[] = [bare, inQuotes, withYear];
