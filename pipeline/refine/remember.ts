import type { Draft, Knowledge, Segment, Sentence, Token } from '../types.ts';
import { type Discourse, NOTHING, type Remembered } from './discourse.ts';
import { isCode, showsAnybodys } from './fill-scan.ts';
import { idsOf } from './look.ts';
import { layOut } from './table.ts';

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
  knowledge: Knowledge,
): void {
  const { tokens } = segment;
  if (SENDS_ANOTHER.test(segment.encoded)) {
    discourse.things = NOTHING;
    discourse.tried = NOTHING;
  }
  layOut(discourse, segment, sentence, knowledge);
  if (GOES_ROUND.test(segment.encoded)) discourse.roundIn = sentence.block;
  for (const t of tokens) if (t.class === 'app') for (const id of t.ids) discourse.named.add(id);
  if (tokens.length > 0) rememberTried(discourse, tokens, sentence, knowledge);
  if (tokens.length > 0) rememberActors(discourse, tokens, sentence);
  const station = sentence.block === discourse.openedBlock ? null : stationOf(sentence);
  if (station !== null) setHosts(discourse, kept(station, sentence));
  if (tokens.length > 0) rememberPlaces(discourse, tokens, sentence);
  if (discourse.lastClaim.sentence !== sentence.index)
    discourse.topic = topicOf(segment, discourse.topic) ?? discourse.topic;
  rememberOpener(discourse, sentence);
  if (tokens.length > 0) rememberShops(discourse, tokens, sentence);
  const code = tokens.findLast((t) => isCode(t, sentence));
  if (code !== undefined) discourse.code = kept(code.ids, sentence);
  else if (showsAnybodys(segment)) discourse.code = NOTHING;
}

const kept = (ids: readonly string[], { block, index }: Sentence): Remembered => ({
  ids,
  block,
  sentence: index,
});

const isParty = (t: Token): boolean => t.class === 'app' || t.class === 'group';
const isHost = (t: Token): boolean => t.mark === 'host' || t.mark === 'destination' || t.mark === 'agent';

/** What was tried, and the app, no messenger, from which it may be sent on. */
function rememberTried(
  discourse: Discourse,
  tokens: readonly Token[],
  sentence: Sentence,
  { traitOf }: Knowledge,
): void {
  const isMessenger = (id: string): boolean => traitOf.get(id) === 'messenger';
  const tried = tokens
    .filter((t) => isParty(t) && (t.mark === 'object' || t.mark === 'bare'))
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
function rememberPlaces(discourse: Discourse, tokens: readonly Token[], sentence: Sentence): void {
  const hosts = tokens.filter((t) => isParty(t) && isHost(t) && !isSide(t, sentence, discourse));
  hosts.push(...tokens.filter((t) => t.class === 'payment' && isHost(t)));
  if (hosts.length > 0) setHosts(discourse, kept(idsOf(hosts), sentence));
  const things = tokens.filter((t, i) => t.mark === 'object' && (isParty(t) || isOpenLink(t, tokens[i - 1])));
  if (things.length > 0) discourse.things = kept(idsOf(things), sentence);
  const scenes = tokens.filter(
    (t) => t.class === 'scene' && t.mark !== 'speaker' && t.ids.some((id) => CARRIED_SCENES.has(id)),
  );
  if (scenes.length > 0 && !isForm(scenes, discourse.scenes, sentence)) {
    discourse.scenes = kept(idsOf(scenes), sentence);
    discourse.sceneHosts = scenes.some((t) => t.ids.includes('moments')) ? ['wechat'] : discourse.hosts.ids;
  }
}

/** «往群里发链接。…弹小程序»: the form in which something comes is no other scene than the chat that it comes to. */
const isForm = (scenes: readonly Token[], { ids, block }: Remembered, sentence: Sentence): boolean =>
  scenes.every((t) => t.ids.every((id) => id === 'mini-program')) &&
  ((block === sentence.block && ids.some((id) => CHATS.has(id))) ||
    scenes.some(({ at }) => COMES_AS.test(sentence.encoded.slice(0, at))));
const COMES_AS = /(?:是|弹|弹出|跳出|变成|成)(?:了|个|的是|一个)?$/;
const CHATS: ReadonlySet<string> = new Set(['private-chat', 'group-chat', 'moments']);

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
  const opening = sentence.tokens.find((t) => t.class === 'app');
  const opens = opening !== undefined && opening.at <= 8 && opening.ids.length === 1;
  if (opens && opening.mark === 'bare') discourse.opener = kept(opening.ids, sentence);
}

