import type { Sentence, Speech } from '../types.ts';

/** How many sentences a quotation may take before the one that names its speaker. */
const LONGEST = 4;

/** Lends quotations that stand apart («“支付宝没了。”许先生说») the speaker that the next sentence names. Pure. */
export function lendSpeakers(sentences: readonly Sentence[]): Sentence[] {
  const lent = [...sentences];
  sentences.forEach((sentence, i) => {
    const speech = headSpeech(sentence);
    if (speech === null) return;
    for (const at of quotedBefore(sentences, i)) lend(lent, at, speech);
  });
  sentences.forEach((sentence, i) => {
    const speech = sentence.speeches.at(-1);
    if (speech === undefined || speech.type === 'test' || speech.type === 'media') return;
    for (const at of quotedBehind(sentences, i)) lend(lent, at, speech);
  });
  return lent;
}

/** Gives a sentence its speaker; «我们还在测试» within a quotation is said by whom it quotes. */
function lend(sentences: Sentence[], at: number, speech: Speech): void {
  const quoted = sentences[at];
  if (quoted === undefined || quoted.speeches.some((s) => s.type !== 'test')) return;
  const whole = { ...speech, firstSegment: 0, lastSegment: quoted.segments.length - 1, opens: false };
  sentences[at] = { ...quoted, speeches: [whole] };
}

/** The sentences behind i that go on with the quotation that it leaves open, to the one that closes it. */
function quotedBehind(sentences: readonly Sentence[], i: number): number[] {
  const { block, encoded } = sentences[i] ?? { block: -1, encoded: '' };
  if (encoded.lastIndexOf('“') <= encoded.lastIndexOf('”')) return [];
  const found: number[] = [];
  for (let at = i + 1; found.length < LONGEST; at += 1) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.block !== block) return found;
    const [opens, closes] = [sentence.encoded.indexOf('“'), sentence.encoded.indexOf('”')];
    if (closes >= 0 && !(opens >= 0 && opens < closes) && !/”[，。！？…]*\s*$/.test(sentence.encoded))
      return found;
    found.push(at);
    if (closes >= 0 && !(opens >= 0 && opens < closes)) return found;
  }
  return found;
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
