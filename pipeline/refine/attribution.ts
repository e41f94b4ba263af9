import type { Attribution, Document, Draft, Sentence, Speech } from '../types.ts';
import { type Discourse, quotedDocument } from './discourse.ts';

/** Words by which a sentence goes on with what the one before it reported. */
const GOES_ON =
  /^(?:自?\ue007起?，)?(?:用户(?!反映|称|发现|表示)|在[^，]{0,8}场景|\ue006[^，]{0,4}(?:中|里|下|场景))|^(?:同时|此外|另外|并且?|其中|而且|且|还|也|该|上述|声明|公告|通知|说明|首批|届时|在线下|线下|未来|后续|其|据此|具体|不过|但|第[一二三四]|[一二三四]是|[（(]?\d|“)/;
/** A day up to which the article itself speaks, whoever tried before. */
const AS_OF = /截至|截止|至今|一直|多年|始终/;

/** Who says a claim: its own sentence's speaker, else the one whose speech or test still goes on, else the article. */
export function attributionOf(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
): Attribution {
  if (draft.relation === 'launch') return { type: 'media', name: null };
  const own = ownSpeech(draft, sentence);
  const apart = own !== null && own.type === 'test' && datedApart(draft, sentence, own);
  const speech = apart ? null : (own ?? carriedSpeech(draft, sentence, discourse, document));
  if (speech !== null) return { type: speech.type, name: speech.type === 'media' ? null : speech.name };
  if (draft.relation !== 'order') return { type: 'media', name: null };
  const regulator = sentence.tokens.find(
    (t) => t.class === 'regulator' && t.ids.some((id) => draft.subjects.includes(id)),
  );
  return {
    type: 'regulator',
    name: regulator === undefined ? null : document.twin.slice(regulator.start, regulator.end),
  };
}

/** The speech that covers the draft's clause. */
const ownSpeech = (draft: Draft, sentence: Sentence): Speech | null =>
  sentence.speeches.find((s) => s.firstSegment <= draft.segment && draft.segment <= s.lastSegment) ?? null;

/** A test does not reach into another clause that has a day of its own. */
function datedApart(draft: Draft, sentence: Sentence, speech: Speech): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  if (clause === sentence.segments[speech.firstSegment]?.clause) return false;
  return sentence.segments.some((s) => s.clause === clause && s.tokens.some((t) => t.class === 'date'));
}

function carriedSpeech(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
): Speech | null {
  const announced = quotedDocument(discourse, sentence);
  if (announced !== null) return announced.speech;
  const last = discourse.speech;
  const follows = last !== null && last.block === sentence.block && last.sentence === sentence.index - 1;
  const goesOn = GOES_ON.test(sentence.encoded);
  if (follows && goesOn && last.speech.type !== 'test' && last.speech.type !== 'media') return last.speech;
  if (discourse.notice !== null && (discourse.speech?.block !== sentence.block || goesOn))
    return discourse.notice.speech;
  return testGoesOn(draft, sentence, discourse, document) ? (discourse.test?.speech ?? null) : null;
}

/** Whether a claim about how things are belongs to a test that was begun before. */
function testGoesOn(draft: Draft, sentence: Sentence, discourse: Discourse, document: Document): boolean {
  const { test } = discourse;
  if (test === null || draft.frame === 'act' || draft.frame === 'mutual') return false;
  const state = draft.status === 'open' || draft.status === 'limited' || draft.status === 'closed';
  const relation =
    draft.relation === 'access' || draft.relation === 'acceptance' || draft.relation === 'code-interop';
  if (!state || !relation || AS_OF.test(document.twin.slice(sentence.start, sentence.end))) return false;
  return !hasOwnDay(draft, sentence, document, test.date?.start ?? document.published);
}

/** A clause with a day that is not the test's tells of something else. */
function hasOwnDay(draft: Draft, sentence: Sentence, document: Document, day: string | null): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  const days = sentence.segments
    .filter((s) => s.clause === clause)
    .flatMap((s) => s.tokens.flatMap((t) => (t.class === 'date' ? [document.dates[Number(t.ids[0])]] : [])));
  return days.some((d) => d !== undefined && d.role !== 'now' && d.first !== null && d.first !== day);
}
