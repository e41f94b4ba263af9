import type { Segment } from '../types.ts';
import { type Ask, type Found, NOBODY, recalled } from './ask.ts';
import { idsOf, isAppLike } from './look.ts';

/** «一个照样能播，另一个还是那行字»: the clauses that deal out two things one by one. */
const isDealt = ({ encoded }: Segment): boolean => DEALS.test(encoded);
const DEALS = /^(?:结果|其中|可是?|但|而|却|，)*(?:[前后另]?一)[个条家款样](?!劲|接|一|又)/;

/**
 * «把甲和乙的两条发到群里，一个能播，另一个打不开»: the first or the second of the two that were named last, nobody where
 * they were not two; null where the clause deals out nothing.
 */
export function oneOfTwo(ask: Ask, places: readonly string[]): Found | null {
  const { sentence, earlier, draft, discourse } = ask;
  const own = sentence.segments[draft.segment];
  if (own === undefined || !isDealt(own)) return null;
  const dealt = sentence.segments.filter(isDealt);
  if (dealt.length !== 2) return null;
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !places.includes(id));
  const { group, listed, tried } = discourse;
  const recent = [group, listed].filter(({ block }) => block === sentence.block).map(({ ids }) => ids);
  const lists = [idsOf(earlier.flatMap((s) => s.tokens.filter(isAppLike))), ...recent, tried.ids.slice(-2)];
  const two = lists.map(others).find((ids) => ids.length === 2);
  const id = two?.[dealt.indexOf(own)];
  return id === undefined ? NOBODY : recalled([id]);
}
