import { LETTER, type Segment, type Sentence, type Token } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import type { Discourse } from './discourse.ts';
import { byParty, isGuestApp, isPlace, lastIn } from './look.ts';
import { stageAt } from './stage.ts';
import { answersIn, isHandled, isLive } from './table.ts';
import { comesTo, holdsOnTour } from './tour.ts';
import { tellsOfTrying } from './trial.ts';

/** How many sentences a scene holds on for while an article tries things. */
const REACH = 4;
/** A verdict on its own, in units of the encoded sentence. */
const SHORT = 20;
/** Scenes that say nothing of where a link opens. */
const ELSEWHERE = new Set(['login', 'offline-code', 'online-checkout', 'top-up']);

/** The scenes of a draft: its own, else what is found for it, where no till is. */
export const findScenes = (ask: Ask): readonly string[] =>
  ask.draft.scenes.length > 0 ? ask.draft.scenes : scenesBefore(ask).filter((id) => !TILLS.has(id));
/** Where one pays, nothing is opened; one has to be named right there. */
const TILLS = new Set(['online-checkout', 'top-up']);

/** The scenes of the sentence, of the section, or those that a test is still in. */
function scenesBefore(ask: Ask): readonly string[] {
  const { draft, sentence, discourse, knowledge } = ask;
  if (!isLiveCart(ask) && knowledge.cues.has('other-place', sentence.segments[draft.segment]?.encoded ?? ''))
    return [];
  const turns =
    knowledge.cues.startOf('turns-elsewhere', sentence.segments[draft.segment]?.encoded ?? '') > 0;
  const found = turns
    ? null
    : lastIn(ask.earlier.slice(ownClauseFrom(ask)), (t) => t.class === 'scene' && t.mark !== 'speaker');
  const { lastClaim } = discourse;
  const spokenFor =
    lastClaim.sentence === sentence.index &&
    found !== null &&
    inEarlier(ask, found.segment) <= lastClaim.segment;
  if (draft.subjects.length > 0 && spokenFor) return [];
  const named = found?.ids.filter((id) => !ELSEWHERE.has(id)) ?? [];
  const far = found !== null && isOtherClause(ask, found.segment);
  if (far && found !== null && isOfOtherThing(ask, inEarlier(ask, found.segment))) return [];
  const places = named.filter((id) => !(far && OF_ONE.has(id)) && (named.length === 1 || !OF_ONE.has(id)));
  if (places.length > 0) return places;
  if (isOfHit(ask)) return ['search'];
  if (isInArticle(ask)) return ['official-account'];
  if (isSearching(ask)) return ['search'];
  if (draft.frame === 'use' && named.length === 0 && knowledge.cues.has('taps-share', sentence.encoded))
    return ['share'];
  if (discourse.section.scenes.length > 0) return discourse.section.scenes;
  if (isHeaded(ask) && !saysEverywhere(ask)) return discourse.scenes.ids;
  if (
    turns ||
    knowledge.cues.startOf('turns-elsewhere', sentence.encoded) > 0 ||
    ownClauseFrom(ask) > 0 ||
    saysEverywhere(ask)
  )
    return [];
  return goesOn(ask) && !isOfBoth(ask) ? discourse.scenes.ids : [];
}

/** «单聊也好、群里也好，一点就开。抖音的放得出来»: two rooms at once were told of one thing, and not of the next. */
const isOfBoth = ({ draft, sentence, discourse: { scenes, last }, knowledge }: Ask): boolean =>
  scenes.ids.length > 1 &&
  scenes.sentence < sentence.index &&
  sentence.tokens.some((t) =>
    t.ids.every((id) => isGuestApp(id, knowledge) && !last?.objects.includes(id)),
  ) &&
  draft.frame === 'use';

/** «我有三个公众号。文章里可以插入京东的商品»: in what an official account of the paragraph carries. */
const isInArticle = ({ sentence, discourse: { scenes } }: Ask): boolean =>
  scenes.ids.includes('official-account') &&
  sentence.index - scenes.sentence <= REACH &&
  (sentence.encoded.includes('文章') || sentence.encoded.includes('菜单'));

/** «（先是微信的搜一搜。）小红书的笔记排在第二条»: the text has come to a search. */
export const isInSearch = ({ sentence: { index }, discourse: { scenes, last, lastClaim } }: Ask): boolean =>
  (scenes.ids.includes('search') && index - scenes.sentence <= 2 * REACH) ||
  (last?.scenes.includes('search') === true && index - lastClaim.sentence <= REACH);

/** «小红书的笔记排在第二条，点开就是图文»: what was found a clause before. */
const isOfHit = ({ draft, sentence, discourse: { last, lastClaim } }: Ask): boolean =>
  draft.frame === 'use' &&
  draft.subjects.length + draft.objects.length === 0 &&
  last?.scenes.join() === 'search' &&
  lastClaim.sentence === sentence.index;

