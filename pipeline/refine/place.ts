import type { Cues, Document, Sentence, Token } from '../types.ts';
import { type Ask, type Found, firstOf, onlyThing, recalled, siblings } from './ask.ts';
import { actingHere, meantByIt } from './assistant.ts';
import type { Remembered } from './discourse.ts';
import { errand } from './errand.ts';
import { canHold, isArrival, isBareApp, isPlace, isThingOf, lastIn, near, SCENE_HOST } from './look.ts';
import { roomOfClause } from './room.ts';
import { onlyRoom } from './rooms.ts';
import { isAccount, isAccountSigned, loginHead, signedIn } from './sign-in.ts';
import { speakerActs } from './speaker-acts.ts';
import { stageAt } from './stage.ts';
import { answersIn, isLive } from './table.ts';
import { isHeadOfTour, isPlaceLabel, stopBefore } from './tour.ts';

/** «3. 京东：…» in a list of results: the place is what the whole article is about. */
const LIST_HEAD = /^(?:[（(]?[\d一二三四五六七八九十①-⑩]+[、.．）)])?[●■•◆]?[\ue000\ue005]：/;

/** Where a reader looks for the place that a clause leaves out, nearest first. */
const FINDERS: readonly ((ask: Ask, scenes: readonly string[]) => Found | null)[] = [
  stopBefore,
  labelled,
  loginHead,
  signedIn,
  ownScene,
  itsOwn,
  assistant,
  speakerActs,
  roomOfClause,
  inSentence,
  listedUnder,
  impliedByScene,
  lastTwo,
  errand,
  namedInSentence,
  searchByName,
  headed,
  opener,
  ofPart,
  onlyRoom,
  remembered,
  speaker,
  actor,
  stage,
];

/** The app in which something is opened, or nobody; never one that lacks the scene that the words name. */
export const findPlace = (ask: Ask, scenes: readonly string[]): Found =>
  firstOf(FINDERS.map(holding), ask, scenes);

const holding =
  (find: (typeof FINDERS)[number]) =>
  (ask: Ask, scenes: readonly string[]): Found | null => {
    const found = find(ask, scenes);
    if (found === null || isAccountSigned(found.ids, ask)) return null;
    if (find !== itsOwn && found.segment === null && isTurnedTo(found.ids, ask)) return null;
    if (found.segment !== null && wasOpened(found.ids, ask)) return null;
    // A place gives way to a scene that its sentence names, one of the sentence itself to its clause's alone.
    const carried = found.segment !== null || !ask.sentence.tokens.some((t) => t.class === 'scene');
    return canHold(found.ids, carried ? ask.draft.scenes : scenes, ask.knowledge) ? found : null;
  };

/** «换聊天宝。微信：停止访问。», «QQ，能看；微博，点不动»: the place at the head of the item, of something on a tour. */
function labelled(ask: Ask): Found | null {
  const { sentence, discourse, draft, knowledge } = ask;
  const clause = sentence.segments[draft.segment]?.clause;
  const first = sentence.segments.find((s) => s.clause === clause);
  const head = first?.tokens[0] ?? sentence.tokens[0];
  if (first === undefined || head === undefined || head.ids.some((id) => draft.objects.includes(id)))
    return null;
  const isHead =
    isPlaceLabel(head, sentence, discourse, knowledge) ||
    isHeadOfTour(head, sentence, discourse, knowledge.cues);
  return isHead ? { ids: head.ids, segment: sentence.segments.indexOf(first) } : null;
}

/** «快手停掉了淘宝直播间的商品；…点进去»: what the sentence has just told of as the thing is not the place of its next clause. */
function wasOpened(ids: readonly string[], { draft, sentence, discourse }: Ask): boolean {
  const { last, lastClaim } = discourse;
  if (draft.frame !== 'use' || last?.relation !== 'access' || lastClaim.sentence !== sentence.index)
    return false;
  const { subjects, objects } = last;
  return ids.every((id) => objects.includes(id)) && !ids.some((id) => subjects.includes(id));
}

