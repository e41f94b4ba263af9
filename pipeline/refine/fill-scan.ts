import type { Cues, Draft, Segment, Sentence, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { isPayment } from './look.ts';
import { redraft } from './redraft.ts';

/** Whether a way to pay is named for its code. */
export const isCode = (t: Token, { encoded }: Sentence, cues: Cues): boolean =>
  isPayment(t) &&
  cues.has('code-of', encoded.slice(t.at + 1)) &&
  !cues.has('anybodys-code', encoded.slice(t.at, t.at + 14));

/** Whether a segment shows a code of nobody in particular. */
export const showsAnybodys = (segment: Segment, cues: Cues): boolean =>
  cues.has('anybodys-code', segment.encoded);

/** «银联的码», «银联标的码»: the code of the clearing house is that of its wallet. */
export const isClearers = ({ at, ids: [id] }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  id === 'unionpay' && cues.startOf('clearers-code', encoded.slice(at + 1)) > 0;
export const CLEARER_WALLET = 'unionpay-quickpass';

/** Fills who scans and whose code is scanned, or gives null where a reader would not know either. */
export function fillScan(ask: Ask): Draft | null {
  const { draft, sentence, discourse } = ask;
  const pair = draft.subjects.length + draft.objects.length > 0 ? null : pairJustTold(ask);
  if (pair !== null) return pair;
  const near = (memory: { readonly block: number; readonly ids: readonly string[] }): readonly string[] =>
    memory.block === sentence.block ? memory.ids : [];
  const told = draft.objects.length > 0 ? draft.objects : codeBefore(ask);
  const codes = told.length > 0 ? told : near(discourse.code);
  const named = draft.subjects.map((id) => (id === 'banks' ? 'bank-app' : id));
  const held = named.length > 0 ? named : holderBefore(ask, codes);
  const scanners = held.length > 0 ? held : near(discourse.scanner);
  const objects = codes.filter((id) => !scanners.includes(id));
  return scanners.length === 0 || objects.length === 0
    ? null
    : redraft(draft, { subjects: named.length > 0 ? named : scanners.slice(0, 1), objects });
}

/** «甲与乙的条码互扫，覆盖的是商户码，个人码不在其中»: the wallets that the sentence has told of, where it names none since. */
function pairJustTold({ draft, sentence, discourse: { last, lastClaim } }: Ask): Draft | null {
  if (last?.relation !== 'code-interop' || lastClaim.sentence !== sentence.index) return null;
  const since = sentence.segments.slice(lastClaim.segment + 1, draft.segment + 1);
  return since.some(({ tokens }) => tokens.some(isPayment))
    ? null
    : redraft(draft, { subjects: last.subjects, objects: last.objects });
}

/** The code that the sentence showed last before the scan. */
function codeBefore({ draft, sentence, knowledge }: Ask): readonly string[] {
  const shown = sentence.tokens.filter(
    (t) =>
      t.at < draft.match.start &&
      (isCode(t, sentence, knowledge.cues) || isClearers(t, sentence, knowledge.cues)),
  );
  const last = shown.at(-1);
  return last === undefined || last.class === 'payment' ? (last?.ids ?? []) : [CLEARER_WALLET];
}

/** The wallet, no code, that the sentence named last before. */
function holderBefore({ draft, sentence, knowledge }: Ask, codes: readonly string[]): readonly string[] {
  const held = sentence.tokens.filter(
    (t) =>
      t.at < draft.match.start &&
      isPayment(t) &&
      !isCode(t, sentence, knowledge.cues) &&
      t.ids.length === 1 &&
      !t.ids.some((id) => codes.includes(id)),
  );
  return held.at(-1)?.ids ?? [];
}
