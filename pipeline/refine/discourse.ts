import type { ClaimDate, Document, Draft, Knowledge, Segment, Sentence, Speech } from '../types.ts';
import type { Narrator } from './narrator.ts';

/** What a reader still has in mind when a clause leaves something out. */
export interface Discourse {
  /** Where things were last opened, and what was. */
  hosts: Remembered;
  /** The place before the last one, for «这两款软件». */
  earlierHosts: Remembered;
  things: Remembered;
  scenes: Remembered;
  /** The place that the scenes are in. */
  sceneHosts: readonly string[];
  /** Apps and payments of the last claims about payment. */
  shops: Remembered;
  payments: Remembered;
  /** Apps that were a place, and apps that were a thing, in claims so far. */
  places: Set<string>;
  objects: Set<string>;
  /** The last claim that was made, for «…也一样». */
  last: Draft | null;
  /** The segment of the last claim that was made. */
  lastClaim: { sentence: number; segment: number };
  /** The last two wallets that read each other's codes. */
  wallets: Remembered;
  /** Which of the two the text is about at the moment. */
  topic: 'access' | 'login' | 'acceptance' | 'code-interop' | null;
  /** The app with which the block opens («快手松一些。…»). */
  opener: Remembered;
  openedBlock: number;
  /** The app that most often stands as a place, where one stands out. */
  principal: string | null;
  /** Whether the article tries things out, so that places and scenes hold over paragraphs. */
  trying: boolean;
  /** The app, no messenger, that was last a place: what is sent on comes from there. */
  source: Remembered;
  /** The messenger in which the article tries things, where there is but one. */
  stage: string | null;
  /** All that was tried in the block, in the order of the text. */
  tried: Remembered;
  /** The app that the whole article is about, where one stands out. */
  protagonist: string | null;
  /** The section's heading («二、群聊», «1. 淘宝联盟»). */
  section: { scenes: readonly string[]; things: readonly string[]; block: number; count: number };
  /** The block that opens with its day («【5月26日】…»): all of it happens then. */
  datedBlock: number;
  speech: { speech: Speech; block: number; sentence: number } | null;
  /** The last announcement, for «按照声明的说法», «公告还写明». */
  document: { speech: Speech; date: ClaimDate | null } | null;
  /** The day of the latest announcement of each party. */
  readonly announced: Map<string, ClaimDate>;
  /** A notice or a test whose content goes on in the blocks below its head. */
  notice: { speech: Speech; date: ClaimDate | null; block: number } | null;
  /** The last event day; whether a test may have been made then. */
  date: { date: ClaimDate; block: number; sentence: number; isTrial: boolean } | null;
  /** The test that goes on: where it was begun, and the last block that told of trying. */
  test: {
    speech: Speech;
    date: ClaimDate | null;
    block: number;
    goesOnIn: number;
    section: number;
    /** The sentence that began it. */
    sentence: number;
    /** Whether the sections that follow are its parts: «分四个场景进行了测试», and a heading right behind it. */
    inSections: boolean;
  } | null;
  /** Whether the title says that the article is a test. */
  readonly testing: boolean;
  /** The day that the article gives to its tests as a whole. */
  readonly testedOn: ClaimDate | null;
  /** Through whose eyes the article sees, where it is no news. */
  readonly narrator: Narrator | null;
}

export interface Remembered {
  readonly ids: readonly string[];
  readonly block: number;
  readonly sentence: number;
}

const NOTHING: Remembered = { ids: [], block: -1, sentence: -1 };

/** What is known of the article as a whole before it is read. */
export type Outset = Pick<
  Discourse,
  'protagonist' | 'principal' | 'trying' | 'stage' | 'testing' | 'testedOn' | 'narrator'
>;

/** Field by field: an object that grows from a spread is kept as a hash table, at five times the cost of every look. */
export const blank = (outset: Outset): Discourse => ({
  protagonist: outset.protagonist,
  principal: outset.principal,
  trying: outset.trying,
  stage: outset.stage,
  testing: outset.testing,
  testedOn: outset.testedOn,
  narrator: outset.narrator,
  tried: NOTHING,
  source: NOTHING,
  places: new Set(),
  objects: new Set(),
  last: null,
  opener: NOTHING,
  openedBlock: -1,
  lastClaim: { sentence: -1, segment: -1 },
  wallets: NOTHING,
  topic: null,
  hosts: NOTHING,
  earlierHosts: NOTHING,
  things: NOTHING,
  scenes: NOTHING,
  sceneHosts: [],
  shops: NOTHING,
  payments: NOTHING,
  section: { scenes: [], things: [], block: -1, count: 0 },
  datedBlock: -1,
  speech: null,
  notice: null,
  document: null,
  announced: new Map(),
  date: null,
  test: null,
});