/** «2. 抖音。私聊里…»: what the paragraph has just turned to as the thing is no place. */
const isTurnedTo = (ids: readonly string[], { discourse: { turn }, sentence: { block } }: Ask): boolean =>
  turn !== null && !turn.isPlace && turn.block === block && ids.some((id) => turn.ids.includes(id));

/** «二、QQ»: the place by which the section is headed, as long as nothing was opened elsewhere. */
function headed({ discourse: { section, hosts }, draft }: Ask): Found | null {
  const holds = section.places.length > 0 && hosts.ids.join() === section.places.join();
  return holds && !section.places.some((id) => draft.objects.includes(id)) ? recalled(section.places) : null;
}

function inSentence(ask: Ask): Found | null {
  const { earlier, draft, sentence, knowledge } = ask;
  const isOpened = (t: Token): boolean =>
    isPlace(t) &&
    !isThingOf(sentence, t) &&
    knowledge.cues.startOf('pays-there', sentence.encoded.slice(t.at + 1)) === 0;
  const opened =
    draft.frame === 'login'
      ? lastIn(
          earlier,
          (t) => t.class === 'app' && !isAccount(t, ask) && !t.ids.some((id) => draft.objects.includes(id)),
        )
      : null;
  const company = lastIn(
    earlier,
    (t) => t.class === 'company' && t.mark === 'host' && t.ids.some((id) => knowledge.groupOf.has(id)),
  );
  return (
    opened ??
    lastIn(earlier, (t) => isArrival(t) && !isThingOf(sentence, t)) ??
    lastIn(earlier, isOpened) ??
    company
  );
}

/** «用助手操作微信时账号被强制下线»: what acts in the other app is the place, wherever the account is. */
function assistant(ask: Ask): Found | null {
  const { sentence, draft, discourse, knowledge } = ask;
  const here = actingHere(ask);
  if (here !== null && draft.objects.length > 0 && !draft.objects.includes(here)) return recalled([here]);
  if (draft.rule.endsWith('assistant-told')) return recalled(meantByIt(ask));
  const id = discourse.assistant;
  const told = knowledge.cues.has('assisted', sentence.encoded);
  const acts = id !== null && told && !draft.objects.includes(id);
  return acts ? recalled([id]) : null;
}

function listedUnder({ sentence, draft, discourse }: Ask): Found | null {
  const id = discourse.assistant ?? discourse.protagonist;
  const listed = id !== null && LIST_HEAD.test(sentence.encoded) && !draft.objects.includes(id);
  return listed ? recalled([id]) : null;
}

/** «在QQ群里打不开，发到朋友圈也打不开»: a scene that only one app has stands in that one, whatever came before. */
function ownScene({ draft }: Ask): Found | null {
  return draft.scenes.includes('moments') ? recalled(['wechat']) : null;
}

/** «测了一把“搜一搜”»: a search that goes by this name is that of 微信, where the sentence names no other. */
function searchByName({ draft, discourse }: Ask): Found | null {
  return draft.scenes.includes('search') && discourse.paragraph.searches ? recalled(['wechat']) : null;
}

/** «豆瓣呢？它家的按钮通向猫眼»: the app that the sentence before turned to, by what is on its page. */
function itsOwn({ draft, sentence, discourse: { things }, knowledge }: Ask): Found | null {
  const its = knowledge.cues.startOf('its-page', sentence.segments[draft.segment]?.encoded ?? '') > 0;
  return its && things.sentence === sentence.index - 1 && things.ids.length === 1
    ? recalled(things.ids)
    : null;
}

function impliedByScene({ sentence, discourse, knowledge }: Ask, scenes: readonly string[]): Found | null {
  const named = sentence.tokens.some((t) => t.class === 'scene') || discourse.section.scenes.length > 0;
  if (!named && discourse.scenes.block !== sentence.block && !answersIn(sentence, discourse, knowledge.cues))
    return null;
  return recalled(scenes.flatMap((s) => SCENE_HOST[s] ?? []).slice(0, 1));
}