/** «直播间里，购物车可以挂京东的商品»: the cart of a live room is in it. */
const isLiveCart = ({ draft, earlier, sentence }: Ask): boolean =>
  sentence.segments[draft.segment]?.encoded.startsWith('购物车') === true &&
  earlier.some((s) => s.tokens.some((t) => t.class === 'scene' && t.ids.includes('livestream')));

/** «哪儿都是一点就进»: of no scene in particular. */
const saysEverywhere = ({ draft, sentence, knowledge }: Ask): boolean =>
  knowledge.cues.has('everywhere', sentence.segments[draft.segment]?.encoded ?? '');

/** «第二步，小程序。…»: the scene by which the paragraph is headed, until another is named. */
const isHeaded = ({ draft, sentence, discourse: { headed, scenes } }: Ask): boolean =>
  headed.block === sentence.block &&
  headed.sentence === scenes.sentence &&
  draft.frame !== 'act' &&
  !speaksOfficially(sentence, draft.segment);

/** Scenes that tell the form in which one thing comes, and nothing of the next: «甲是小程序卡片；乙弹了个提示». */
const OF_ONE = new Set(['mini-program', 'share']);

/** «淘宝，群里要看运气；抖音，要先过一个确认页»: a scene that was told of the thing before, where the clause begins with another. */
function isOfOtherThing({ draft, sentence, knowledge }: Ask, at: number): boolean {
  const headOf = (clause: number | undefined): Token | undefined => {
    const first = sentence.segments.find((s) => s.clause === clause);
    const [head] = first?.tokens ?? [];
    const isTopic = head?.class === 'app' && sentence.encoded.charAt(head.at + 1) === '，';
    return isTopic && head.ids.every((id) => isGuestApp(id, knowledge)) ? head : undefined;
  };
  const [before, own] = [
    headOf(sentence.segments[at]?.clause),
    headOf(sentence.segments[draft.segment]?.clause),
  ];
  const scene = sentence.segments[at]?.tokens.find((t) => t.class === 'scene');
  return before !== undefined && own !== undefined && scene !== undefined && before.at < scene.at;
}

function isOtherClause(ask: Ask, index: number): boolean {
  const clauseOf = (i: number): number | undefined => ask.sentence.segments[i]?.clause;
  return clauseOf(inEarlier(ask, index)) !== clauseOf(ask.draft.segment);
}

/** «在某App里搜“口红”，跳出来的都能直达»: what somebody has just searched for is found by a search. */
const isSearching = ({ draft, sentence, earlier, knowledge }: Ask): boolean => {
  const clause = sentence.segments[draft.segment]?.clause;
  return (
    draft.frame === 'use' &&
    earlier.some((s) => s.clause === clause && knowledge.cues.has('searches', s.encoded))
  );
};

const inEarlier = (ask: Ask, index: number): number => index + ownClauseFrom(ask);

/** Whether the scene is in another place than the one that the draft was given. */
export function isElsewhere(ask: Ask, { ids: places, segment }: Found): boolean {
  const { draft, discourse } = ask;
  if (draft.scenes.length > 0 || discourse.section.scenes.length > 0 || sceneInSentence(ask, segment))
    return false;
  const holds = holdsOnTour(discourse.scenes.sentence, places, ask);
  if (holds !== null) return !holds;
  if (isOfOtherStop(ask, places)) return true;
  if (isHeaded(ask)) return false;
  const { sceneHosts } = discourse;
  const stage = stageAt(discourse.stage, ask.sentence);
  const hosts = sceneHosts.length > 0 || stage === null ? sceneHosts : [stage];
  if (hosts.length === 0) return !discourse.trying;
  return places.join() !== hosts.join();
}

/** «微信群：能。微博：能。»: on a tour a scene that was named at one stop is not that of the next. */
function isOfOtherStop({ sentence, discourse }: Ask, places: readonly string[]): boolean {
  const { tour, scenes, sceneHosts } = discourse;
  if (tour?.isOpen !== true || !comesTo(places, sentence, discourse)) return false;
  return sceneHosts.length > 0 && scenes.sentence > tour.from && places.join() !== sceneHosts.join();
}

/** Whether an earlier clause of the sentence names a scene and no other place comes between. */
function sceneInSentence({ earlier, sentence }: Ask, found: number | null): boolean {
  const scene = lastIn(earlier, (t) => t.class === 'scene')?.segment ?? -1;
  const head = found !== null && sentence.segments[found]?.tokens.every((t) => t.class !== 'scene');
  const place = Math.max(lastIn(earlier, isPlace)?.segment ?? -1, head ? found : -1);
  return scene >= 0 && scene >= place;
}

/** A clause with a head of its own («●商品详情页：不受影响») and a measure of its own take no scene from the clause before. */
function ownClauseFrom({ draft, sentence }: Ask): number {
  const clause = sentence.segments[draft.segment]?.clause ?? 0;
  const head = sentence.segments.findIndex((s) => s.clause === clause);
  const first = sentence.segments[head];
  if (clause === 0 || first === undefined) return 0;
  const headed = sentence.encoded.charAt(first.to) === '：';
  return headed || draft.frame === 'act' || isNextDay(first, sentence) ? head : 0;
}

