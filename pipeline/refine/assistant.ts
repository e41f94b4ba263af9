import type { Draft, Sentence } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import { redraft } from './redraft.ts';

/** «在淘宝里，助手被拦下»: an assistant is where one acts and the app is what it acts in, whichever the words put inside. */
export function byAssistant(draft: Draft, { sentence, discourse, knowledge: { traitOf } }: Ask): Draft {
  const isAssistant = (id: string): boolean => traitOf.get(id) === 'assistant';
  const { assistant, test } = discourse;
  if (draft.frame === 'visit') return inAssistant(draft, sentence, isAssistant);
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
      !ACTS.test(sentence.encoded)
    ) &&
    !SENDS.test(sentence.encoded);
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

/** Words for what an assistant does in a messenger; without them «元宝在QQ里能打开» is what its users have sent there. */
const ACTS = /助手|智能体|操作|代[发为替填]|替[^，]{0,4}[发点回]|自动|控制|登[录陆]|下线|闪退|风控/;

/** Words for what an assistant's users send each other, which is opened elsewhere. */
const SENDS = /链接|网址|分享|转发|红包|口令|小程序|[发丢贴]到/;

/** «让助手在美团里点外卖，页面空白»: the assistant, where the sentence names it and one place, and nothing else. */
export function actsIn(
  { draft, sentence, discourse: { assistant }, knowledge }: Ask,
  place: Found,
): Found | null {
  if (assistant === null || draft.frame !== 'use' || draft.objects.length > 0 || place.segment === null)
    return null;
  const named =
    /助手|智能体/.test(sentence.encoded) || sentence.tokens.some((t) => t.ids.includes(assistant));
  const isOther = place.ids.every((id) => knowledge.traitOf.get(id) !== 'assistant');
  return named && isOther && !SENDS.test(sentence.encoded) ? { ids: [assistant], segment: null } : null;
}

/** «接入DeepSeek»: an app that takes in a model opens nobody's content. */
export function takesInModel({ draft, sentence, knowledge }: Ask): boolean {
  const { start, end } = draft.match;
  const model =
    draft.objects.length > 0 && draft.objects.every((id) => knowledge.traitOf.get(id) === 'assistant');
  return model && /接入|打通|对接|引入|上线|内置/.test(sentence.encoded.slice(start, end));
}
