import type { Sentence, Speech } from '../types.ts';

/** How many sentences a quotation may take before the one that names its speaker. */
const LONGEST = 4;

/** Lends quotations that stand apart («“支付宝没了。”许先生说») the speaker that the next sentence names. Pure. */
export function lendSpeakers(sentences: readonly Sentence[]): Sentence[] {
  const lent = [...sentences];
  sentences.forEach((sentence, i) => {
    const speech = headSpeech(sentence);
    if (speech === null) return;
    for (const at of quotedBefore(sentences, i)) {
      const quoted = sentences[at];
      if (quoted === undefined || quoted.speeches.length > 0) continue;
      const whole = { ...speech, firstSegment: 0, lastSegment: quoted.segments.length - 1, opens: false };
      lent[at] = { ...quoted, speeches: [whole] };
    }
  });
  return lent;
}

/** The speech with which a sentence begins: in its first clause, whoever speaks there. */
function headSpeech({ speeches, segments }: Sentence): Speech | null {
  const [first] = speeches;
  if (first === undefined || first.type === 'test' || first.type === 'media') return null;
  return segments[first.firstSegment]?.clause === segments[0]?.clause ? first : null;
}

/** The sentences of the quotation that ends right before sentence i, last first; none where there is none. */
function quotedBefore(sentences: readonly Sentence[], i: number): number[] {
  const found: number[] = [];
  const block = sentences[i]?.block;
  for (let at = i - 1; at >= 0 && found.length < LONGEST; at -= 1) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.block !== block) return [];
    const text = sentence.encoded.trim();
    if (at === i - 1 && !text.endsWith('”')) return [];
    if (at < i - 1 && text.endsWith('”')) return [];
    found.push(at);
    if (text.startsWith('“')) return found;
    if (text.includes('“')) return [];
  }
  return [];
}