/** Who sells, and how one pays there. */
function rememberShops(discourse: Discourse, tokens: readonly Token[], sentence: Sentence): void {
  const payments = tokens.filter((t) => t.class === 'payment');
  if (payments.length > 0) discourse.payments = kept(idsOf(payments), sentence);
  const shop = tokens.findLast(
    (t) => isParty(t) && t.mark !== 'speaker' && (t.mark !== 'object' || isEntered(t, sentence)),
  );
  if (shop !== undefined) discourse.shops = kept(unique(shop.ids), sentence);
}

/** «打开饿了么点了份盖饭»: who opens an app, and no link, may buy there. */
const isEntered = ({ at }: Token, { encoded }: Sentence): boolean =>
  /(?:打开|点开|进入?|逛|换成|换到|轮到|切到|去)(?:了)?$/.test(encoded.slice(0, at)) &&
  !/^(?:的|链接|网址|外链|商品|视频|页面|文章|口令|分享|小程序)/.test(encoded.slice(at + 1));

/** «第二站是飞书。», «然后是微信本身。», «知乎最有意思。»: a round of apps has come to the next, in which the paragraph tries its things. */
const STATION =
  /^(?:(?:头一|第[一二三四五六七八九十]|下一|最后一|再下一)站(?:轮到|来到|到了|到|是)?，?|(?:再|然后|接着|接下来|最后)(?:一个)?(?:轮到|是))\ue000(?:本身|这边)?[，。：]|^(?:但|不过|倒是|反倒是)?\ue000(?:呢|这边|那边)?(?:倒|也|则|才|又|就|是|算)*(?:最|更|比较|挺|特别|顶)[^，。；]{1,6}[。！]?$/;

/** The app that a paragraph has come to, where it says so before all else. */
function stationOf(sentence: Sentence): readonly string[] | null {
  const app = sentence.tokens.find((t) => t.class === 'app');
  return app !== undefined && STATION.test(sentence.encoded) ? app.ids : null;
}

/** «把这篇草稿发到…»: something of nobody's, so what was tried before is out of mind. */
const SENDS_ANOTHER =
  /把[^，]{0,6}(?:草稿|照片|截图|简历|图片|表格|名片|定位)[^，]{0,4}(?:发|转|传|丢|扔|贴)/;

/** «看别人收不收微博的链接», «看看各家认不认豆瓣的网址». */
const GOES_ROUND =
  /(?:别人|别家|别的App|各家|人家|大家|其他(?:平台|家|App))[^，]{0,4}(?:收不收|认不认|让不让|放不放|接不接|给不给|拦不拦|愿不愿意?|肯不肯)[^，]{0,4}\ue000[^，]{0,3}(?:链接|网址|内容|视频|文章)/;

/** What a segment that sets something up is about: links that are sent and clicked, or paying. */
function topicOf(segment: Segment, topic: Discourse['topic']): Discourse['topic'] {
  if (SIGNS_IN.test(segment.encoded)) return 'login';
  if (OPENS_LINKS.test(segment.encoded)) return 'access';
  return PAYS.test(segment.encoded) && topic !== 'code-interop' ? 'acceptance' : null;
}

const SIGNS_IN = /登[录入]|登陆/;
const OPENS_LINKS =
  /链接|网址|外链|分享|转发|[点打]不?得?开|[丢扔甩贴发转](?:了|过)?(?:[一几两]?[条篇]|到|进|给|过去)|测链接/;
const PAYS = /付款|支付方式|收银台|结账|结算|付钱|买单|付账/;

/** Scenes of one thing that was found or that came in a form of its own. */
const OF_ONE: ReadonlySet<string> = new Set(['search', 'mini-program']);

/** Takes note of the roles that a claim was given. */
export function rememberClaim(discourse: Discourse, draft: Draft, sentence: Sentence): void {
  if (draft.relation === 'access' || draft.relation === 'acceptance' || draft.relation === 'code-interop') {
    discourse.topic = draft.frame === 'login' ? 'login' : draft.relation;
  }
  discourse.last = draft;
  discourse.lastClaim = { sentence: sentence.index, segment: draft.segment };
  if (draft.frame === 'scans') {
    discourse.scanner = kept(draft.subjects, sentence);
    discourse.code = kept(draft.objects, sentence);
  }
  if (draft.relation === 'code-interop')
    discourse.wallets = kept([...draft.subjects, ...draft.objects], sentence);
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
    if (draft.objects.length > 0) discourse.payments = kept(draft.objects, sentence);
  }
}

function setHosts(discourse: Discourse, hosts: Remembered): void {
  if (hosts.ids.join() !== discourse.hosts.ids.join()) discourse.earlierHosts = discourse.hosts;
  discourse.hosts = hosts;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
