import type { Segment, Sentence } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { isShop } from './look.ts';

/** «两样都收»: as many ways to pay as were named last; of two houses the two that everybody means, where both were named. */
export function asMany(segment: Segment, { payable, payments }: Discourse): readonly string[] | null {
  const first = numberOf(FIRST_OF.exec(segment.encoded)?.[1]);
  if (first > 1) return payments.ids.length >= first ? payments.ids.slice(0, first) : [];
  const [, brief] = TWO_OR_THREE.exec(segment.encoded) ?? [];
  const [, many = BRIEF.get(brief ?? ''), of] = AS_MANY.exec(segment.encoded) ?? [];
  if (many === undefined) return null;
  const number = numberOf(many);
  const ofHouses = of !== undefined && '家者边'.includes(of) && number === 2;
  const named = ofHouses ? payable.ids.filter((id) => HOUSES.has(id)) : [];
  const houses = named.length === 1 && payable.ids.length === 1 ? [...HOUSES] : named;
  const ids = houses.length === number ? houses : payable.ids.slice(-number);
  return ids.length === number ? ids : [];
}

const ALL = '(?:也|却|倒|居然|竟然|如今|现在|目前)*(?:都|全|均|通|皆)';
const AS_MANY = new RegExp(`([两三四])([样种个家者边项])${ALL}`);
/** «俩都收», «仨全给» */
const TWO_OR_THREE = new RegExp(`([俩仨])${ALL}`);
/** «只有前两种» */
const FIRST_OF = /前([两三四])[样种个项]/;
const BRIEF: ReadonlyMap<string, string> = new Map([
  ['俩', '两'],
  ['仨', '三'],
]);
const HOUSES: ReadonlySet<string> = new Set(['alipay', 'wechat-pay']);

/** For how many sentences a list of shops waits to be summed up. */
const WAITS = 2;

/**
 * «再数云闪付，四家都没有»: as many shops as were listed last, in a clause that names none. Null where it counts no shops,
 * or others than were listed.
 */
export function shopsCounted(
  segment: Segment,
  sentence: Sentence,
  discourse: Discourse,
): readonly string[] | null {
  const [, first, many] = SHOPS.exec(segment.encoded) ?? [];
  const number = numberOf(many);
  if (number < 2 || segment.tokens.some(isShop)) return null;
  const lists = [discourse.group, discourse.listed].filter((l) => sentence.index - l.sentence <= WAITS);
  const isMeant = (ids: readonly string[]): boolean =>
    first === undefined ? ids.length === number : ids.length > number;
  const list = lists.find(({ ids }) => isMeant(ids))?.ids ?? [];
  const counted = first === '后' ? list.slice(-number) : list.slice(0, number);
  return counted.length === 0 ? null : counted;
}

const SHOPS = new RegExp(
  `([前后])?([两三四五六])(?:家|个(?:App|平台|应用|软件)|款(?:App|应用|软件))(?:平台|App|应用)?${ALL}`,
);

const NUMBERS = ['两', '三', '四', '五', '六'];
/** 0 for what is no such number. */
const numberOf = (said: string | undefined): number => {
  const at = NUMBERS.indexOf(said ?? '');
  return at < 0 ? 0 : at + 2;
};
