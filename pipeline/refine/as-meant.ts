import type { Draft, Sentence, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { byAssistant } from './assistant.ts';
import { fromOutside, sharedOut } from './direction.ts';
import type { Remembered } from './discourse.ts';
import { canHold, isGuest, isPlace, lastIn, messengerIn, ROOMS } from './look.ts';
import { redraft } from './redraft.ts';
import { isLive } from './table.ts';
import { hasLinks, isPlaceLabel, isStop } from './tour.ts';

/** The draft as its own words mean it, before anything is carried over. */
export function asItIsMeant(asked: Ask): Draft {
  const { sentence } = asked;
  const draft = ofMiniProgram(itsMiniProgram(evenThat(passing(asked), sentence), sentence), sentence);
  const again = ofScene(placeAgain({ ...asked, draft: copiedHome(draft, asked) }), asked.knowledge);
  return fromOutside(sharedOut(byAssistant(again, asked), asked), asked);
}

/** «在豆包里粘贴链接，豆包答称无法访问»: the name comes again as the place and not as the thing; «只有抖音小店的商品可以上架»: its own. */
function placeAgain(ask: Ask): Draft {
  const { draft, earlier, sentence } = ask;
  if (draft.rule.endsWith('assistant-told') || draft.frame === 'login') return draft;
  const place = draft.subjects.length === 0 && draft.objects.length > 0 ? lastIn(earlier, isPlace) : null;
  const own = sentence.segments[draft.segment]?.tokens ?? [];
  const isThing = own.some((t) => t.mark === 'object' && t.ids.some((id) => draft.objects.includes(id)));
  const again = place !== null && !isThing && draft.objects.every((id) => place.ids.includes(id));
  return again || otherPlace(ask) || isStop(ask) || inRoom(ask)
    ? redraft(draft, { subjects: draft.objects, objects: [] })
    : draft;
}

/** «甲的链接在乙里打不开，须复制口令到甲»: where the step leads is whose link it is, and not where it was opened. */
function copiedHome(draft: Draft, { sentence, discourse: { things } }: Ask): Draft {
  const { rule, subjects, objects, match } = draft;
  if (!rule.endsWith('extra-step') || objects.length > 0 || subjects.length === 0) return draft;
  const named = [...things.ids, ...sentence.tokens.flatMap((t) => (t.mark === 'object' ? t.ids : []))];
  const leads = sentence.tokens.some(
    (t) => t.mark === 'destination' && t.at >= match.start && t.ids.some((id) => subjects.includes(id)),
  );
  return leads && subjects.every((id) => named.includes(id))
    ? redraft(draft, { subjects: [], objects: subjects })
    : draft;
}

/** «QQ空间没问题», «微信：可以»: of something that was opened before, the one name of a clause is a room, unless the links are its own. */
function inRoom(ask: Ask): boolean {
  const { draft, sentence, discourse, knowledge } = ask;
  const [id, another] = draft.objects;
  if (draft.frame !== 'use' || draft.subjects.length > 0 || id === undefined || another !== undefined)
    return false;
  const { tour, things } = discourse;
  const own = sentence.segments[draft.segment]?.tokens.filter((t) => t.ids.includes(id)) ?? [];
  const isLabel = own.some((t) => isPlaceLabel(t, sentence, discourse, knowledge));
  if (isLabel) return true;
  if (tour?.isOpen === true || hasLinks(id, ask)) return false;
  const other =
    things.block === sentence.block && things.ids.length > 0 && !things.ids.some((t) => ROOMS.has(t));
  return ROOMS.has(id) && other && draft.scenes.length === 0;
}

/** «我又跑到钉钉群，豆瓣也放行»: what passes where somebody has gone lets nobody in. */
function passing(ask: Ask): Draft {
  const { draft, sentence, earlier } = ask;
  const { start, end } = draft.match;
  const place = draft.frame === 'act' && draft.objects.length === 0 ? lastIn(earlier, isPlace) : null;
  const passes =
    place !== null &&
    !place.ids.some((id) => draft.subjects.includes(id)) &&
    sentence.encoded.slice(start, end).endsWith('放行') &&
    /^(?:了)?[，。；]/.test(sentence.encoded.slice(end));
  return passes ? redraft(draft, { subjects: place.ids, objects: draft.subjects }) : draft;
}

/** «群里连淘宝也没有放开»: what is not even let in. */
function evenThat(draft: Draft, { tokens, encoded }: Sentence): Draft {
  const { frame, status, objects, subjects } = draft;
  if (frame !== 'act' || status !== 'closed' || objects.length > 0 || subjects.length === 0) return draft;
  const even = tokens.some(
    (t) => t.ids.some((id) => subjects.includes(id)) && encoded.charAt(t.at - 1) === '连',
  );
  return even ? redraft(draft, { subjects: [], objects: subjects }) : draft;
}

/** «淘宝还没有微信小程序» is of one of its own in 微信. */
function itsMiniProgram(draft: Draft, { tokens, encoded }: Sentence): Draft {
  const { frame, scenes, subjects, objects } = draft;
  if (frame !== 'use' || objects.length !== 1 || scenes.join() !== 'mini-program') return draft;
  const place = tokens.find((t) => t.mark === 'host' && t.ids.some((id) => objects.includes(id)));
  const isIts =
    place !== undefined &&
    encoded.startsWith('小程序', place.at + 1) &&
    !/[里中内上]$/.test(encoded.slice(0, place.at)) &&
    tokens.some((t) => t.mark === 'bare' && t.at < place.at && t.ids.some((id) => subjects.includes(id)));
  return isIts ? redraft(draft, { subjects: objects, objects: subjects }) : draft;
}

/** «拼多多的小程序在支付宝里搜不到»: what is looked for is the mini-program. */
function ofMiniProgram(draft: Draft, { tokens, segments }: Sentence): Draft {
  const { frame, scenes, segment, match } = draft;
  if (frame !== 'use' || scenes.join() !== 'search') return draft;
  const clause = segments[segment]?.clause;
  const from = segments.find((s) => s.clause === clause)?.from ?? 0;
  const isSought = ({ class: c, ids, at }: Token, before: Token | undefined): boolean =>
    c === 'scene' &&
    ids.includes('mini-program') &&
    before?.class === 'app' &&
    at - before.at <= NEXT_TO_IT &&
    at >= from &&
    (at - match.start <= NEXT_TO_IT || (at >= match.end && at - match.end <= NEXT_TO_IT));
  return tokens.some((t, i) => isSought(t, tokens[i - 1]))
    ? redraft(draft, { scenes: ['mini-program'] })
    : draft;
}

/** Units of the encoded sentence between what is looked for and the word for its mini-program. */
const NEXT_TO_IT = 4;

/** «视频号的直播可在群聊里打开»: an app that lacks the scene is what is opened there. */
function ofScene(draft: Draft, knowledge: Ask['knowledge']): Draft {
  const { subjects, objects, scenes } = draft;
  const fits = (id: string): boolean =>
    draft.status === 'closed' ? !isGuest(id, scenes, knowledge) : canHold([id], scenes, knowledge);
  if (objects.length > 0 || subjects.every(fits)) return draft;
  return redraft(draft, { subjects: subjects.filter(fits), objects: subjects.filter((id) => !fits(id)) });
}

/** «而微信仍需复制»: a messenger at the head of a clause, where things were opened in another messenger before. */
function otherPlace({ draft, sentence, discourse, knowledge }: Ask): boolean {
  const isMessenger = messengerIn(knowledge);
  const head = HEADED.test(sentence.segments[draft.segment]?.encoded ?? '');
  if (!head || draft.frame !== 'use' || draft.subjects.length > 0 || draft.objects.length !== 1) return false;
  const inMind = ({ ids, block }: Remembered): readonly string[] =>
    block === sentence.block || (draft.topical && isLive(sentence, discourse)) ? ids : [];
  const [here, things] = [inMind(discourse.hosts), inMind(discourse.things)];
  return (
    draft.objects.every(isMessenger) &&
    here.some(isMessenger) &&
    !here.some((id) => draft.objects.includes(id)) &&
    things.length > 0 &&
    !things.some(isMessenger)
  );
}

const HEADED =
  /^(?:而|但|不过|至于|反观|唯独|只有)*[\ue000](?:则|仍|却|还|也|目前|尚|依然|依旧|暂|端|中|内|不行|不能|不可以|打不开|点不开|就|更|可以|倒|都)|^(?:只有|唯独|唯有)[\ue000]/;
