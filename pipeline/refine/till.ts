import type { Cues, Document, Draft, Knowledge, Segment, Sentence } from '../types.ts';
import type { Ask } from './ask.ts';
import { type Discourse, kept, NOTHING, type Scan } from './discourse.ts';
import { CLEARER_WALLET, showsAnybodys } from './fill-scan.ts';
import { redraft } from './redraft.ts';
import { type Shown, shownIn } from './till-names.ts';

/** For how many sentences a wallet that is held over a code waits for what comes of it. */
const WAITS = 2;
/** For how many sentences a code that was shown lies on the table. */
const LIES = 6;

/** Codes that are named in sentences no further apart lie on one table. */
const LISTED = 3;

/** Whether an article may tell of codes at a till: in any other nothing is looked for, which is most of the cost. */
export const tellsOfCodes = ({ twin, mentions }: Document): boolean =>
  /[扫码牌]/.test(twin) && mentions.some((m) => m.type === 'payment');

/** Takes note of the codes that a clause shows, and of the wallet that it holds over one. */
export function rememberScan(
  discourse: Discourse,
  segment: Segment,
  sentence: Sentence,
  knowledge: Knowledge,
): void {
  const { cues } = knowledge;
  const pair = discourse.codes ? pairIn(segment, sentence) : null;
  if (pair !== null) discourse.wallets = kept(pair, sentence);
  if (!discourse.codes || (segment.tokens.length === 0 && !cues.has('scans-code', segment.encoded))) return;
  if (cues.has('other-code', segment.encoded) || showsAnybodys(segment, cues)) {
    forget(discourse, sentence);
    return;
  }
  const shown = shownIn(segment, sentence, knowledge);
  if (goesElsewhere(segment, shown, knowledge)) forget(discourse, sentence);
  const act = actIn(segment, sentence, discourse, knowledge, shown);
  if (shown.held.length > 0 && cues.has('carries-wallet', segment.encoded))
    discourse.carried = kept(shown.held, sentence);
  if (shown.codes.length > 0) {
    const before = sentence.index - discourse.laid.sentence <= LISTED ? discourse.laid.ids : [];
    discourse.laid = kept([...new Set([...before, ...shown.codes])], sentence);
  }
  if (act === null) return;
  const going = discourse.scans.filter((s) => s.sentence === sentence.index);
  discourse.scans = [...going, act];
}

/** «支付宝与银联在2020年开始基于条码互联互通展开沟通»: whose codes are told of, by the names of the houses. */
function pairIn({ tokens }: Segment, { encoded }: Sentence): readonly string[] | null {
  if (!OF_CODES.test(encoded)) return null;
  for (const [i, left] of tokens.entries()) {
    const right = tokens[i + 1];
    const [wallet, clearer] = left.class === 'payment' ? [left, right] : [right, left];
    if (right === undefined || wallet?.class !== 'payment' || clearer?.ids.join() !== 'unionpay') continue;
    const isJoined = /^[与和跟同]$/.test(encoded.slice(left.at + 1, right.at));
    if (isJoined && wallet.ids.length === 1) return [...wallet.ids, CLEARER_WALLET];
  }
  return null;
}
const OF_CODES = /条码|扫码|收款码|二维码|互认|互扫/;

/** Another code is on another table; the wallet that the sentence has just told of stays in the hand. */
function forget(discourse: Discourse, { index }: Sentence): void {
  discourse.scans = [];
  discourse.laid = NOTHING;
  if (discourse.carried.sentence !== index) discourse.carried = NOTHING;
}

/** Fills a verdict that names neither the wallet nor the code, or gives null where nothing is held over a code. */
export function fillScanned({ draft, sentence, discourse, knowledge }: Ask): Draft | null {
  const segment = sentence.segments[draft.segment];
  if (!discourse.codes || segment === undefined) return null;
  if (lastScan(discourse, sentence) === null && discourse.laid === NOTHING && segment.tokens.length === 0)
    return null;
  if (knowledge.cues.has('other-code', sentence.encoded)) return null;
  const shown = shownIn(segment, sentence, knowledge);
  if (goesElsewhere(segment, shown, knowledge)) return null;
  const own = actIn(segment, sentence, discourse, knowledge, shown);
  const { last: claim, lastClaim } = discourse;
  if (own === null && claim?.frame === 'wallets' && lastClaim.sentence === sentence.index) return null;
  const last = own ?? lastScan(discourse, sentence);
  if (last === null || knowledge.cues.startOf('another-hand', segment.encoded) > 0) return null;
  const together = own === null && knowledge.cues.has('of-all', segment.encoded);
  const same = together
    ? discourse.scans.filter(
        (s) => s.sentence === last.sentence && s.scanners.join() === last.scanners.join(),
      )
    : [last];
  const codes = [...new Set(same.flatMap((s) => s.codes))];
  const subjects =
    last.scanners.length > 1 ? last.scanners.filter((id) => !codes.includes(id)) : last.scanners;
  const objects = codes.filter((id) => !subjects.includes(id));
  if (subjects.length === 0 || objects.length === 0) return null;
  const first =
    same[0]?.sentence === sentence.index ? Math.min(...same.map((s) => s.segment)) : draft.segment;
  return redraft(draft, { subjects, objects, firstSegment: Math.min(first, draft.segment) });
}

