import type { Cues, Sentence, Speech } from '../types.ts';
import { maySpeak, officeOf } from './party.ts';

/** «腾讯：», «【百度方面】：»: who answers, at the head of a paragraph. */
const LABEL =
  /^[【（●■•◆\s]*([\ue000\ue002\ue003\ue005])(?:官方|方面|客服|集团|公司|公关部?|团队|回应)*[】）]?：/;

/**
 * Lends a roundup of answers their speakers: paragraphs that are headed by a party, behind one that says that the
 * parties were asked or have answered («记者逐一询问了各家企业。», and then «腾讯：…»). Pure.
 */
export function lendStatements(sentences: readonly Sentence[], cues: Cues): readonly Sentence[] {
  let speech: Speech | null = null;
  let isAnswered = false;
  return sentences.map((sentence, i) => {
    const label =
      sentences[i - 1]?.block === sentence.block ? undefined : LABEL.exec(sentence.encoded)?.[0].length;
    if (label !== undefined) speech = isAnswered ? speakerOf(sentence, label) : null;
    else if (sentences[i - 1]?.block !== sentence.block) {
      speech = null;
      isAnswered = answers(sentence, cues);
    } else isAnswered ||= answers(sentence, cues);
    if (speech === null || sentence.speeches.length > 0) return sentence;
    return { ...sentence, speeches: [{ ...speech, lastSegment: sentence.segments.length - 1 }] };
  });
}

const answers = ({ encoded }: Sentence, cues: Cues): boolean => cues.has('are-asked', encoded);

function speakerOf({ tokens }: Sentence, end: number): Speech | null {
  const token = tokens.find((t) => t.at < end && maySpeak(t));
  if (token === undefined) return null;
  const [entity = null] = token.ids;
  return { type: officeOf(token), name: null, entity, firstSegment: 0, lastSegment: 0, opens: false };
}
