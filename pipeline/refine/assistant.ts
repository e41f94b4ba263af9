import type { Draft, Sentence } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import { redraft } from './redraft.ts';

/**
 * «在淘宝里，助手被拦下»: an assistant is where one acts and the app is what it acts in, whichever the words put inside;
 * «字节下线助手操作微信的能力»: nor is it the house that says so.
 */
export function byAssistant(
  draft: Draft,
  { sentence, discourse, knowledge: { typeOf, traitOf, cues } }: Ask,
): Draft {
  const isAssistant = (id: string): boolean => traitOf.get(id) === 'assistant';
  const { assistant, test } = discourse;
  if (draft.frame === 'visit') return inAssistant(draft, sentence, isAssistant);
  const { start, end } = draft.match;
  const byHouse = draft.subjects.length > 0 && draft.subjects.every((id) => typeOf.get(id) === 'company');
  if (assistant !== null && byHouse && cues.has('assistant-called', sentence.encoded.slice(start, end)))
    return redraft(draft, { subjects: [assistant] });
  const named = draft.objects.length > 0 && draft.objects.every(isAssistant);
  const meant = named ? draft.objects : assistant === null || test === null ? [] : [assistant];
  const acts =
    draft.frame === 'use' &&
    meant.length === 1 &&
    (named || draft.objects.length === 0) &&
    draft.subjects.length > 0 &&
    !draft.subjects.some(isAssistant) &&
    !(
      named &&
      draft.subjects.every((id) => traitOf.get(id) === 'messenger') &&
      !cues.has('assistant-does', sentence.encoded)
    ) &&
    !cues.has('users-send', sentence.encoded);
  return acts ? redraft(draft, { subjects: meant, objects: draft.subjects }) : draft;
}

/** «豆包可在对话中用高德订餐厅»: the assistant that the sentence names is the place, and all other apps are things. */
function inAssistant(draft: Draft, { tokens }: Sentence, isAssistant: (id: string) => boolean): Draft {
  const named = tokens.find(
    (t) => t.at < draft.match.start && t.mark !== 'object' && t.ids.every(isAssistant),
  );
  if (named === undefined || draft.subjects.some(isAssistant)) return draft;
  const things = [...draft.objects, ...draft.subjects].filter((id) => !isAssistant(id));
  return redraft(draft, { subjects: named.ids, objects: things });
}

/** «让助手在美团里点外卖，页面空白»: the assistant, where the sentence names it and one place, and nothing else. */
export function actsIn(
  { draft, sentence, discourse: { assistant }, knowledge }: Ask,
  place: Found,
): Found | null {
  const { cues } = knowledge;
  if (assistant === null || draft.frame !== 'use' || draft.objects.length > 0 || place.segment === null)
    return null;
  const named =
    cues.has('assistant-called', sentence.encoded) || sentence.tokens.some((t) => t.ids.includes(assistant));
  const isOther = place.ids.every((id) => knowledge.traitOf.get(id) !== 'assistant');
  return named && isOther && !cues.has('users-send', sentence.encoded)
    ? { ids: [assistant], segment: null }
    : null;
}

/** «接入DeepSeek»: an app that takes in a model opens nobody's content. */
export function takesInModel({ draft, sentence, knowledge }: Ask): boolean {
  const { start, end } = draft.match;
  const model =
    draft.objects.length > 0 && draft.objects.every((id) => knowledge.traitOf.get(id) === 'assistant');
  return model && knowledge.cues.has('takes-model', sentence.encoded.slice(start, end));
}
