import type { Cues, Draft, Knowledge, Segment, Sentence, Token } from '../../types.ts';
import type { Loose } from '../claims.ts';
import { isStock } from '../last-shop.ts';
import { isPayment, isQuestion } from '../look.ts';
import { isBound } from '../wallet-told.ts';
import { asDraft } from './as-draft.ts';
import { type Outcome, together } from './outcome.ts';
import { isSeller } from './till.ts';
import type { Till } from './till-state.ts';
import { tillVerdict } from './till-verdict.ts';

/** A way to pay in a shop, or a list of either, and how it went. */
interface Item {
  readonly shops: readonly string[];
  readonly ways: readonly string[];
  readonly segment: number;
  readonly at: number;
  outcome: Outcome;
  /** Whether it was said only that it lies out of sight, which is no step more once it goes. */
  isHidden: boolean;
  last: number;
}

/** What a sentence tells of a till, and where the text stands behind it. */
export interface AtTill {
  readonly till: Till | null;
  readonly drafts: readonly Draft[];
}

/** Walks a sentence: a shop moves the till, a way to pay is told of, and clauses without a name are about the last. */
export function atTill(till: Till | null, sentence: Sentence, knowledge: Knowledge): AtTill {
  if (till === null || isQuestion(sentence)) return { till, drafts: [] };
  const { cues } = knowledge;
  const items: Item[] = [];
  let { shops } = till;
  let current: Item | null = null;
  for (const [i, segment] of sentence.segments.entries()) {
    if (/；$/.test(sentence.encoded.slice(0, segment.from))) current = null;
    const ways = segment.tokens.filter((t) => isPayment(t) && !isBound(t, sentence, cues));
    const sellers = segment.tokens.filter(
      (t) => isSeller(t) && !isStock(t, sentence) && !ways.some((way) => isListedWith(t, way, sentence)),
    );
    const isNamed = sellers.length + ways.length > 0;
    if (sellers.length > 0) shops = listOf(sellers, sentence);
    else if (ways.length === 0 && cues.has('till-stranger', segment.encoded)) [shops, current] = [[], null];
    if (isNamed) current = nextItem({ shops, ways, segment, index: i }, till, knowledge);
    if (isOther(segment, knowledge) || isQuiet(segment, cues)) current = null;
    if (current === null) continue;
    if (isNamed) items.push(current);
    tell(current, segment, i, ways.at(-1) ?? null, cues);
  }
  const told = items.filter(({ outcome }) => outcome !== null);
  const drafts = told.flatMap((item) => drafted(item, sentence, knowledge));
  const { block, index } = sentence;
  return {
    till: drafts.length > 0 ? { ...till, shops, block, sentence: index } : { ...till, shops },
    drafts,
  };
}

interface Next {
  readonly shops: readonly string[];
  readonly ways: readonly Token[];
  readonly segment: Segment;
  readonly index: number;
}

/** What a clause that names something begins to tell of; nobody where it names more than a reader can deal out. */
function nextItem(
  { shops, ways, segment, index }: Next,
  { sought }: Till,
  { walletOf }: Knowledge,
): Item | null {
  const [way, another] = ways;
  if (another !== undefined || shops.length === 0) return null;
  const named = way?.ids ?? sought;
  if (named.length === 0 || (sought.length > 0 && !named.every((id) => sought.includes(id)))) return null;
  const buyers = shops.filter((id) => !named.includes(walletOf.get(id) ?? ''));
  const at = way?.at ?? segment.tokens.find(isSeller)?.at ?? segment.from;
  return { shops: buyers, ways: named, segment: index, at, outcome: null, isHidden: false, last: index };
}

/** Clauses that tell of another day, of a plan, of hearsay, or of something else than paying. */
const isQuiet = ({ encoded, tokens }: Segment, cues: Cues): boolean =>
  tokens.some((t) => t.class === 'date') ||
  cues.has('till-not-now', encoded) ||
  cues.has('till-aside', encoded);

