import { type Cues, type Document, LETTER, type Sentence } from '../types.ts';
import { type Discourse, kept } from './discourse.ts';
import { isPayment, isQuestion } from './look.ts';

/**
 * «和微信支付的条码互扫，现在铺到哪儿了？»: takes note of the two wallets that a question, or «…要早一些。», is about; of one alone the
 * other is the wallet that the article is about.
 */
export function noteAskedPair(discourse: Discourse, sentence: Sentence, cues: Cues): void {
  const asks = isQuestion(sentence) || cues.has('tells-it-was-earlier', sentence.encoded.trimEnd());
  if (!asks || discourse.wallets.sentence === sentence.index) return;
  const goesOn = discourse.topic === 'code-interop' && AND_THAT_ONE.test(sentence.encoded);
  if (!goesOn && !cues.has('reads-each-other', sentence.encoded)) return;
  const named = [...new Set(sentence.tokens.filter(isPayment).flatMap((t) => t.ids))];
  const other = discourse.wallet;
  const ids = named.length === 1 && other !== null && other !== named[0] ? [other, ...named] : named;
  if (ids.length < 2) return;
  discourse.topic = 'code-interop';
  discourse.wallets = kept(ids.slice(0, 2), sentence);
}

/** «那和支付宝呢？» */
const AND_THAT_ONE = new RegExp(`^(?:问[：:])?(?:那么?)?[与和跟同]${LETTER.payment}(?:之间|方面|那边)?呢`);

/** The paragraph that answers goes on with the two that were asked about. */
export function answerOfPair(discourse: Discourse, sentence: Sentence, cues: Cues): void {
  const { wallets } = discourse;
  if (
    wallets.sentence >= sentence.index - 2 &&
    wallets.block === sentence.block - 1 &&
    cues.has('answers', sentence.encoded)
  )
    discourse.wallets = kept(wallets.ids, sentence);
}

/** The wallet that an article names more often than any other, and more than once. */
export function walletOfArticle({ mentions }: Document): string | null {
  const counts = new Map<string, number>();
  for (const m of mentions) if (m.type === 'payment') counts.set(m.id, (counts.get(m.id) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 1 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
