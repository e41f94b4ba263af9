import { englishSentence } from '../sentence/en.ts';
import type { Part, Told } from '../sentence/part.ts';
import { chineseSentence } from '../sentence/zh.ts';
import { names } from '../state/session.ts';
import { language } from '../words/words.ts';

/** The parts of the claim's sentence in the language that is switched on. */
export const sentenceOf = (claim: Told): readonly Part[] =>
  language.value === 'zh' ? chineseSentence(claim, names.value) : englishSentence(claim, names.value);

/** The claim as a sentence; each part carries the sign of its mark in the article. */
export function Sentence({ claim }: { readonly claim: Told }) {
  return (
    <>
      {sentenceOf(claim).map(({ role, text }, i) =>
        role === null ? (
          text
        ) : (
          <span key={i} class={`m m-${role}`}>
            {text}
          </span>
        ),
      )}
    </>
  );
}
