import type { Draft, Segment, Sentence, Status, Token } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { redraft } from './redraft.ts';

/** «只有甲不支持», «例外的是甲», «唯独甲没有»: what is said of one alone is not so of the others that were counted. */
const ALONE =
  /^(?:结果|其中|但|不过|，)*(?:只有|唯有|只剩|仅有|唯独|独独|就|单单|例外的?是|不行的是)[\ue000\ue002]/;
/** «试了甲、乙、丙、丁四家»: how many there are. */
const COUNTED = /[三四五六七八九十\d](?:家|个|款|大)(?:App|平台|应用|软件|电商|店)?/;
/** How many a list has at least for the rest of it to be told of. */
const FEWEST = 3;
/** How many sentences back the list stands. */
const NEAR = 1;

/** The claim on the rest of a counted list, of which one alone was said to be otherwise; none where nothing was counted. */
export function restOfList(draft: Draft, sentence: Sentence, { listed }: Discourse): readonly Draft[] {
  const own = sentence.segments[draft.segment];
  const status = OTHERWISE.get(draft.status);
  const [alone, another] = draft.subjects;
  if (draft.relation !== 'acceptance' || status === undefined || own === undefined) return [];
  if (alone === undefined || another !== undefined || !ALONE.test(own.encoded)) return [];
  const list = listBefore(own, sentence) ?? (sentence.index - listed.sentence <= NEAR ? listed.ids : []);
  if (list.length < FEWEST || !list.includes(alone)) return [];
  return [redraft(draft, { status, subjects: list.filter((id) => id !== alone) })];
}

const OTHERWISE: ReadonlyMap<Status, Status> = new Map<Status, Status>([
  ['open', 'closed'],
  ['closed', 'open'],
]);

/** A list of shops in the clauses before, with nothing but their number behind it. */
function listBefore(own: Segment, { segments }: Sentence): readonly string[] | null {
  const isList = (t: Token): boolean => t.class === 'app' && t.ids.length >= FEWEST;
  const before = segments.slice(0, segments.indexOf(own)).findLast((s) => s.tokens.some(isList));
  return before !== undefined && COUNTED.test(before.encoded)
    ? (before.tokens.find(isList)?.ids ?? null)
    : null;
}
