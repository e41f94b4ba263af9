import type { Cues, Document, Knowledge, Sentence } from '../types.ts';
import { rememberGroup } from './counted.ts';
import { type Discourse, emptyParagraph } from './discourse.ts';
import { enterShop } from './remember-shops.ts';
import { turnIn } from './turn.ts';

/** Before anything is made of a sentence: takes note of what it names, once, however many claims ask. */
export function enterSentence(
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
  isClaimed: boolean,
): void {
  const { twin } = document;
  if (discourse.paragraph.block !== sentence.block) {
    discourse.paragraphBefore = discourse.paragraph;
    discourse.paragraph = emptyParagraph(sentence.block);
  }
  const { paragraph } = discourse;
  for (const t of sentence.tokens) for (const id of t.ids) paragraph.named.add(id);
  if (
    !sentence.tokens.some((t) => t.mark === 'host') &&
    twin.slice(sentence.start, sentence.end).includes('搜一搜')
  )
    paragraph.searches = true;
  enterShop(discourse, sentence, document.sentences[sentence.index + 1], knowledge.cues);
  paragraph.ofLinks ||=
    sentence.tokens.some((t) => t.class === 'scene') || isOfLinks(sentence, knowledge.cues);
  rememberGroup(discourse, sentence, document.sentences[sentence.index - 1], knowledge);
  if (!isClaimed && (discourse.trying || discourse.topic === 'access'))
    discourse.turn = turnIn(sentence, document, knowledge, discourse) ?? discourse.turn;
}

const isOfLinks = ({ encoded }: Sentence, cues: Cues): boolean =>
  cues.has('link-word', encoded) || cues.has('link-talk', encoded) || cues.has('hands', encoded);
