import type { Claim, Document, Draft, Knowledge, Sentence } from '../types.ts';
import { askedIn, rememberAsked } from './asking.ts';
import { type Loose, toClaims } from './claims.ts';
import { blank, type Discourse, type Outset } from './discourse.ts';
import { fill } from './fill.ts';
import { readHeading } from './heading.ts';
import { mergeClaims } from './merge.ts';
import { narratorOf } from './narrator.ts';
import { enterSentence } from './paragraph.ts';
import { withoutRefuted } from './refuted.ts';
import { remember, rememberClaim } from './remember.ts';
import { restOfList } from './rest-of-list.ts';
import { inScene, isAtOdds, newOf } from './setup/beside.ts';
import { readSetup } from './setup/read.ts';
import { headedSetup, type Setup } from './setup/setup.ts';
import { tillIn } from './setup/till.ts';
import { atTill, isSaidOtherwise, untold } from './setup/till-items.ts';
import { signatureOf } from './signature.ts';
import { stageOf } from './stage.ts';
import { storyOf } from './story.ts';
import { asWondered } from './table.ts';
import { tellsOfCodes } from './till.ts';
import { onTopic, withinReach } from './topic.ts';
import { titledTour } from './tour.ts';
import { isTest, testedOn } from './trial.ts';
import { beginVoice, endVoice, goOnTesting } from './voice.ts';
import { answerOfPair, noteAskedPair, walletOfArticle } from './wallet-pair.ts';

/**
 * Drafts → claims. Walks the article once as a reader does, fills what clauses leave out from what came
 * before, expands lists, and merges doubles. Claims come in the order of the text.
 */
export function refine(
  document: Document,
  drafts: readonly Draft[],
  articleId: string,
  knowledge: Knowledge,
): Claim[] {
  const { cues } = knowledge;
  const bySentence = groupBySentence(drafts);
  const discourse = blank(outsetOf(document, knowledge));
  const loose: Loose[] = [];
  let setup: Setup | null = null;
  for (const sentence of document.sentences) {
    const ofSentence = bySentence.get(sentence.index) ?? [];
    enterSentence(discourse, sentence, document, knowledge, ofSentence.length > 0);
    if (readHeading(discourse, sentence, document, knowledge)) {
      setup = headedSetup(sentence, cues);
      if (setup?.kind === 'login') discourse.topic = 'login';
      continue;
    }
    answerOfPair(discourse, sentence, cues);
    beginVoice(discourse, sentence, document, cues);
    const told = readSetup(setup, sentence, ofSentence, discourse, knowledge);
    setup = told.setup;
    const paid = atTill(tillIn(sentence, discourse, knowledge), sentence, knowledge);
    discourse.till = paid.till;
    if (paid.drafts.length > 0) goOnTesting(discourse, sentence);
    const begun = loose.length;
    const rest: Draft[] = [];
    for (const [i, segment] of sentence.segments.entries()) {
      for (const draft of ofSentence) {
        if (draft.segment !== i || draft.frame === 'sets-up') continue;
        const found = fill(draft, sentence, discourse, document, knowledge);
        if (found === null || isAtOdds(draft, found, told.drafts)) continue;
        if (isSaidOtherwise(found, paid.drafts)) continue;
        const filled = inScene(draft, found, told.drafts);
        if (draft.asked) {
          rememberAsked(discourse, asWondered(filled, sentence, cues), sentence);
          continue;
        }
        rememberClaim(discourse, filled, sentence, document);
        loose.push(...toClaims(draft, filled, sentence, discourse, document, knowledge));
        rest.push(...restOfList(filled, sentence, discourse));
      }
      remember(discourse, segment, sentence, document, knowledge);
    }
    const made = loose.slice(begun);
    for (const draft of [...newOf(told.drafts, made), ...untold([...paid.drafts, ...rest], made)]) {
      if (isLater(draft, sentence, discourse)) rememberClaim(discourse, draft, sentence, document);
      loose.push(...toClaims(draft, draft, sentence, discourse, document, knowledge));
    }
    noteAskedPair(discourse, sentence, cues);
    const asked =
      discourse.asked?.sentence === sentence.index ? null : askedIn(sentence, discourse, knowledge);
    if (asked !== null) rememberAsked(discourse, asked, sentence);
    endVoice(discourse, sentence, document, cues);
  }
  const told = withoutRefuted(withinReach(onTopic(loose, document, knowledge), document), document, cues);
  return mergeClaims(told, document, articleId, cues);
}

