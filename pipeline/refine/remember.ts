import type { Cues, Document, Draft, Knowledge, Segment, Sentence, Token } from '../types.ts';
import { type Discourse, kept, NOTHING, type Remembered, type Turn } from './discourse.ts';
import { isCode, showsAnybodys } from './fill-scan.ts';
import { idsOf, isAppLike, isThingOf, messengerIn } from './look.ts';
import { isBackground, rememberShops } from './remember-shops.ts';
import { layOut } from './table.ts';
import { rememberScan } from './till.ts';
import { isPlaceLabel, setOut } from './tour.ts';

/** Scenes that hold on until another is named; a share button or a login is over with its clause. */
const CARRIED_SCENES = new Set([
  'private-chat',
  'group-chat',
  'moments',
  'official-account',
  'livestream',
  'search',
  'mini-program',
]);

/** Takes note of what a segment named, after its drafts were filled. */
export function remember(
  discourse: Discourse,
  segment: Segment,
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
): void {
  const { tokens } = segment;
  const { cues } = knowledge;
  if (cues.has('sends-another', segment.encoded)) {
    discourse.things = NOTHING;
    discourse.tried = NOTHING;
  }
  layOut(discourse, segment, sentence, knowledge);
  for (const t of tokens) if (t.class === 'app') for (const id of t.ids) discourse.named.add(id);
  const turn = discourse.turn?.sentence === sentence.index ? discourse.turn : null;
  if (tokens.length > 0 && turn?.isPlace !== true) rememberTried(discourse, tokens, sentence, knowledge);
  if (tokens.length > 0) rememberActors(discourse, tokens, sentence);
  const station =
    turn !== null || sentence.block === discourse.openedBlock ? null : stationOf(sentence, cues);
  if (station !== null) setHosts(discourse, kept(station, sentence));
  if (station?.every(messengerIn(knowledge)) === true) discourse.handled = sentence.index;
  if (turn !== null) rememberTurn(discourse, turn, sentence);
  else if (tokens.length > 0) rememberPlaces(discourse, tokens, sentence, knowledge);
  setOut(discourse, segment, sentence, knowledge);
  if (discourse.lastClaim.sentence !== sentence.index)
    discourse.topic = topicOf(segment, discourse.topic, cues) ?? discourse.topic;
  rememberOpener(discourse, sentence);
  if (cues.has('turns-to-paying', sentence.encoded)) discourse.shops = NOTHING;
  if (tokens.length > 0) rememberShops(discourse, tokens, sentence, document, knowledge);
  rememberScan(discourse, segment, sentence, knowledge);
  const code = tokens.findLast((t) => isCode(t, sentence, cues));
  if (code !== undefined) discourse.code = kept(code.ids, sentence);
  else if (showsAnybodys(segment, cues)) discourse.code = NOTHING;
}

/** The next place of a tour is the place, the next thing the thing; a scene stays behind unless it is named again. */
function rememberTurn(discourse: Discourse, turn: Turn, sentence: Sentence): void {
  const opens = discourse.openedBlock !== sentence.block;
  if (turn.isPlace) {
    setHosts(discourse, kept(turn.ids, sentence));
    discourse.handled = sentence.index;
  } else discourse.things = kept(turn.ids, sentence);
  if (turn.scenes.length > 0) discourse.scenes = kept(turn.scenes, sentence);
  else if (turn.isPlace || opens) discourse.scenes = NOTHING;
  discourse.sceneHosts = turn.isPlace ? turn.ids : discourse.sceneHosts;
  discourse.headed = turn.scenes.length > 0 ? discourse.scenes : NOTHING;
}

const isHost = (t: Token): boolean => t.mark === 'host' || t.mark === 'destination' || t.mark === 'agent';