function lastTwo({ document, sentence, discourse, knowledge }: Ask): Found | null {
  if (!knowledge.cues.has('both-apps', document.twin.slice(sentence.start, sentence.end))) return null;
  return recalled([...new Set([...discourse.hosts.ids, ...discourse.earlierHosts.ids])].slice(0, 2));
}

/** In a short verdict of a tester the app that is named is what was tried, unless links are sent in it. */
const isTried = (id: string, { draft, discourse, knowledge }: Ask): boolean =>
  draft.topical && discourse.trying && !isTryingPlace(id, knowledge) && !discourse.places.has(id);

/** Where links are sent, and what acts in other apps: tests are made in these. */
const isTryingPlace = (id: string, { traitOf }: Ask['knowledge']): boolean =>
  traitOf.has(id) && traitOf.get(id) !== 'platform';

/** A name and its verdict are no longer, in units of the encoded sentence. */
const VERDICT = 5;

/** «知乎照旧，豆瓣照旧，小红书打不开了»: each clause has the next thing at its head, and none is the place of another. */
function isBeside(token: Token, { draft, sentence, knowledge }: Ask): boolean {
  const own = sentence.segments[draft.segment];
  const head = own?.tokens[0];
  const isHead =
    head !== undefined && head.at === own?.from && head.ids.some((id) => draft.objects.includes(id));
  const isMessenger = token.ids.some((id) => knowledge.traitOf.get(id) === 'messenger');
  return (
    isHead && !isMessenger && sentence.segments.some((s) => s.from === token.at && s.to - s.from <= VERDICT)
  );
}

function namedInSentence(ask: Ask): Found | null {
  const { earlier, draft, discourse, knowledge } = ask;
  if (draft.scenes.includes('search') && knowledge.cues.has('searched', ask.sentence.encoded)) return null;
  const clause = ask.sentence.segments[draft.segment]?.clause;
  const bare = lastIn(
    earlier,
    (t) =>
      isBareApp(t) &&
      !t.ids.some((id) => draft.objects.includes(id) || onlyThing(id, discourse) || isTried(id, ask)) &&
      !(draft.frame === 'login' && isAccount(t, ask)) &&
      !isBeside(t, ask),
    clause,
  );
  const standsForThing = draft.objects.length === 0 && draft.frame === 'use' && inMind(ask).length > 0;
  return bare === null || standsForThing || siblings(bare.ids, draft.objects, knowledge) ? null : bare;
}

/** «商家在笔记里挂上的商品卡»: what only one app calls by that name stands in it, where the paragraph or the title has named it. */
function ofPart({ sentence, draft, discourse, document, knowledge }: Ask): Found | null {
  if (discourse.trying || draft.topical) return null;
  const [id] = [...knowledge.partsOf].find(([, part]) => part.test(sentence.encoded)) ?? [];
  if (id === undefined || draft.objects.includes(id) || onlyThing(id, discourse)) return null;
  if (sentence.tokens.some((t) => t.mark === 'object' && t.ids.includes(id))) return null;
  return document.titleApps.includes(id) || discourse.paragraph.named.has(id) ? recalled([id]) : null;
}

/** The app with which the paragraph opens, as long as nothing in the paragraph has been opened elsewhere. */
function opener({ discourse, sentence, draft, knowledge }: Ask): Found | null {
  const { ids, block } = discourse.opener;
  const messenger = ids.every((id) => knowledge.traitOf.get(id) === 'messenger');
  const fits =
    block === sentence.block &&
    discourse.hosts.block !== sentence.block &&
    (draft.objects.length > 0 || messenger);
  if (!fits || siblings(ids, draft.objects, knowledge)) return null;
  return ids.some((id) => draft.objects.includes(id) || onlyThing(id, discourse)) ? null : recalled(ids);
}

