import { createRequire } from 'node:module';

/** Signs that stand between words and say nothing of what is looked for. */
const BETWEEN = /^[的了和与及或在是有把给被让也都就能可会从到对向里中上下]$/;

/**
 * Cuts what was asked for into words by nodejieba, for a question without spaces («抖音群聊链接») that stands nowhere as
 * it is. Single signs side by side are a name that its dictionary lacks (微信) and stay together. nodejieba takes a
 * second and 250 MB to load: this is called only when there is nothing else to show.
 */
export function cutIntoWords(words: readonly string[]): string[] {
  const jieba: { cut: (text: string) => string[] } = createRequire(import.meta.url)('nodejieba');
  return [...new Set(words.flatMap((word) => joinedSigns(jieba.cut(word))))];
}

function joinedSigns(pieces: readonly string[]): string[] {
  const words: string[] = [];
  let name = '';
  for (const piece of [...pieces, '']) {
    const isSign = /^\p{Script=Han}$/u.test(piece) && !BETWEEN.test(piece);
    if (isSign) name += piece;
    else {
      if (name !== '') words.push(name);
      name = '';
      if (/[\p{L}\p{N}]/u.test(piece) && !BETWEEN.test(piece)) words.push(piece);
    }
  }
  return words;
}
