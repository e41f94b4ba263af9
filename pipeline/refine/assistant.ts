import type { Draft, Sentence } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import type { Placed } from './last-shop.ts';
import { idsOf } from './look.ts';
import { redraft } from './redraft.ts';

/**
 * «在淘宝里，助手被拦下»: an assistant is where one acts and the app is what it acts in, whichever the words put inside;
 * «字节下线助手操作微信的能力»: nor is it the house that says so.
 */
export function byAssistant(draft: Draft, asked: Ask): Draft {
  const ask = { ...asked, draft };
  const { sentence, discourse } = ask;
  const { typeOf, traitOf, cues } = ask.knowledge;
  const isAssistant = (id: string): boolean => traitOf.get(id) === 'assistant';
  const { assistant, test } = discourse;
  if (draft.frame === 'visit') return inAssistant(draft, sentence, isAssistant);
  const { start, end } = draft.match;
  const byHouse = draft.subjects.length > 0 && draft.subjects.every((id) => typeOf.get(id) === 'company');
  if (assistant !== null && byHouse && cues.has('assistant-called', sentence.encoded.slice(start, end)))
    return redraft(draft, { subjects: [assistant] });
  const named = draft.objects.length > 0 && draft.objects.every(isAssistant);
  const here = draft.subjects.some((id) => traitOf.get(id) === 'messenger') ? null : actingHere(ask);
  const doer = here ?? (test === null ? null : assistant);
  const meant = named ? draft.objects : doer === null ? [] : [doer];
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

/** What an assistant does in another app for whoever asks it. */
const ACTS_FOR =
  /下单|(?<![一早晚整两三四五六七八九十])点(?!开|击|评|进|头|赞|[不得]开|[不得]进|[不得]了)|叫(?:车|了|到|一)|打车|订(?!阅)|买|比价|操作|代(?:为|你|我)/;

/** «豆包也能点外卖，不过只能在抖音里点»: the one assistant that the sentence has named as who acts for its user. */
export function actingHere({ draft, sentence, knowledge: { traitOf, cues } }: Ask): string | null {
  const { tokens, encoded, segments } = sentence;
  const [id, another] = idsOf(
    tokens.filter(
      (t) =>
        t.mark === 'bare' && t.at < draft.match.start && t.ids.every((i) => traitOf.get(i) === 'assistant'),
    ),
  );
  const acts = ACTS_FOR.test(segments[draft.segment]?.encoded ?? '') && !cues.has('users-send', encoded);
  return acts && another === undefined ? (id ?? null) : null;
}

/** «让千问点一杯奶茶，它在淘宝下了单，付钱走的支付宝»: whoever orders for its user is where the user pays. */
export function ordersFor({ draft, sentence, earlier, knowledge: { traitOf, cues } }: Ask): Placed | null {
  const before = sentence.encoded.slice(0, draft.match.start);
  if (!cues.has('orders-by-words', before) || cues.has('users-send', sentence.encoded)) return null;
  const named = earlier.flatMap(({ tokens }, segment) =>
    tokens
      .filter((t) => t.ids.every((id) => traitOf.get(id) === 'assistant'))
      .map(({ ids }) => ({ ids, segment })),
  );
  const [first] = named;
  return first !== undefined && named.every(({ ids }) => ids.join() === first.ids.join()) ? first : null;
}

/** «千问先答。它自己打开淘宝，…»: the assistant that the sentence, else the paragraph, has named last; else that of the article. */
export function meantByIt({ draft, sentence, discourse, knowledge: { traitOf } }: Ask): readonly string[] {
  const isAssistant = (id: string): boolean => traitOf.get(id) === 'assistant';
  const inSentence = idsOf(sentence.tokens.filter((t) => t.at < draft.match.start)).filter(isAssistant);
  const inParagraph = [...discourse.paragraph.named].filter(isAssistant);
  return [inSentence.at(-1) ?? inParagraph.at(-1) ?? discourse.assistant].flatMap((id) => id ?? []);
}

/** «让助手在美团里点外卖，页面空白»: the assistant, where the sentence names it and one place, and nothing else. */
export function actsIn(ask: Ask, place: Found): Found | null {
  const { draft, sentence, discourse, knowledge } = ask;
  const { cues, traitOf } = knowledge;
  const inChat = place.ids.some((id) => traitOf.get(id) === 'messenger');
  const assistant = (inChat ? null : actingHere(ask)) ?? discourse.assistant;
  if (assistant === null || draft.frame !== 'use' || draft.objects.length > 0 || place.segment === null)
    return null;
  const named =
    cues.has('assistant-called', sentence.encoded) || sentence.tokens.some((t) => t.ids.includes(assistant));
  const isOther = place.ids.every((id) => knowledge.traitOf.get(id) !== 'assistant');
  return named && isOther && !cues.has('users-send', sentence.encoded)
    ? { ids: [assistant], segment: null }
    : null;
}

/** «它打开淘宝，搜了三款»: told of an assistant alone, whoever else the words may mean by «它». */
export const isByAnother = (
  { draft: { rule } }: Ask,
  { ids }: Found,
  { traitOf }: Ask['knowledge'],
): boolean => rule.endsWith('assistant-told') && !ids.every((id) => traitOf.get(id) === 'assistant');

/** «豆包也能点外卖» behind another assistant: neither opens in the other. */
export const areAssistants = (
  { draft: { segment }, sentence: { segments }, knowledge: { traitOf } }: Ask,
  place: Found,
  thing: Found,
): boolean => {
  const isAssistant = (id: string): boolean => traitOf.get(id) === 'assistant';
  const acts = place.segment === null && ACTS_FOR.test(segments[segment]?.encoded ?? '');
  return thing.ids.every(isAssistant) && (acts || place.ids.every(isAssistant));
};

/** «接入DeepSeek»: an app that takes in a model opens nobody's content. */
export function takesInModel({ draft, sentence, knowledge }: Ask): boolean {
  const { start, end } = draft.match;
  const model =
    draft.objects.length > 0 && draft.objects.every((id) => knowledge.traitOf.get(id) === 'assistant');
  return model && knowledge.cues.has('takes-model', sentence.encoded.slice(start, end));
}