function remembered(ask: Ask): Found | null {
  if (isPast(ask, ask.discourse.hosts)) return null;
  return isNextStation(ask) ? null : recalled(inMind(ask));
}

/** What a platform lets in or shuts out does not reach over a paragraph; where a tester opens things does. */
const isPast = ({ draft, sentence }: Ask, { block }: Remembered): boolean =>
  draft.frame === 'act' && block !== sentence.block;

/** «轮到得物，刚打开就弹出…»: a tour through apps has come to the next, so none of those before is the place. */
const isNextStation = ({ sentence, discourse, knowledge }: Ask): boolean =>
  knowledge.cues.startOf('next-station', sentence.encoded) > 0 &&
  discourse.hosts.ids.every((id) => !isTryingPlace(id, knowledge));

function inMind({ discourse, sentence, draft }: Ask): readonly string[] {
  const { principal } = discourse;
  const newBlock = discourse.trying && discourse.hosts.block !== sentence.block;
  if (newBlock && principal !== null && isTold(principal, discourse) && !draft.objects.includes(principal))
    return [principal];
  return near(discourse.hosts, sentence, discourse) ? discourse.hosts.ids : [];
}

/** What the article is mostly about is in mind before it is named only where no other messenger has been. */
const isTold = (id: string, { named, messenger }: Ask['discourse']): boolean =>
  named.has(id) || messenger.ids.length === 0;

function speaker(ask: Ask): Found | null {
  const { draft, sentence, discourse, knowledge } = ask;
  const own = sentence.speeches.find((s) => s.firstSegment <= draft.segment && s.entity !== null)?.entity;
  const before = discourse.speech?.block === sentence.block ? discourse.speech.speech.entity : null;
  const id = own ?? discourse.notice?.speech.entity ?? before ?? null;
  if (id === null || knowledge.typeOf.get(id) === 'regulator' || siblings([id], draft.objects, knowledge))
    return null;
  return recalled([ownedApp(id, ask) ?? id]);
}

/** A company that speaks of one of its apps means that app. */
function ownedApp(company: string, { sentence, discourse, knowledge }: Ask): string | null {
  if (knowledge.typeOf.get(company) !== 'company') return null;
  const named = [...sentence.tokens.flatMap((t) => t.ids), ...discourse.hosts.ids, ...discourse.shops.ids];
  return (
    named.find((id) => knowledge.ownerOf.get(id) === company && knowledge.typeOf.get(id) === 'app') ?? null
  );
}

function actor(ask: Ask): Found | null {
  const { draft, sentence, discourse, knowledge } = ask;
  const { ids } = discourse.shops;
  const beside = sentence.tokens.some((t) => t.ids.some((id) => ids.includes(id)) && isBeside(t, ask));
  if (beside || isPast(ask, discourse.shops) || isNextStation(ask) || ids.some((id) => isTried(id, ask)))
    return null;
  const single = ids.length === 1 && near(discourse.shops, sentence, discourse);
  return single && !siblings(ids, draft.objects, knowledge) ? recalled(ids) : null;
}

/** The one messenger of an article: there its links are sent and clicked. */
function stage({ draft, discourse, sentence, document, knowledge }: Ask): Found | null {
  const id = stageAt(discourse.stage, sentence);
  const fits =
    discourse.trying ||
    isLive(sentence, discourse) ||
    (draft.objects.length > 0 && knowledge.cues.has('opens-it', sentence.encoded));
  return id !== null && fits && !draft.objects.includes(id) && !inBrowser(sentence, document, knowledge.cues)
    ? recalled([id])
    : null;
}

/** Whether the sentence opens its things in a browser, which is no messenger. */
const inBrowser = ({ start, end }: Sentence, { twin }: Document, cues: Cues): boolean =>
  cues.has('in-browser', twin.slice(start, end));
