import type { Cues, EngineCue, Knowledge, Segment, Sentence, Token } from '../types.ts';
import { CLEARER_WALLET, isClearers } from './fill-scan.ts';

/** What a clause names at a till. */
export interface Shown {
  /** The wallet, or the list of wallets, that is held out last. */
  readonly held: readonly string[];
  /** Wallets whose codes are shown. */
  readonly codes: readonly string[];
}

/** How far behind a name the words for its code stand, in UTF-16 units. */
const REACH_OF_CODE = 14;

/** The wallets that a clause holds out, and those whose codes it shows; members of a list go with its last. */
export function shownIn(segment: Segment, sentence: Sentence, knowledge: Knowledge): Shown {
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
    else if (held.length === 0 && isHeld(t, sentence, knowledge.cues)) held.push(...ids);
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
  if (isClearers(t, sentence, cues)) return [CLEARER_WALLET];
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
  (encoded.lastIndexOf('“', t.at) <= encoded.lastIndexOf('”', t.at) ||
    cues.startOf('scans-itself', encoded.slice(t.at + 1)) > 0);
