import type { Sentence, Token } from '../types.ts';

const between = (left: Token | undefined, right: Token | undefined, { encoded }: Sentence): string =>
  encoded.slice((left?.at ?? 0) + 1, right?.at);

/** The first token and those listed behind it, in their order; `joined` is what stands between two members of the list. */
export function listBeginning(
  tokens: readonly Token[],
  sentence: Sentence,
  joined: RegExp,
): readonly Token[] {
  const apart = tokens.findIndex((t, i) => i > 0 && !joined.test(between(tokens[i - 1], t, sentence)));
  return apart < 0 ? tokens : tokens.slice(0, apart);
}

/** The last token and those listed before it, likewise. */
export function listEnding(tokens: readonly Token[], sentence: Sentence, joined: RegExp): readonly Token[] {
  let first = tokens.length - 1;
  while (first > 0 && joined.test(between(tokens[first - 1], tokens[first], sentence))) first -= 1;
  return tokens.slice(Math.max(first, 0));
}

/** Tokens and those of `all` that a list goes on with behind the last of them, likewise. */
export function withList(
  tokens: readonly Token[],
  all: readonly Token[],
  sentence: Sentence,
  joined: RegExp,
): Token[] {
  const found = [...tokens];
  for (const next of all) {
    const last = found.at(-1);
    if (last !== undefined && next.at > last.at && joined.test(between(last, next, sentence)))
      found.push(next);
  }
  return found;
}

/** The same with those of `all` that the list begins with: «淘宝、抖音、支付宝链接», of which the last is named as a thing. */
export function inList(
  tokens: readonly Token[],
  all: readonly Token[],
  sentence: Sentence,
  joined: RegExp,
): Token[] {
  const [first] = tokens;
  const before = all.filter((t) => first !== undefined && t.at < first.at);
  const begun = first === undefined ? [] : listEnding([...before, first], sentence, joined).slice(0, -1);
  return [...begun, ...withList(tokens, all, sentence, joined)];
}
