import type { ClaimDate, Cues, Draft, Sentence, Speech } from '../types.ts';
import type { Narrator } from './narrator.ts';
import type { Till } from './setup/till-state.ts';
import type { Stage } from './stage.ts';
import type { StoryDay } from './story.ts';
import type { Trial } from './trial.ts';

/** An event at which a house speaks, and the last paragraph that told what it said there. */
export interface Occasion {
  readonly date: ClaimDate;
  readonly entity: string;
  readonly block: number;
}

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
  /** Whether something had been opened in the paragraph where the scenes were named, and they are of that one. */
  sceneOfThing: boolean;
  /** The scene that a sentence of nothing else has set for its paragraph: «第二步，朋友圈。» */
  headed: Remembered;
  /** Apps and payments of the last claims about payment. */
  shops: Remembered;
  payments: Remembered;
  /** All ways to pay that were named so far, the latest last. */
  payable: Remembered;
  /** Apps that were a place, and apps that were a thing, in claims so far. */
  places: Set<string>;
  objects: Set<string>;
  /** Apps that the article has named so far, its title included. */
  named: Set<string>;
  /** What the paragraph, and the one before it, has named. */
  paragraph: Paragraph;
  paragraphBefore: Paragraph;
  /** What is tried in one place after another. */
  tour: Tour | null;
  /** The last claim that was made, for «…也一样». */
  last: Draft | null;
  /** The segment of the last claim that was made. */
  lastClaim: { sentence: number; segment: number };
  /** The agency that acts, and the last list of companies or apps: «两家». */
  authority: Remembered;
  listed: Remembered;
  /** The last list of apps whose number was told. */
  group: Remembered;
  /** The last two wallets that read each other's codes. */
  wallets: Remembered;
  /** Whose code was shown last, and which wallet scanned last. */
  code: Remembered;
  scanner: Remembered;
  /** Wallets that the sentence held over codes, the latest last, or those of one before it. */
  scans: readonly Scan[];
  /** The wallet that somebody has on the telephone. */
  carried: Remembered;
  /** Whether the article may tell of codes at a till. */
  readonly codes: boolean;
  /** The wallet that the whole article is about, where one stands out. */
  readonly wallet: string | null;
  /** Where somebody stands and pays. */
  till: Till | null;
  /** Whose codes lie on the table. */
  laid: Remembered;
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
  /** The last sentence in which somebody sent, clicked or tried something. */
  handled: number;
  /** What was asked last, filled as if it had been said. */
  asked: Draft | null;
  /** The messenger that was named last. */
  messenger: Remembered;
  /** The messenger in which the article tries things, where there is but one. */
  readonly stage: Stage | null;
  /** The assistant that acts in other apps, where the article is about but one. */
  assistant: string | null;
  /** All that was tried in the block, in the order of the text. */
  tried: Remembered;
  /** The app that the whole article is about, where one stands out. */
  protagonist: string | null;
  /** The section's heading («二、群聊», «1. 淘宝联盟»). */
  section: {
    scenes: readonly string[];
    things: readonly string[];
    /** The messengers, or whatever takes in what its paragraphs try («一、微信»). */
    places: readonly string[];
    block: number;
    count: number;
  };
  /** The last sentence that only turned to a name. */
  turn: Turn | null;
  /** The block that opens with its day («【5月26日】…»): all of it happens then; and the last one that is an item of a list. */
  blocks: { dated: number; item: number };
  /** The last one who spoke, and on which day; `isPast`: it is told of them in passing («9月17日，微信曾发布…»). */
  speech: { speech: Speech; block: number; sentence: number; date: ClaimDate | null; isPast: boolean } | null;
  /** The last announcement, for «按照声明的说法», «公告还写明». */
  document: { speech: Speech; date: ClaimDate | null } | null;
  /** The day of the latest announcement of each party. */
  readonly announced: Map<string, ClaimDate>;
  /** The day on which somebody answered, for the answers of others in the blocks that follow at once. */
  answered: { date: ClaimDate; block: number } | null;
  /** The event at which a house speaks. */
  occasion: Occasion | null;
  /** A notice or a test whose content goes on in the blocks below its head. */
  notice: { speech: Speech; date: ClaimDate | null; block: number; inItem: boolean } | null;
  /** The last event day; whether a test may have been made then. */
  date: { date: ClaimDate; block: number; sentence: number; isTrial: boolean } | null;
  /** The test that goes on. */
  test: Trial | null;
  /** Whether the title says that the article is a test. */
  readonly testing: boolean;
  /** The day that the article gives to its tests as a whole. */
  readonly testedOn: ClaimDate | null;
  /** Through whose eyes the article sees, where it is no news. */
  readonly narrator: Narrator | null;
  /** The day that was set for each sentence, by its index. */
  readonly story: readonly (StoryDay | null)[];
}

