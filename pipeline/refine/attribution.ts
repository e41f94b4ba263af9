import type { Attribution, Draft, Sentence, Speech } from '../types.ts';
import type { Discourse } from './discourse.ts';

/** Words by which a sentence goes on with what the one before it reported. */
const GOES_ON =
  /^(?:同时|此外|另外|并且?|其中|而且|且|还|也|该|上述|声明|公告|通知|说明|首批|届时|在线下|线下|未来|后续|其|据此|具体|不过|但|第[一二三四]|[一二三四]是|[（(]?\d|“)/;

/** Who says a claim: its own sentence's speaker, else the one whose speech or test still goes on, else the article. */
export function attributionOf(draft: Draft, sentence: Sentence, discourse: Discourse): Attribution {
  const own = ownSpeech(draft, sentence);
  if (own !== null) return attributed(own, draft);
  const carried = carriedSpeech(sentence, discourse);
  if (carried !== null) return attributed(carried, draft);
  return draft.relation === 'order' ? { type: 'regulator', name: null } : { type: 'media', name: null };
}

function ownSpeech(draft: Draft, sentence: Sentence): Speech | null {
  return (
    sentence.speeches.find((s) => s.firstSegment <= draft.segment && draft.segment <= s.lastSegment) ?? null
  );
}

function carriedSpeech(sentence: Sentence, discourse: Discourse): Speech | null {
  if (discourse.test !== null && discourse.test.block === sentence.block) return discourse.test.speech;
  const last = discourse.speech;
  if (last !== null && last.block === sentence.block && last.sentence === sentence.index - 1) {
    if (GOES_ON.test(sentence.encoded) && last.speech.type !== 'media') return last.speech;
  }
  return discourse.notice?.speech ?? discourse.test?.speech ?? null;
}

function attributed(speech: Speech, draft: Draft): Attribution {
  if (draft.relation === 'launch' && speech.type === 'test') return { type: 'media', name: null };
  return { type: speech.type, name: speech.type === 'media' ? null : speech.name };
}
