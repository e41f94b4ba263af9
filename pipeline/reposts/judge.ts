import type { RepostJudge } from '../types.ts';
import { isSameStory, LIKENESS } from './same.ts';
import { bandsOf, resemblance, signatureOf } from './signature.ts';
import { clausesOf, storyOf } from './words.ts';

/** Below this estimate no pair is the same story: 0.41 is the least that `LIKENESS` allows, and the estimate errs by 0.06. */
const LEAST_RESEMBLANCE = 0.2;
/** Texts whose clauses are kept at hand, those that were compared last. */
const CACHED = 512;

/** What `RepostJudge.sign` makes of a text that `fold` has been applied to. */
export const signatureOfText = (folded: string): Uint16Array | null =>
  signatureOfStory(storyOf(clausesOf(folded)));

function signatureOfStory(story: readonly string[]): Uint16Array | null {
  const words = story.join('');
  return words.length < LIKENESS.least ? null : signatureOf(words);
}

/**
 * Says of cleaned texts which are the same story. `fold` brings both scripts and widths to one, so that an article
 * and its Traditional twin are one. Texts of less than 40 characters are nobody's repost.
 */
export function repostJudge(fold: (text: string) => string): RepostJudge {
  const cache = new Map<string, readonly string[]>();
  const storyIn = (text: string): readonly string[] => {
    const story = cache.get(text) ?? storyOf(clausesOf(fold(text)));
    cache.delete(text);
    cache.set(text, story);
    const [oldest] = cache.keys();
    if (oldest !== undefined && cache.size > CACHED) cache.delete(oldest);
    return story;
  };
  return {
    sign(text) {
      return signatureOfStory(storyIn(text));
    },
    bands: bandsOf,
    resemble: (a, b) => resemblance(a, b) >= LEAST_RESEMBLANCE,
    same: (a, b) => isSameStory(storyIn(a), storyIn(b)),
  };
}
