import type { Cues, Document, Draft, Knowledge, Sentence, Speech } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { byParty } from './look.ts';
import { clauseOf } from './own-words.ts';

/** A sentence that adds something to what was announced: «QQ音乐、腾讯视频的充值也开始支持云闪付». */
const ADDS = /^[\ue000-\ue006、和及与的]{1,8}[^，。“]{0,12}(?:也|亦|同样|同步)/;

/** The speech of the sentence before, where this one goes on with it. */
export function followedSpeech(
  draft: Draft,
  sentence: Sentence,
  { speech: last }: Discourse,
  document: Document,
  knowledge: Knowledge,
): Speech | null {
  if (last === null || last.block !== sentence.block) return null;
  const account = reports(last, draft, sentence, document, knowledge.cues);
  if (account !== null || last.sentence !== sentence.index - 1) return account;
  const { speech } = last;
  if (speech.type === 'test' || speech.type === 'media') return null;
  const { cues } = knowledge;
  if (cues.has('known-long', clauseOf(draft, sentence, document))) return null;
  if (cues.startOf('goes-on-reporting', sentence.encoded) > 0) return speech;
  if (byParty(speech) && cues.startOf('by-the-paper', sentence.encoded) > 0) return speech;
  const adds = ADDS.test(sentence.encoded) && speech.type === 'official' && speech.entity !== null;
  return adds && isKin(draft, speech.entity ?? '', knowledge) ? speech : null;
}

/** «工信部有关负责人介绍了进展。…»: what an agency gives an account of takes more than a sentence. */
function reports(
  last: NonNullable<Discourse['speech']>,
  draft: Draft,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): Speech | null {
  const told = document.sentences[last.sentence];
  if (last.speech.type !== 'regulator' || told === undefined || !isSeen(draft)) return null;
  const text = document.twin.slice(sentence.start, sentence.end);
  return cues.has('gives-account', told.encoded) && !cues.has('reporter', text) ? last.speech : null;
}

/** Whether a draft is about the speaker or about what belongs to the same owner. */
function isKin(draft: Draft, entity: string, { ownerOf }: Knowledge): boolean {
  const house = ownerOf.get(entity) ?? entity;
  return [...draft.subjects, ...draft.objects].some((id) => (ownerOf.get(id) ?? id) === house);
}

/** A claim about how things are, which somebody may see for themselves. */
export function isSeen(draft: Draft): boolean {
  if (draft.frame === 'act' || draft.frame === 'mutual') return false;
  const state = draft.status === 'open' || draft.status === 'limited' || draft.status === 'closed';
  return state && ['access', 'acceptance', 'code-interop'].includes(draft.relation);
}
