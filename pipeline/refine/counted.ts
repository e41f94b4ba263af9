import type { Knowledge, Sentence } from '../types.ts';
import { type Ask, type Found, recalled } from './ask.ts';
import { type Discourse, kept } from './discourse.ts';
import { idsOf } from './look.ts';

const NUMBERS = ['一', '两', '三', '四', '五', '六'];
const ALL = '(?:都|全|也都|统统|通通|均|皆|一律|一概|无一|没一|没有一|一视同仁|整整齐齐|齐刷刷|再发)';
/** «三家的下载链接在微信中都已无法打开»: as many as the last list names. */
const ALL_NAMED =
  /(?<!第)([两三四五六])(?:家|款|者)(?:软件|应用|产品|平台)?(?:的)?[^，]{0,4}(?:视频|链接|网址|页面|外链)[^，]{0,6}(?:都|全|均|皆|悉数|一律|无一)/;
const ALL_OF = new RegExp(
  `(?<![第前后])([两三四五六])(?:家|条|款|样)(?:链接|软件|应用|平台)?(?:的)?(?:视频|链接|网址|红包|商品|文章)?${ALL}`,
);
/** «前两家都打不开，后三家正常»: some of those that were listed, from its head or its end. */
const SOME_OF = /(前|后)([一两三四五])(?:家|条|款|样|个|位)/;
const HEAD_OF = /前([一两三四五])(?:家|条|款|样|个|位)/;
const TAIL_OF = /后([一两三四五])(?:家|条|款|样|个|位)/;

const numberOf = (said: string | undefined): number => NUMBERS.indexOf(said ?? '') + 1;

/** Things that a clause counts and does not name: «这三家的都能播», «三条链接再发一遍», «后一样没问题». */
export function counted(
  { draft, sentence, earlier, discourse, knowledge }: Ask,
  places: readonly string[],
): Found | null {
  const own = sentence.segments[draft.segment];
  const words = own?.encoded ?? '';
  const { cues } = knowledge;
  const [last] = earlier.slice(-1).filter((s) => s.clause === own?.clause);
  const said = draft.objects.length === 0 ? `${last?.encoded ?? ''}，${words}` : '';
  if (cues.has('lets-in-all', said))
    return ANY.test(said) ? recalled(['external-links']) : everybody(discourse, places);
  if (!/[一两三四五六](?:家|条|款|样|个|位|者)/.test(words)) return null;
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !places.includes(id));
  const named = others(discourse.listed.block === sentence.block ? discourse.listed.ids : []);
  const allNamed = numberOf(ALL_NAMED.exec(words)?.[1]);
  if (!discourse.trying && named.length > 1 && named.length === allNamed) return recalled(named);
  const [tried, group] = [others(discourse.tried.ids), others(discourse.group.ids)];
  const [, side, some] = SOME_OF.exec(words) ?? [];
  const here = idsOf(
    earlier.flatMap((s) => s.tokens.filter((t) => t.class === 'app' || t.class === 'link-class')),
  );
  if (side !== undefined)
    return someOf(side === '前', numberOf(some), sentence, [others(here), group, tried]);
  const number = numberOf(ALL_OF.exec(words)?.[1]);
  // «某某推出易信，某某重启来往，两家都曾…»: a sentence that names some speaks of no list from before.
  const before = sentence.segments.slice(0, draft.segment).flatMap((s) => s.tokens);
  const begun = others(idsOf(before.filter((t) => t.class === 'app')));
  if (number < 2 || (begun.length > 0 && begun.length < number)) return null;
  if (begun.length === number) return recalled(begun);
  if (group.length === number) return recalled(group);
  return tried.length >= number ? recalled(tried.slice(-number)) : null;
}

/** «发什么链接都打不开»: links in general, whatever was tried. */
const ANY = /(?:什么|任何)[^，。]{0,6}(?:链接|网址|外链)/;

/** «微博倒是谁都放», «不管发哪一家的»: all that were tried here and just before, where they are a few; «谁都能打开» speaks of people. */
function everybody({ tried, group, trying }: Discourse, places: readonly string[]): Found | null {
  const ids = [group.ids, trying ? tried.ids : []]
    .map((all) => all.filter((id) => !places.includes(id)))
    .find((all) => all.length > 1);
  return ids !== undefined && ids.length <= NUMBERS.length - 2 ? recalled(ids) : null;
}

/** The first or the last few of the list that the sentence divides, or of one that is little longer. */
function someOf(
  first: boolean,
  number: number,
  { encoded }: Sentence,
  lists: readonly (readonly string[])[],
): Found | null {
  const [head, tail] = [HEAD_OF, TAIL_OF].map((some) => numberOf(some.exec(encoded)?.[1]));
  const whole = head && tail ? head + tail : 0;
  const list = lists.find((ids) =>
    whole > 0 ? ids.length === whole : ids.length > number && ids.length <= number * 2 + 1,
  );
  return list === undefined ? null : recalled(first ? list.slice(0, number) : list.slice(-number));
}

/** Whether a sentence counts what it speaks of. */
export const countsThings = ({ sentence: { encoded }, knowledge: { cues } }: Ask): boolean =>
  COUNTED.test(encoded) || cues.has('lets-in-all', encoded);
const COUNTED = /[两三四五六](?:家|条|款|样)|[前后][一两三四五](?:家|条|款|样|个|位)/;

/** «三个新应用：甲、乙和丙», «甲发钱，乙请客，丙抽奖。三家都…»: takes note of a group whose number is told. */
export function rememberGroup(
  discourse: Discourse,
  sentence: Sentence,
  before: Sentence | undefined,
  knowledge: Knowledge,
): void {
  const said = /([两三四五六])(?:个|家|款|位|条|大|样)/.exec(sentence.encoded);
  if (said === null) return;
  const apps = appsOf(sentence, knowledge);
  const listed = apps.length > 0 || before?.block !== sentence.block ? apps : appsOf(before, knowledge);
  if (listed.length === numberOf(said[1])) discourse.group = kept(listed, sentence);
}

const appsOf = ({ tokens }: Sentence, { traitOf }: Knowledge): string[] =>
  idsOf(tokens.filter((t) => t.class === 'app')).filter((id) => traitOf.get(id) !== 'messenger');