/** A short block without an end mark that names a scene or an app is the heading of what follows. */
export function readHeading(discourse: Discourse, sentence: Sentence, document: Document): boolean {
  const text = document.twin.slice(sentence.start, sentence.end);
  const numbered = /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|Q\d|第[一二三四五六七八九十]+[，、])/.test(
    text,
  );
  if (text.length > 24 || /[。；]/.test(text) || (/[！？?，]/.test(text) && !numbered)) return false;
  const scenes = sentence.tokens.filter((t) => t.class === 'scene').flatMap((t) => t.ids);
  const things = sentence.tokens
    .filter((t) => t.class === 'app' || t.class === 'group')
    .flatMap((t) => t.ids);
  discourse.section = { scenes, things, block: sentence.block, count: discourse.section.count + 1 };
  return true;
}

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
  { traitOf }: Knowledge,
): void {
  const at = { block: sentence.block, sentence: sentence.index };
  const party = segment.tokens.filter((t) => t.class === 'app' || t.class === 'group');
  const hosts = [...party, ...segment.tokens.filter((t) => t.class === 'payment')].filter(
    (t) => t.mark === 'host' || t.mark === 'destination' || t.mark === 'agent',
  );
  const things = segment.tokens.filter(
    (t) => t.mark === 'object' && (t.class === 'app' || t.class === 'group' || t.class === 'link-class'),
  );
  const scenes = segment.tokens.filter(
    (t) => t.class === 'scene' && t.ids.some((id) => CARRIED_SCENES.has(id)),
  );
  if (SENDS_ANOTHER.test(segment.encoded)) {
    discourse.things = NOTHING;
    discourse.tried = NOTHING;
  }
  const tried = party
    .filter((t) => t.mark === 'object' || t.mark === 'bare')
    .flatMap((t) => t.ids.filter((id) => traitOf.get(id) !== 'messenger'));
  if (tried.length > 0) {
    const before = discourse.trying || discourse.tried.block === at.block ? discourse.tried.ids : [];
    discourse.tried = {
      ids: unique([...before.filter((id) => !tried.includes(id)), ...tried]),
      block: at.block,
      sentence: at.sentence,
    };
  }
  const sources = hosts.filter(
    (t) => t.class === 'app' && t.mark === 'host' && t.ids.every((id) => traitOf.get(id) !== 'messenger'),
  );
  if (sources.length > 0)
    discourse.source = { ids: unique(sources.flatMap((t) => t.ids)), block: at.block, sentence: at.sentence };
  const station = sentence.block === discourse.openedBlock ? null : stationOf(sentence);
  if (station !== null) setHosts(discourse, { ids: station, block: at.block, sentence: at.sentence });
  if (hosts.length > 0)
    setHosts(discourse, { ids: unique(hosts.flatMap((t) => t.ids)), block: at.block, sentence: at.sentence });
  if (things.length > 0)
    discourse.things = { ids: unique(things.flatMap((t) => t.ids)), block: at.block, sentence: at.sentence };
  if (scenes.length > 0) {
    discourse.scenes = { ids: unique(scenes.flatMap((t) => t.ids)), block: at.block, sentence: at.sentence };
    discourse.sceneHosts = scenes.some((t) => t.ids.includes('moments')) ? ['wechat'] : discourse.hosts.ids;
  }
  if (discourse.lastClaim.sentence !== sentence.index)
    discourse.topic = topicOf(segment, discourse.topic) ?? discourse.topic;
  const payments = segment.tokens.filter((t) => t.class === 'payment');
  const opening = sentence.tokens.filter((t) => t.class === 'app')[0];
  const opens =
    sentence.block !== discourse.openedBlock &&
    opening !== undefined &&
    opening.at <= 8 &&
    opening.ids.length === 1;
  if (opens && opening.mark === 'bare')
    discourse.opener = { ids: opening.ids, block: at.block, sentence: at.sentence };
  discourse.openedBlock = sentence.block;
  if (payments.length > 0)
    discourse.payments = {
      ids: unique(payments.flatMap((t) => t.ids)),
      block: at.block,
      sentence: at.sentence,
    };
  const shops = party.filter((t) => t.mark !== 'object' && t.mark !== 'speaker').slice(-1);
  if (shops.length > 0)
    discourse.shops = { ids: unique(shops.flatMap((t) => t.ids)), block: at.block, sentence: at.sentence };
}