function groupBySentence(drafts: readonly Draft[]): ReadonlyMap<number, readonly Draft[]> {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const before = bySentence.get(draft.sentence);
    if (before === undefined) bySentence.set(draft.sentence, [draft]);
    else before.push(draft);
  }
  return bySentence;
}

/** Whether no claim was made yet on what stands behind the draft in its sentence. */
const isLater = ({ segment }: Draft, { index }: Sentence, { lastClaim }: Discourse): boolean =>
  lastClaim.sentence !== index || lastClaim.segment <= segment;

/** What is known of the article as a whole before it is read. */
function outsetOf(document: Document, knowledge: Knowledge): Outset {
  const { cues } = knowledge;
  return {
    named: new Set(document.titleApps),
    wallet: walletOfArticle(document),
    codes: tellsOfCodes(document),
    protagonist: protagonistOf(document),
    principal: principalOf(document, knowledge),
    trying: cues.has('trying', document.article.record.title ?? '') || cues.has('trying', document.twin),
    stage: stageOf(document, knowledge),
    assistant: assistantOf(document, knowledge),
    testing: isTest(document, cues),
    testedOn: testedOn(document, cues),
    narrator: signatureOf(document, cues) ?? narratorOf(document, cues),
    story: storyOf(document, cues),
    tour: titledTour(document, cues),
  };
}

/** The app that stands as a place most often, at least twice and more often than any other and than as a thing. */
function principalOf(document: Document, { traitOf }: Knowledge): string | null {
  const counts = new Map<string, number>();
  const asThing = new Map<string, number>();
  for (const t of document.sentences.flatMap((sentence) => sentence.tokens)) {
    if (t.class !== 'app') continue;
    const tally = PLACES.has(t.mark) ? counts : asThing;
    for (const id of t.ids) tally.set(id, (tally.get(id) ?? 0) + 1);
  }
  const isTried = (id: string, count: number): boolean =>
    traitOf.get(id) !== 'messenger' && (asThing.get(id) ?? 0) >= count;
  const [first, second] = [...counts].filter(([id, n]) => !isTried(id, n)).sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 1 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

const PLACES: ReadonlySet<string> = new Set(['host', 'destination', 'agent']);

/** The assistant of an article: the only one in its title, that it names more than twice, or that it names at all. */
function assistantOf({ titleApps, mentions, twin }: Document, { traitOf, cues }: Knowledge): string | null {
  const isAssistant = (id: string): boolean => traitOf.get(id) === 'assistant';
  const named = mentions.flatMap((m) => (m.kind === 'entity' && isAssistant(m.id) ? [m.id] : []));
  const titled = titleApps.filter(isAssistant);
  const most = [...new Set(named)].filter((id) => named.filter((n) => n === id).length > 2);
  const alone = cues.has('assistant-acts', twin) ? [...new Set(named)] : [];
  const [only, another] = [titled, most, alone].find((ids) => ids.length > 0) ?? [];
  return only !== undefined && another === undefined ? only : null;
}

/** The app that the title names alone, else the one that the text names more than any other. */
function protagonistOf(document: Document): string | null {
  const [only, another] = document.titleApps;
  if (only !== undefined && another === undefined) return only;
  const counts = new Map<string, number>();
  for (const m of document.mentions)
    if (m.kind === 'entity' && m.type === 'app') counts.set(m.id, (counts.get(m.id) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
