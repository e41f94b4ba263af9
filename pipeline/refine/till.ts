import type { Cues, Draft, EngineCue, Knowledge, Segment, Sentence, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { type Discourse, kept, NOTHING, type Scan } from './discourse.ts';
import { CLEARER_WALLET, isClearers, showsAnybodys } from './fill-scan.ts';
import { redraft } from './redraft.ts';

/** For how many sentences a wallet that is held over a code waits for what comes of it. */
const WAITS = 2;
/** How far behind a name the words for its code stand, in UTF-16 units. */
const REACH_OF_CODE = 14;
/** For how many sentences a code that was shown lies on the table. */
const LIES = 6;

/** What a clause names at a till. */
interface Shown {
  /** Wallets that are held out. */
  readonly held: readonly string[];
  /** Wallets whose codes are shown. */
  readonly codes: readonly string[];
}

/** Takes note of the codes that a clause shows, and of the wallet that it holds over one. */
export function rememberScan(
  discourse: Discourse,
  segment: Segment,
  sentence: Sentence,
  knowledge: Knowledge,
): void {
  const { cues } = knowledge;
  if (segment.tokens.length === 0 && !cues.has('scans-code', segment.encoded)) return;
  if (cues.has('other-code', segment.encoded) || showsAnybodys(segment, cues)) {
    forget(discourse);
    return;
  }
  const shown = shownIn(segment, sentence, knowledge);
  if (goesElsewhere(segment, shown, knowledge)) forget(discourse);
  const act = actIn(segment, sentence, discourse, knowledge, shown);
  if (shown.held.length > 0 && cues.has('carries-wallet', segment.encoded))
    discourse.carried = kept(shown.held.slice(-1), sentence);
  if (shown.codes.length > 0) {
    const before = sentence.index - discourse.laid.sentence <= 1 ? discourse.laid.ids : [];
    discourse.laid = kept([...new Set([...before, ...shown.codes])], sentence);
  }
  if (act === null) return;
  const going = discourse.scans.filter((s) => s.sentence === sentence.index);
  discourse.scans = [...going, act];
}

function forget(discourse: Discourse): void {
  discourse.scans = [];
  discourse.laid = NOTHING;
  discourse.carried = NOTHING;
}

/** Fills a verdict that names neither the wallet nor the code, or gives null where nothing is held over a code. */
export function fillScanned({ draft, sentence, discourse, knowledge }: Ask): Draft | null {
  const segment = sentence.segments[draft.segment];
  if (segment === undefined || knowledge.cues.has('other-code', sentence.encoded)) return null;
  const shown = shownIn(segment, sentence, knowledge);
  if (goesElsewhere(segment, shown, knowledge)) return null;
  const own = actIn(segment, sentence, discourse, knowledge, shown);
  const last = own ?? lastScan(discourse, sentence);
  if (last === null || knowledge.cues.startOf('another-hand', segment.encoded) > 0) return null;
  const together = own === null && knowledge.cues.has('of-all', segment.encoded);
  const same = together
    ? discourse.scans.filter(
        (s) => s.sentence === last.sentence && s.scanners.join() === last.scanners.join(),
      )
    : [last];
  const subjects = last.scanners;
  const objects = [...new Set(same.flatMap((s) => s.codes))].filter((id) => !subjects.includes(id));
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

function shownIn(segment: Segment, sentence: Sentence, knowledge: Knowledge): Shown {
  const codes: string[] = [];
  const held: string[] = [];
  let listed: Token | null = null;
  for (const t of [...segment.tokens].reverse()) {
    const inList: boolean =
      listed !== null && /^[、和与跟及]$/.test(sentence.encoded.slice(t.at + 1, listed.at));
    const ids = walletsOf(t, inList, sentence, knowledge);
    if (ids.length === 0) continue;
    const shown: boolean = inList || isShown(t, sentence, knowledge.cues);
    if (shown) codes.unshift(...ids);
    else if (isHeld(t, sentence, knowledge.cues)) held.unshift(...ids);
    listed = shown ? t : null;
  }
  return { codes, held };
}

/** The wallets that a name stands for at a till: «微信», «工行App». */
function walletsOf(
  t: Token,
  inList: boolean,
  sentence: Sentence,
  { walletOf, cues }: Knowledge,
): readonly string[] {
  if (t.mark === 'speaker') return [];
  if (t.class === 'payment') return t.ids;
  if (isClearers(t, sentence)) return [CLEARER_WALLET];
  if (t.class !== 'app') return [];
  const isWallet = inList || isShown(t, sentence, cues) || isHeldUp(t, sentence, cues);
  return isWallet ? t.ids.flatMap((id) => walletOf.get(id) ?? []) : [];
}

/** Whether words of a class stand at the end of what comes before a name, or nothing does. */
const ends = (name: EngineCue, before: string, cues: Cues): boolean =>
  before === '' || cues.endOf(name, before) > 0;

const isHeldUp = ({ at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  ends('held-up', encoded.slice(0, at), cues) && cues.startOf('scans-itself', encoded.slice(at + 1)) > 0;

/** Whether a name tells whose code it is: «微信的码», «码是微信的», «扫微信的». */
const isShown = (t: Token, sentence: Sentence, cues: Cues): boolean => {
  const after = sentence.encoded.slice(t.at + 1);
  const before = sentence.encoded.slice(0, t.at);
  return (
    (cues.has('code-of', after) && !cues.has('anybodys-code', after.slice(0, REACH_OF_CODE))) ||
    (cues.startOf('its-code', after) > 0 && ends('is-shown', before, cues)) ||
    (/^(?:$|[，。；！？”])/.test(after) && cues.endOf('is-laid', before) > 0)
  );
};

/** Whether a name tells with what somebody scans, and not what a screen or a clerk asks for. */
const isHeld = (t: Token, { encoded }: Sentence, cues: Cues): boolean =>
  cues.endOf('asked-for', encoded.slice(0, t.at)) === 0 &&
  cues.startOf('pays-with', encoded.slice(t.at + 1)) === 0 &&
  encoded.lastIndexOf('“', t.at) <= encoded.lastIndexOf('”', t.at);

/** Names of shops and apps without a wallet: whatever is paid next is paid elsewhere. */
const goesElsewhere = ({ tokens }: Segment, { held, codes }: Shown, { walletOf }: Knowledge): boolean =>
  held.length + codes.length === 0 &&
  tokens.some((t) => t.class === 'app' && !t.ids.some((id) => walletOf.has(id)));

/** The wallet and the code of a clause that scans; what it leaves out is what the clauses before it told. */
function actIn(
  segment: Segment,
  sentence: Sentence,
  discourse: Discourse,
  { cues, ...knowledge }: Knowledge,
  { held, codes }: Shown,
): Scan | null {
  const before = lastScan(discourse, sentence);
  const scans = cues.has('scans-code', segment.encoded);
  const named = held.length + codes.length > 0;
  const laid = isNear(discourse.laid, sentence, LIES) ? discourse.laid.ids : [];
  const taken = held.length > 0 && isNear(discourse.laid, sentence, 1) && isTakenUp(segment, cues);
  if (!(scans || (named && before !== null) || taken)) return null;
  const scanners =
    held.length > 0
      ? held.slice(-1)
      : (heldBefore(segment, sentence, { cues, ...knowledge }) ??
        before?.scanners ??
        carriedBy(discourse, sentence));
  const all = laid.length > 1 && cues.has('of-all-codes', segment.encoded) ? laid : null;
  const told = codes.length > 0 ? codes : (all ?? before?.codes ?? (laid.length === 1 ? laid : []));
  const { block, index } = sentence;
  return { scanners, codes: told, block, sentence: index, segment: sentence.segments.indexOf(segment) };
}

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
    if (held.length > 0) return held.slice(-1);
  }
  return null;
}