/** What was tried, and the app, no messenger, from which it may be sent on. */
function rememberTried(
  discourse: Discourse,
  tokens: readonly Token[],
  sentence: Sentence,
  knowledge: Knowledge,
): void {
  const isMessenger = messengerIn(knowledge);
  const tried = tokens
    .filter((t) => isAppLike(t) && (t.mark === 'object' || t.mark === 'bare'))
    .flatMap((t) => t.ids.filter((id) => !isMessenger(id)));
  if (tried.length > 0) {
    const before = discourse.trying || discourse.tried.block === sentence.block ? discourse.tried.ids : [];
    discourse.tried = kept(unique([...before.filter((id) => !tried.includes(id)), ...tried]), sentence);
  }
  const sources = tokens.filter((t) => t.class === 'app' && t.mark === 'host' && !t.ids.some(isMessenger));
  if (sources.length > 0) discourse.source = kept(idsOf(sources), sentence);
}

/** Who supervises, and whom. */
function rememberActors(discourse: Discourse, tokens: readonly Token[], sentence: Sentence): void {
  const authority = tokens.find((t) => t.class === 'regulator');
  if (authority !== undefined && discourse.authority.sentence !== sentence.index)
    discourse.authority = kept(authority.ids.slice(0, 1), sentence);
  const listed = tokens.find((t) => (t.class === 'app' || t.class === 'company') && t.ids.length > 1);
  if (listed !== undefined) discourse.listed = kept(listed.ids, sentence);
}

/** Where things are opened, what is, and in which scene. */
function rememberPlaces(
  discourse: Discourse,
  tokens: readonly Token[],
  sentence: Sentence,
  knowledge: Knowledge,
): void {
  const { cues } = knowledge;
  const isLabel = (t: Token): boolean => isPlaceLabel(t, sentence, discourse, knowledge);
  const opened = openedIn(sentence, discourse);
  const hosts = tokens.filter(
    (t) =>
      isAppLike(t) &&
      !t.ids.every((id) => opened.includes(id)) &&
      (isHost(t) || isLabel(t)) &&
      !isSide(t, sentence, discourse) &&
      !isThingOf(sentence, t) &&
      !isJustOpened(t, sentence, discourse),
  );
  hosts.push(
    ...tokens.filter(
      (t) => t.class === 'payment' && isHost(t) && t.ids.some((id) => OPENS.has(id)) && !isRow(t, sentence),
    ),
  );
  const rooms = hosts.length > 0 ? hosts : roomsSetUp(tokens, sentence, knowledge);
  if (rooms.length > 0) setHosts(discourse, kept(idsOf(rooms), sentence));
  if (rooms.length > hosts.length) discourse.handled = sentence.index;
  const things = tokens.filter(
    (t, i) => t.mark === 'object' && !isLabel(t) && (isAppLike(t) || isOpenLink(t, tokens[i - 1])),
  );
  if (things.length > 0) discourse.things = kept(idsOf(things), sentence);
  const scenes = tokens.filter(
    (t, i) =>
      t.class === 'scene' &&
      t.mark !== 'speaker' &&
      t.ids.some((id) => CARRIED_SCENES.has(id)) &&
      !isItsOwn(t, tokens[i - 1]),
  );
  if (scenes.length > 0 && !isForm(scenes, discourse.scenes, sentence, cues)) {
    discourse.scenes = kept(idsOf(scenes), sentence);
    if (hosts.length === 0 && scenes.some((t) => isSentToMoments(t, sentence)))
      setHosts(discourse, kept(['wechat'], sentence));
    discourse.sceneHosts = scenes.some((t) => t.ids.includes('moments'))
      ? ['wechat']
      : hereIn(discourse, sentence);
    discourse.sceneOfThing = discourse.things.block === sentence.block;
    if (cues.has('scene-heads', sentence.encoded)) discourse.headed = discourse.scenes;
  }
}

/** «快手停掉了淘宝直播间的商品»: what a claim of the sentence has as the thing is no place, whatever stands behind its name. */
const openedIn = ({ index }: Sentence, { last, lastClaim }: Discourse): readonly string[] =>
  last?.relation === 'access' && last.frame !== 'login' && lastClaim.sentence === index
    ? last.objects.filter((id) => !last.subjects.includes(id))
    : [];