/** «抖音呢，也不行», while wallets are held over a code: no shop that takes a way to pay. */
export function isScanned({ draft, sentence, discourse }: Ask): boolean {
  const last = lastScan(discourse, sentence);
  const tokens = sentence.segments[draft.segment]?.tokens ?? [];
  return last !== null && tokens.length === 0 && last.codes.length > 0 && last.scanners.length > 0;
}

const isNear = (
  at: { readonly block: number; readonly sentence: number },
  sentence: Sentence,
  reach: number,
): boolean => sentence.block - at.block <= 1 && sentence.index - at.sentence <= reach;

const lastScan = ({ scans }: Discourse, sentence: Sentence): Scan | null => {
  const last = scans.at(-1);
  return last !== undefined && isNear(last, sentence, WAITS) ? last : null;
};

/** Names of shops and apps without a wallet: whatever is paid next is paid elsewhere. */
const goesElsewhere = ({ tokens }: Segment, { held, codes }: Shown, { walletOf }: Knowledge): boolean =>
  held.length + codes.length === 0 &&
  tokens.some((t) => t.class === 'app' && !t.ids.some((id) => walletOf.has(id)));

/** The wallet and the code of a clause that scans; what it leaves out is what the clauses before it told. */
function actIn(
  segment: Segment,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
  { held, codes }: Shown,
): Scan | null {
  const { cues } = knowledge;
  const before = lastScan(discourse, sentence);
  const scans = cues.has('scans-code', segment.encoded);
  const named = held.length + codes.length > 0;
  const laid = isNear(discourse.laid, sentence, LIES) ? discourse.laid.ids : [];
  const taken = held.length > 0 && isNear(discourse.laid, sentence, 1) && isTakenUp(segment, cues);
  if (!(scans || (named && before !== null) || taken)) return null;
  const scanners =
    held.length > 0
      ? held
      : (heldBefore(segment, sentence, knowledge) ?? before?.scanners ?? carriedBy(discourse, sentence));
  const all = laid.length > 1 && cues.has('of-all-codes', segment.encoded) ? laid : null;
  const pair =
    OF_BOTH.test(segment.encoded) && isNear(discourse.wallets, sentence, WAITS)
      ? discourse.wallets.ids
      : null;
  const told = codes.length > 0 ? codes : (all ?? pair ?? before?.codes ?? (laid.length === 1 ? laid : []));
  const { block, index } = sentence;
  return { scanners, codes: told, block, sentence: index, segment: sentence.segments.indexOf(segment) };
}

/** «丙扫两家的码都没问题»: those of the two wallets that were told of just before. */
const OF_BOTH = /(?:两家|双方|[二两]者)的?[^，。；]{0,4}码/;

/** «手机里只有云闪付。…对准一扫»: the wallet that was told before of a telephone. */
const carriedBy = ({ carried }: Discourse, sentence: Sentence): readonly string[] =>
  isNear(carried, sentence, WAITS) ? carried.ids : [];

/** «微信码，云闪付，过», «换微信»: a clause that does no more than hold a wallet out. */
const isTakenUp = ({ encoded, tokens }: Segment, cues: Cues): boolean =>
  tokens.length === 1 &&
  encoded.length <= BRIEF &&
  (encoded.length === 1 || cues.has('takes-wallet', encoded));
/** The longest clause of that kind, in signs with a name as one. */
const BRIEF = 8;

/** The wallet, no code, that the sentence named last before a clause. */
function heldBefore(segment: Segment, sentence: Sentence, knowledge: Knowledge): readonly string[] | null {
  const before = sentence.segments.slice(0, sentence.segments.indexOf(segment));
  for (const earlier of before.reverse()) {
    const { held } = shownIn(earlier, sentence, knowledge);
    if (held.length > 0) return held;
  }
  return null;
}
