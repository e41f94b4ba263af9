import type { CompiledRule, Token } from '../types.ts';
import { ids } from './parts.ts';

/** «带有某某公众号的二维码»: a scene right behind what is shut out tells whose account it is, and not where. */
export const withoutAccounts = (tokens: readonly Token[], objects: readonly string[]): readonly Token[] =>
  tokens.filter((t, i) => {
    const owner = tokens[i - 1];
    const behind = t.ids.includes('official-account') && owner?.class === 'app' && owner.at === t.at - 1;
    return !(behind && owner.mark === 'host' && owner.ids.every((id) => objects.includes(id)));
  });

/** Scenes that say nothing of where a link opens. */
const NOT_OF_ACCESS = new Set(['login', 'top-up', 'offline-code', 'online-checkout']);

/** Of several scenes the last list before the match that is a place. */
function sceneBefore(tokens: readonly Token[], start: number): string[] | null {
  const lists = tokens.filter(
    (t) => t.class === 'scene' && t.at < start && !t.ids.some((s) => NOT_OF_ACCESS.has(s) || s === 'share'),
  );
  const owned = lists.filter((t) => !t.ids.includes('mini-program'));
  const chosen = (owned.length > 0 ? owned : lists).at(-1);
  return chosen === undefined ? null : [...chosen.ids];
}

/** The scenes that a rule takes from the tokens of its segment; `start` is the encoded offset of its words. */
export function scenesOf(rule: CompiledRule, tokens: readonly Token[], start: number): string[] {
  const all = ids(tokens.filter((t) => t.class === 'scene' && t.mark !== 'speaker'));
  if (rule.relation !== 'access') return all;
  const places = all.filter((s) => !NOT_OF_ACCESS.has(s));
  const nearest = sceneBefore(tokens, start);
  return places.length > 1 ? (nearest ?? places.filter((s) => s !== 'share')) : places;
}