/** «2日，…群里…；4日，…»: of a list of days each tells of something else. */
const isNextDay = (first: Segment, { segments: [head] }: Sentence): boolean =>
  opensWithDay(first) && head !== undefined && opensWithDay(head);
const opensWithDay = ({ tokens: [head], from }: Segment): boolean =>
  head?.class === 'date' && head.at === from;

/** Whether a test is still in the scene that it was in. */
function goesOn(ask: Ask): boolean {
  const { draft, sentence, discourse, knowledge } = ask;
  if (speaksOfficially(sentence, draft.segment)) return false;
  if (holdsOnTour(discourse.scenes.sentence, draft.subjects, ask) === true) return true;
  if (movedOn(discourse)) return false;
  if (isSetUp(ask)) return true;
  if (draft.frame === 'use' && draft.subjects.length === 0 && answersIn(sentence, discourse, knowledge.cues))
    return true;
  const sameBlock = discourse.scenes.block === sentence.block;
  const justBefore = sameBlock && sentence.index - discourse.scenes.sentence <= 1;
  if (
    justBefore &&
    draft.topical &&
    draft.frame === 'use' &&
    draft.subjects.length + draft.objects.length === 0
  )
    return true;
  if (sameBlock && discourse.test?.block === sentence.block) return true;
  return (
    ((discourse.trying &&
      (sameBlock || !namesNext(ask)) &&
      (sameBlock || tellsOfTrying(sentence, knowledge.cues) || sentence.encoded.length <= SHORT)) ||
      ((draft.topical || (draft.objects.length === 0 && isHandled(sentence, discourse))) &&
        (sameBlock || takesUp(sentence, discourse)) &&
        isLive(sentence, discourse))) &&
    (draft.frame === 'use' || isOnScreen(ask)) &&
    draft.subjects.length === 0 &&
    sentence.index - discourse.scenes.sentence <= REACH &&
    !sentence.tokens.some((t) => t.class === 'date')
  );
}

/** «想在朋友圈里发首歌。» «QQ音乐，按一下就响。»: what the paragraph before has set up, in which nothing was opened yet. */
const isSetUp = ({ draft, sentence, discourse: { scenes, handled, lastClaim } }: Ask): boolean =>
  draft.frame === 'use' &&
  draft.subjects.length === 0 &&
  scenes.block === sentence.block - 1 &&
  handled >= scenes.sentence &&
  lastClaim.sentence < scenes.sentence;

/** «…一起发到朋友圈。» «微视的点开就放…»: a paragraph that begins with what the one before has sent there, or with an exception. */
const takesUp = ({ block, tokens, encoded }: Sentence, { scenes, paragraphBefore }: Discourse): boolean => {
  const justBefore = scenes.block === block - 1 && paragraphBefore.block === scenes.block;
  const head = justBefore ? tokens.find((t) => t.class === 'app') : undefined;
  const isKnown = head?.ids.every((id) => paragraphBefore.named.has(id)) === true;
  return isKnown || (head !== undefined && EXCEPTS.test(encoded));
};

/** «扔给好友。红叹号，“…已停止访问”»: what stands on the screen of somebody who has just sent something. */
const isOnScreen = ({ draft, sentence, discourse }: Ask): boolean =>
  draft.status === 'closed' &&
  draft.subjects.length + draft.objects.length === 0 &&
  isHandled(sentence, discourse);

/** «（群里都打不开。）» «第二个，淘宝的，…»: a new paragraph turns to something else, and to no scene yet; one that goes on with what was sent there does not. */
const namesNext = ({ sentence, discourse, knowledge }: Ask): boolean =>
  discourse.sceneOfThing &&
  discourse.paragraph.block !== discourse.scenes.block &&
  [...discourse.paragraph.named].some(
    (id) => isGuestApp(id, knowledge) && !discourse.paragraphBefore.named.has(id),
  ) &&
  !knowledge.cues.has('both-scenes', sentence.encoded) &&
  !EXCEPTS.test(sentence.encoded);
/** «不过西瓜视频还不行»: what the paragraph before has told of others, of one more. */
const EXCEPTS = new RegExp(`^(?:不过|但是?|可|只有|唯独|唯有|倒是|就是|只是|反而是?)${LETTER.app}`);

/** «换到QQ就…»: another place since the scene was named. */
const movedOn = ({ hosts, scenes, sceneHosts }: Discourse): boolean =>
  sceneHosts.length > 0 && hosts.sentence > scenes.sentence && hosts.ids.join() !== sceneHosts.join();

const speaksOfficially = (sentence: Sentence, segment: number): boolean =>
  sentence.speeches.some((s) => byParty(s) && s.firstSegment <= segment && segment <= s.lastSegment);
