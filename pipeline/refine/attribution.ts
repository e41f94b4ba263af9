import type { Attribution, Draft, Sentence, Speech } from '../types.ts';
import type { Discourse } from './discourse.ts';

/** Words by which a sentence goes on with what the one before it reported. */
const GOES_ON =
  /^(?:同时|此外|另外|并且?|其中|而且|且|还|也|该|上述|声明|公告|通知|说明|首批|届时|在线下|线下|未来|后续|其|据此|具体|不过|但|第[一二三四]|[一二三四]是|[（(]?\d|“)/;
/** A day up to which the article itself speaks, whoever tried before. */
const AS_OF = /截至|截止|至今/;

/** Who says a claim: its own sentence's speaker, else the one whose speech or test still goes on, else the article. */
export function attributionOf(draft: Draft, sentence: Sentence, discourse: Discourse): Attribution {
  if (draft.relation === 'launch') return { type: 'media', name: null };
  const speech = ownSpeech(draft, sentence) ?? carriedSpeech(draft, sentence, discourse);
  if (speech !== null) return { type: speech.type, name: speech.type === 'media' ? null : speech.name };
  return { type: draft.relation === 'order' ? 'regulator' : 'media', name: null };
}

/** The speech that covers the draft's clause; a test does not reach into a clause that has a day of its own. */
function ownSpeech(draft: Draft, sentence: Sentence): Speech | null {
  const covering = sentence.speeches.find(
    (s) => s.firstSegment <= draft.segment && draft.segment <= s.lastSegment,
  );
  if (covering === undefined) return null;
  if (covering.type === 'test' && datedApart(draft, sentence, covering)) return null;
  return covering;
}

function datedApart(draft: Draft, sentence: Sentence, speech: Speech): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  if (clause === sentence.segments[speech.firstSegment]?.clause) return false;
  return sentence.segments.some((s) => s.clause === clause && s.tokens.some((t) => t.class === 'date'));
}

function carriedSpeech(draft: Draft, sentence: Sentence, discourse: Discourse): Speech | null {
  const last = discourse.speech;
  const follows = last !== null && last.block === sentence.block && last.sentence === sentence.index - 1;
  if (
    follows &&
    last.speech.type !== 'test' &&
    last.speech.type !== 'media' &&
    GOES_ON.test(sentence.encoded)
  ) {
    return last.speech;
  }
  if (discourse.notice !== null && isItemOf(discourse, sentence)) return discourse.notice.speech;
  return testGoesOn(draft, sentence, discourse) ? (discourse.test?.speech ?? null) : null;
}

/** The blocks of a list under a notice are the notice's; in the notice's own block only what goes on with it. */
const isItemOf = (discourse: Discourse, sentence: Sentence): boolean =>
  discourse.speech?.block !== sentence.block || GOES_ON.test(sentence.encoded);

/** Whether a claim about how things are belongs to a test that was begun before. */
function testGoesOn(draft: Draft, sentence: Sentence, discourse: Discourse): boolean {
  if (discourse.test === null || discourse.hushed === sentence.block) return false;
  const state = draft.status === 'open' || draft.status === 'limited' || draft.status === 'closed';
  const relation =
    draft.relation === 'access' || draft.relation === 'acceptance' || draft.relation === 'code-interop';
  if (!state || !relation || draft.frame === 'act' || draft.frame === 'mutual') return false;
  return !AS_OF.test(sentence.encoded) && !hasOwnDay(draft, sentence, discourse);
}

/** A clause with a day that is not the test's tells of something else. */
function hasOwnDay(draft: Draft, sentence: Sentence, discourse: Discourse): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  const dated = sentence.segments.some(
    (s) => s.clause === clause && s.tokens.some((t) => t.class === 'date'),
  );
  return dated && discourse.test?.date?.text !== undefined && sentence.block !== discourse.test.block;
}