/** One link, or a few, that are taken through many places: see `tour.ts`. */
export interface Tour {
  readonly things: readonly string[];
  /** Where it goes, as far as that was listed. */
  readonly places: readonly string[];
  /** Whether it may go elsewhere too. */
  readonly isOpen: boolean;
  /** Whether it is what the whole article is about, so that it goes on whatever else is named. */
  readonly isTitled: boolean;
  /** The block and the sentence in which it began or was listed last; -1 for the title. */
  readonly block: number;
  readonly from: number;
}

export interface Remembered {
  readonly ids: readonly string[];
  readonly block: number;
  readonly sentence: number;
}

/** What a sentence turns to that says nothing else: the next place of a tour («第二回合，QQ。») or the next thing («轮到抖音。»). */
export interface Turn {
  readonly ids: readonly string[];
  readonly scenes: readonly string[];
  readonly isPlace: boolean;
  /** The sentence, by index, and its block. */
  readonly sentence: number;
  readonly block: number;
}

/** Somebody at a till holds a wallet over a code: which wallets, and whose codes. */
export interface Scan {
  readonly scanners: readonly string[];
  readonly codes: readonly string[];
  readonly block: number;
  readonly sentence: number;
  readonly segment: number;
}

/** What a paragraph has named up to the sentence that is read, that sentence included. */
export interface Paragraph {
  readonly block: number;
  readonly named: Set<string>;
  /** Whether a sentence without a place of its own spoke of the search that goes by a name, «搜一搜». */
  searches: boolean;
  /** Whether it has spoken of links, of a scene or of what hands do with them. */
  ofLinks: boolean;
}

export const emptyParagraph = (block: number): Paragraph => ({
  block,
  named: new Set(),
  searches: false,
  ofLinks: false,
});

/** What a sentence names, as it is kept in mind. */
export const kept = (ids: readonly string[], { block, index }: Sentence): Remembered => ({
  ids,
  block,
  sentence: index,
});

export const NOTHING: Remembered = { ids: [], block: -1, sentence: -1 };

/** A sentence from which nothing is in reach. */
const NEVER = -100;

/** What is known of the article as a whole before it is read. */
export type Outset = Pick<
  Discourse,
  | 'named'
  | 'wallet'
  | 'codes'
  | 'protagonist'
  | 'principal'
  | 'trying'
  | 'stage'
  | 'assistant'
  | 'testing'
  | 'testedOn'
  | 'narrator'
  | 'tour'
  | 'story'
>;

/** Field by field: an object that grows from a spread is kept as a hash table, at five times the cost of every look. */
export const blank = (outset: Outset): Discourse => ({
  protagonist: outset.protagonist,
  principal: outset.principal,
  named: outset.named,
  wallet: outset.wallet,
  codes: outset.codes,
  paragraph: emptyParagraph(-1),
  paragraphBefore: emptyParagraph(-1),
  tour: outset.tour,
  trying: outset.trying,
  stage: outset.stage,
  assistant: outset.assistant,
  testing: outset.testing,
  testedOn: outset.testedOn,
  narrator: outset.narrator,
  story: outset.story,
  tried: NOTHING,
  source: NOTHING,
  handled: NEVER,
  asked: null,
  messenger: NOTHING,
  places: new Set(),
  objects: new Set(),
  last: null,
  opener: NOTHING,
  openedBlock: -1,
  lastClaim: { sentence: -1, segment: -1 },
  authority: NOTHING,
  listed: NOTHING,
  group: NOTHING,
  wallets: NOTHING,
  code: NOTHING,
  scanner: NOTHING,
  scans: [],
  till: null,
  laid: NOTHING,
  carried: NOTHING,
  topic: null,
  hosts: NOTHING,
  earlierHosts: NOTHING,
  things: NOTHING,
  scenes: NOTHING,
  sceneHosts: [],
  sceneOfThing: false,
  headed: NOTHING,
  shops: NOTHING,
  payments: NOTHING,
  payable: NOTHING,
  section: { scenes: [], things: [], places: [], block: -1, count: 0 },
  turn: null,
  blocks: { dated: -1, item: -1 },
  speech: null,
  notice: null,
  document: null,
  announced: new Map(),
  answered: null,
  occasion: null,
  date: null,
  test: null,
});

/** The announcement that a sentence quotes, where it quotes one. */
export const quotedDocument = (
  discourse: Discourse,
  sentence: Sentence,
  cues: Cues,
): Discourse['document'] => (cues.has('quotes-document', sentence.encoded) ? discourse.document : null);