/** «微信里的小店», «抖音支付的付款码», «压在支付宝下面»: where people talk, what is held out, beside what it stands. */
const isOther = ({ tokens, encoded, from }: Segment, { cues }: Knowledge): boolean =>
  tokens.some(
    (t) =>
      (t.class === 'app' && !isSeller(t)) ||
      (isPayment(t) &&
        (cues.has('code-of', encoded.slice(t.at - from + 1)) ||
          (cues.endOf('stands-at', encoded.slice(0, t.at - from)) > 0 &&
            cues.startOf('stands-beside', encoded.slice(t.at - from + 1)) > 0))),
  );

function tell(item: Item, segment: Segment, index: number, way: Token | null, cues: Cues): void {
  const verdict = tillVerdict(segment, way, cues);
  if (verdict === null) return;
  const isHidden = verdict === 'limited' && cues.has('till-hidden', segment.encoded);
  item.outcome =
    (isHidden && item.outcome === 'open') || (item.isHidden && verdict === 'open')
      ? 'open'
      : together(item.outcome, verdict);
  item.isHidden = isHidden;
  item.last = index;
}

/** «某某钱包、支付宝排成一列»: who stands in one list with ways to pay is one of them. */
const isListedWith = (seller: Token, way: Token, { encoded }: Sentence): boolean =>
  /^[、和或]$/.test(encoded.slice(Math.min(seller.at, way.at) + 1, Math.max(seller.at, way.at)));

/** The shops of a list: «甲、乙», with whatever else joins them, else the last one. */
function listOf(sellers: readonly Token[], { encoded }: Sentence): readonly string[] {
  const found: Token[] = [];
  for (const shop of [...sellers].reverse()) {
    const next = found[0];
    if (next !== undefined && !/^[、和与跟及]$/.test(encoded.slice(shop.at + 1, next.at))) break;
    found.unshift(shop);
  }
  return [...new Set(found.flatMap((t) => t.ids))];
}

function drafted(item: Item, { index }: Sentence, knowledge: Knowledge): Draft[] {
  const { shops, ways, outcome, segment, last, at } = item;
  if (outcome === null || outcome === 'same' || shops.length === 0) return [];
  return asDraft(
    {
      relation: 'acceptance',
      frame: 'takes',
      status: outcome,
      subjects: shops,
      objects: ways,
      scenes: [],
      sentence: index,
      segment,
      match: { start: at, end: at + 1 },
      lastSegment: last,
    },
    knowledge,
  );
}

/** Those of which no claim of the sentence tells already. */
export const untold = (drafts: readonly Draft[], claims: readonly Loose[]): readonly Draft[] =>
  drafts.filter(
    ({ subjects, objects }) =>
      !claims.some(
        ({ relation, subject, object }) =>
          relation === 'acceptance' &&
          subjects.some((id) => subject === id || subject === `${id}-merchants`) &&
          object !== null &&
          objects.includes(object),
      ),
  );

/**
 * Whether a rule took for something else what the till tells: a name alone for a way to pay that is there, or a verdict on a
 * shop for one on its links.
 */
export const isSaidOtherwise = (draft: Draft, drafts: readonly Draft[]): boolean =>
  drafts.some((told) => isNameAlone(draft, told) || isOnLinks(draft, told));

const isNameAlone = ({ relation, match, status, subjects, objects }: Draft, told: Draft): boolean =>
  relation === 'acceptance' &&
  match.end - match.start === 1 &&
  told.status !== status &&
  told.subjects.some((id) => subjects.includes(id)) &&
  told.objects.some((id) => objects.includes(id));

const isOnLinks = ({ relation, frame, segment, subjects, objects }: Draft, told: Draft): boolean =>
  relation === 'access' &&
  frame !== 'login' &&
  told.lastSegment === segment &&
  told.subjects.some((id) => subjects.includes(id) || objects.includes(id));
