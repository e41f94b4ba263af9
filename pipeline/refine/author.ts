import type { Cues, Document, Draft, Sentence, Token } from '../types.ts';
import type { Discourse } from './discourse.ts';

/**
 * Who laid down a document, or set up a campaign, of which the clause tells without its author: whom the words around
 * it name, whom the title names, who was the agency of the paragraph. Null where a reader would not know.
 */
export function authorOf(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  cues: Cues,
): string | null {
  const token =
    within(draft, sentence) ??
    namedBefore(draft, sentence) ??
    namedBehind(draft, sentence, cues) ??
    titled(draft, sentence) ??
    null;
  if (token !== null) return token.ids[0] ?? null;
  const { authority, speech } = discourse;
  if (speech?.block === sentence.block && speech.speech.entity !== null) return speech.speech.entity;
  if (authority.block === sentence.block) return authority.ids[0] ?? null;
  return agencyNext(sentence, document);
}

const mayLayDown = ({ class: cls }: Token): boolean =>
  cls === 'app' || cls === 'company' || cls === 'regulator' || cls === 'payment';
const acts = ({ mark }: Token): boolean => mark === 'bare' || mark === 'speaker';

/** «工信部那次专项行动». */
const within = ({ match }: Draft, sentence: Sentence): Token | undefined =>
  sentence.tokens.find(
    (t) => t.class === 'regulator' && t.at >= match.start && t.at < match.end && !t.titled,
  );

/** «腾讯给出的依据，是2月2日公布的…»: the nearest party in front. */
const namedBefore = ({ match }: Draft, sentence: Sentence): Token | undefined =>
  sentence.tokens.findLast((t) => t.at < match.start && mayLayDown(t) && acts(t) && !t.titled);

/** «…从“微信公开课”流出», «牵头的是国家网信办», «由工信部联合印发». */
const namedBehind = ({ match }: Draft, sentence: Sentence, cues: Cues): Token | undefined =>
  sentence.tokens.find(
    (t) =>
      t.at > match.start &&
      mayLayDown(t) &&
      !t.titled &&
      cues.endOf('comes-from', sentence.encoded.slice(0, t.at)) > 0,
  );

/** «《微信外部链接内容管理规范》第四次改版»: whose rule it is. */
const titled = ({ match }: Draft, sentence: Sentence): Token | undefined =>
  sentence.tokens.find(
    (t) =>
      t.at >= match.start &&
      t.at < match.end &&
      (t.class === 'app' || t.class === 'payment') &&
      sentence.encoded.charAt(t.at - 1) === '《',
  );

/** «…专项行动启动。工信部的通报把…»: the agency with which the next sentence goes on. */
function agencyNext(sentence: Sentence, document: Document): string | null {
  const next = document.sentences[sentence.index + 1];
  if (next?.block !== sentence.block) return null;
  const [first] = next.tokens.filter((t) => t.class !== 'date');
  return first?.class === 'regulator' && first.at < 4 ? (first.ids[0] ?? null) : null;
}