/** «一起发到朋友圈»: what is sent there is in 微信 from then on. */
const isSentToMoments = ({ ids, at }: Token, { encoded }: Sentence): boolean =>
  ids.includes('moments') && /(?:[发丢转贴甩扔传晒]|分享)[^，。；]{0,3}$/.test(encoded.slice(0, at));

/** «在支付宝下面那一行»: where it stands in a list, and nothing that one is in. */
const isRow = ({ at }: Token, { encoded }: Sentence): boolean =>
  /^的?(?:[下上后前][面边方]|底下|旁边)/.test(encoded.slice(at + 1));

/** The ways to pay that are apps in which things are opened. */
const OPENS: ReadonlySet<string> = new Set(['alipay', 'wechat-pay', 'unionpay-quickpass', 'digital-rmb']);

/** «跳进小红书的小程序»: the form that an app's own thing has is no scene for what comes next. */
const isItsOwn = (scene: Token, before: Token | undefined): boolean =>
  scene.ids.every((id) => id === 'mini-program') && before?.mark === 'object' && scene.at - before.at <= 2;

/** The places of the paragraph so far; none yet where an article that tries things begins a new one. */
const hereIn = ({ hosts, trying }: Discourse, { block }: Sentence): readonly string[] =>
  trying && hosts.block !== block ? [] : hosts.ids;

/** «往群里发链接。…弹小程序»: the form in which something comes is no other scene than the chat, or the article, that it comes to. */
const isForm = (
  scenes: readonly Token[],
  { ids, block }: Remembered,
  sentence: Sentence,
  cues: Cues,
): boolean =>
  scenes.every((t) => t.ids.every((id) => id === 'mini-program')) &&
  ((block === sentence.block && ids.some((id) => CHATS.has(id))) ||
    scenes.some(({ at }) => cues.endOf('comes-as', sentence.encoded.slice(0, at)) > 0));
const CHATS: ReadonlySet<string> = new Set(['private-chat', 'group-chat', 'moments', 'official-account']);

/** «点一下，手机就切到了淘宝»: what the sentence has just been told to open is no place for what comes next. */
const isJustOpened = ({ ids, mark }: Token, { index }: Sentence, { last, lastClaim }: Discourse): boolean =>
  mark === 'destination' &&
  last?.relation === 'access' &&
  lastClaim.sentence === index &&
  ids.every((id) => last.objects.includes(id));

/** «淘宝那头跳出来一行小字», while things are sent in a messenger: the side of what was sent. */
const isSide = ({ at, ids }: Token, { encoded }: Sentence, { trying, messenger }: Discourse): boolean =>
  trying &&
  messenger.ids.length > 0 &&
  !ids.some((id) => messenger.ids.includes(id)) &&
  /^[这那]一?头/.test(encoded.slice(at + 1));

/** A class of links that is not an app's: «淘宝、京东等外链» are those of 淘宝 and 京东. */
const isOpenLink = (t: Token, before: Token | undefined): boolean =>
  t.class === 'link-class' && !(before?.class === 'app' && before.at === t.at - 1);

/** The app with which the block opens. */
function rememberOpener(discourse: Discourse, sentence: Sentence): void {
  if (sentence.block === discourse.openedBlock) return;
  discourse.openedBlock = sentence.block;
  const apps = sentence.tokens.filter((t) => t.class === 'app');
  // «与微信同属一家公司的QQ»: what another is held against only leads to it.
  const leads = sentence.speeches.length === 0 && apps[0]?.mark === 'speaker' ? 1 : 0;
  const opening = apps[leads];
  const opens = opening !== undefined && opening.at <= 8 + 4 * leads && opening.ids.length === 1;
  if (opens && opening.mark === 'bare') discourse.opener = kept(opening.ids, sentence);
}