/** «第二站是飞书。», «然后是微信本身。»: a round of apps has come to the next, in which the paragraph tries its things. */
const STATION =
  /^(?:(?:头一|第[一二三四五六七八九十]|下一|最后一|再下一)站(?:轮到|来到|到了|到|是)?，?|(?:再|然后|接着|接下来|最后)(?:一个)?(?:轮到|是))\ue000(?:本身|这边)?[，。：]/;

/** The app that a paragraph has come to, where it says so before all else. */
function stationOf(sentence: Sentence): readonly string[] | null {
  const app = sentence.tokens.find((t) => t.class === 'app');
  return app !== undefined && STATION.test(sentence.encoded) ? app.ids : null;
}

/** «把这篇草稿发到…»: something of nobody's, so what was tried before is out of mind. */
const SENDS_ANOTHER =
  /把[^，]{0,6}(?:草稿|照片|截图|简历|图片|表格|名片|定位)[^，]{0,4}(?:发|转|传|丢|扔|贴)/;

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

/** Takes note of the roles that a claim was given. */
export function rememberClaim(discourse: Discourse, draft: Draft, sentence: Sentence): void {
  const at = { block: sentence.block, sentence: sentence.index };
  if (draft.relation === 'access' || draft.relation === 'acceptance' || draft.relation === 'code-interop') {
    discourse.topic = draft.frame === 'login' ? 'login' : draft.relation;
  }
  discourse.last = draft;
  discourse.lastClaim = { sentence: sentence.index, segment: draft.segment };
  if (draft.relation === 'code-interop')
    discourse.wallets = {
      ids: [...draft.subjects, ...draft.objects],
      block: at.block,
      sentence: at.sentence,
    };
  if (draft.relation === 'access') {
    if (draft.subjects.length > 0)
      setHosts(discourse, { ids: draft.subjects, block: at.block, sentence: at.sentence });
    if (draft.objects.length > 0)
      discourse.things = { ids: draft.objects, block: at.block, sentence: at.sentence };
    for (const id of draft.subjects) discourse.places.add(id);
    for (const id of draft.objects) discourse.objects.add(id);
    const scenes = draft.scenes.filter((id) => CARRIED_SCENES.has(id) && id !== 'search');
    if (scenes.length > 0) {
      discourse.scenes = { ids: scenes, block: at.block, sentence: at.sentence };
      discourse.sceneHosts = draft.subjects;
    }
  }
  if (draft.relation === 'acceptance') {
    if (draft.subjects.length > 0)
      discourse.shops = { ids: draft.subjects, block: at.block, sentence: at.sentence };
    if (draft.objects.length > 0)
      discourse.payments = { ids: draft.objects, block: at.block, sentence: at.sentence };
  }
}

function setHosts(discourse: Discourse, hosts: Remembered): void {
  if (hosts.ids.join() !== discourse.hosts.ids.join()) discourse.earlierHosts = discourse.hosts;
  discourse.hosts = hosts;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** A sentence that tells what a document says which was named before. */
const QUOTES_DOCUMENT =
  /^(?:按照?|根据|依据|据)?(?:该|这份|上述|这一|双方的?)?(?:声明|公告|通知|说明|新规|规则|规范|文件|公示|协议|口径|细则|方案)(?!发布|公布|出台)|在(?:上述|该|这份)(?:声明|公告|通知|说明|文件)[中里]|^(?:其中)?(?:[一二两三四五六七八]项)?(?:举措|措施|原则|要点|调整内容|具体内容|更新内容|主要内容)(?:具体|主要|分别)*(?:是指|是|为|包括|即)/;

/** The announcement that a sentence quotes, where it quotes one. */
export const quotedDocument = (discourse: Discourse, sentence: Sentence): Discourse['document'] =>
  QUOTES_DOCUMENT.test(sentence.encoded) ? discourse.document : null;