/** «钉钉更新以后，我挨个试链接», «地点是钉钉»: the messenger in which a sentence sets up what is tried. */
function roomsSetUp(tokens: readonly Token[], { encoded }: Sentence, knowledge: Knowledge): Token[] {
  const isMessenger = messengerIn(knowledge);
  const rooms = tokens.filter((t) => t.class === 'app' && t.mark !== 'object' && t.ids.every(isMessenger));
  return rooms.length > 0 && knowledge.cues.has('sets-up-there', encoded) ? rooms : [];
}

/** The app that a paragraph has come to, where it says so before all else. */
function stationOf(sentence: Sentence, cues: Cues): readonly string[] | null {
  const app = sentence.tokens.find((t) => t.class === 'app');
  return app !== undefined && cues.has('station', sentence.encoded) ? app.ids : null;
}

/** What a segment that sets something up is about: links that are sent and clicked, or paying. */
function topicOf(segment: Segment, topic: Discourse['topic'], cues: Cues): Discourse['topic'] {
  if (cues.has('signs-in', segment.encoded)) return 'login';
  if (cues.has('opens-links', segment.encoded)) return 'access';
  return (cues.has('pays', segment.encoded) || cues.has('pays-by', segment.encoded)) &&
    topic !== 'code-interop'
    ? 'acceptance'
    : null;
}

/** Scenes of one thing that was found or that came in a form of its own. */
const OF_ONE: ReadonlySet<string> = new Set(['search', 'mini-program']);

/** Takes note of the roles that a claim was given. */
export function rememberClaim(
  discourse: Discourse,
  draft: Draft,
  sentence: Sentence,
  document: Document,
): void {
  if (draft.relation === 'access' || draft.relation === 'acceptance' || draft.relation === 'code-interop') {
    discourse.topic = draft.frame === 'login' ? 'login' : draft.relation;
  }
  const isInstead = standsIn(draft, sentence, discourse);
  discourse.last = draft;
  discourse.lastClaim = { sentence: sentence.index, segment: draft.segment };
  if (draft.frame === 'scans') {
    discourse.scanner = kept(draft.subjects, sentence);
    discourse.code = kept(draft.objects, sentence);
  }
  if (draft.relation === 'code-interop')
    discourse.wallets = kept([...draft.subjects, ...draft.objects], sentence);
  if (draft.frame === 'wallets') discourse.scans = [];
  if (draft.relation === 'access') {
    if (draft.subjects.length > 0) setHosts(discourse, kept(draft.subjects, sentence));
    if (draft.objects.length > 0) discourse.things = kept(draft.objects, sentence);
    for (const id of draft.subjects) discourse.places.add(id);
    for (const id of draft.objects) discourse.objects.add(id);
    const scenes = draft.scenes.filter((id) => CARRIED_SCENES.has(id) && !OF_ONE.has(id));
    if (scenes.length > 0) {
      discourse.scenes = kept(scenes, sentence);
      discourse.sceneHosts = draft.subjects;
    }
  }
  if (draft.relation === 'acceptance') {
    if (draft.subjects.length > 0) discourse.shops = kept(draft.subjects, sentence);
    if (draft.objects.length > 0 && !isInstead && !isBackground(sentence, discourse.payments, document))
      discourse.payments = kept(draft.objects, sentence);
  }
}

/** «没有支付宝，能选的是微信支付和银行卡»: of what stands in for the one that is looked for nothing more is told. */
const standsIn = (draft: Draft, sentence: Sentence, { last, lastClaim, payments }: Discourse): boolean =>
  draft.relation === 'acceptance' &&
  last?.relation === 'acceptance' &&
  lastClaim.sentence === sentence.index &&
  last.status === 'closed' &&
  draft.status === 'open' &&
  last.subjects.join() === draft.subjects.join() &&
  last.objects.join() === payments.ids.join();

function setHosts(discourse: Discourse, hosts: Remembered): void {
  if (hosts.ids.join() !== discourse.hosts.ids.join()) discourse.earlierHosts = discourse.hosts;
  discourse.hosts = hosts;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
