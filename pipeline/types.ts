/**
 * Every record that passes between two stages. Imports nothing at run time.
 * All offsets are UTF-16 code units into `Article.text` unless a comment says otherwise.
 */

export type IsoDay = string;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Trouble with one article. It becomes a row in the database and never stops a run. */
export interface Problem {
  readonly stage: 'read' | 'clean' | 'annotate' | 'extract' | 'refine' | 'store';
  readonly severity: 'error' | 'warning';
  /** Path as given to ingest, or `file#record`. */
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  /** What is wrong and what to do, in one line. */
  readonly message: string;
}

// ---------------------------------------------------------------- read

export type SourceFormat =
  | 'markdown'
  | 'text'
  | 'html'
  | 'singlefile'
  | 'mhtml'
  | 'rss'
  | 'atom'
  | 'json-feed'
  | 'json'
  | 'ndjson'
  | 'warc';

/** What a file says of itself: front matter, or a page's metadata. */
export interface SourceRecord {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
  /** ISO 8601 with its offset. */
  readonly published: string | null;
  readonly url: string | null;
  /** Field → where its value was found (`front matter`, `json-ld`, `visible line` …); fields without a value are left out. */
  readonly origin?: Readonly<Record<string, string>>;
}

export interface Source {
  readonly path: string;
  readonly format: SourceFormat;
  /** The encoding that was decided on, as a WHATWG label. */
  readonly encoding: string;
  /** Hex SHA-256 of the source's bytes. */
  readonly sha256: string;
  readonly record: SourceRecord;
  /** HTML: a feed fragment that is the article already, or a full page with navigation around it. */
  readonly html: string;
  readonly htmlKind: 'fragment' | 'page';
  /** Where `html` begins in the file or field that it was taken from; null where it was made from other text. 0 by default. */
  readonly htmlStart?: number | null;
  readonly warnings: readonly Problem[];
}

// ---------------------------------------------------------------- clean

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'caption' | 'byline';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What cleaning took out of an article that its reader was never meant to see, or that is not the article's. */
export interface Noise {
  readonly kind: 'invisible' | 'hidden' | 'reading-aid' | 'tail';
  /** Characters for `invisible`; places for the others. */
  readonly count: number;
  /** The first few, shortened; empty for `invisible`. */
  readonly samples: readonly string[];
}

/** One text that never changes again. Blocks are in order, do not overlap, and are joined by one '\n'. */
export interface Article {
  readonly path: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly sha256: string;
  readonly record: SourceRecord;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly noise?: readonly Noise[];
  /**
   * Runs that stand in the source as they stand in the text, as pairs [offset in `text`, offset in the decoded
   * page, scrape or field] in rising order of the first; -1 where that is not known, as in what was Markdown. An article that comes back from the book
   * has neither this nor `noise`.
   */
  readonly sourceMap?: readonly number[];
  readonly warnings: readonly Problem[];
}

// ---------------------------------------------------------------- knowledge

export type EntityType = 'app' | 'payment' | 'company' | 'regulator' | 'link-class' | 'group';

export interface Alias {
  readonly text: string;
  /** Years, inclusive, in which the alias meant this entity. */
  readonly from: number | null;
  readonly to: number | null;
  /**
   * The alias is also a common word: it counts in quotation marks, in a list beside a name that is sure, with one of
   * `near` in its sentence, or where the article names the entity beyond doubt; without `near`, as a whole word of nodejieba's.
   */
  readonly ambiguous: boolean;
  /** Any of these within the same sentence speaks for an ambiguous alias. */
  readonly near: readonly string[];
  /** Any of these overlapping or touching the alias, ambiguous or not, rules it out («苹果汁»). */
  readonly not: readonly string[];
}

/**
 * What an entity is besides its type: where people send one another links, who makes the telephones, what acts in
 * other apps for its user, where people spend their time and meet goods and services of other apps, an agency that rules
 * on what others ask it for, or what finds pages of others.
 */
export type Trait = 'messenger' | 'device' | 'assistant' | 'platform' | 'court' | 'engine';

export interface EntityEntry {
  readonly id: string;
  readonly type: EntityType;
  readonly trait: Trait | null;
  readonly name: string;
  readonly owner: string | null;
  readonly aliases: readonly Alias[];
  /** Words, as regular expressions, for what only this app has: «笔记» is a post of 小红书. */
  readonly parts?: readonly string[];
}

export interface SceneEntry {
  readonly id: string;
  readonly name: string;
  /** The apps that have such a place; empty where any app may. */
  readonly hosts: readonly string[];
  readonly aliases: readonly Alias[];
}

/** Words that a rule pattern names as `<class>`, with what each of them means. */
export interface CueEntry {
  /** Cue class, as patterns write it in angle brackets. */
  readonly class: string;
  readonly words: readonly string[];
  readonly reason: string;
}

export interface Lexicon {
  readonly entities: readonly EntityEntry[];
  readonly scenes: readonly SceneEntry[];
  readonly cues: readonly CueEntry[];
}

// ---------------------------------------------------------------- annotate

export type MentionKind = 'entity' | 'scene' | 'cue' | 'date';

export interface Mention extends Span {
  readonly kind: MentionKind;
  /** Entity id, scene id or cue class. */
  readonly id: string;
  /** Entity type; null for the other kinds. */
  readonly type: EntityType | null;
}

export type Precision = 'day' | 'month' | 'quarter' | 'year' | 'range' | 'vague';

export interface DateMention extends Span {
  readonly text: string;
  /** First and last day, null where the words do not say. */
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
  readonly precision: Precision;
  /**
   * How the words point: at a day, from a day on, up to a day, before a day (a deadline or a past bound),
   * «now» (目前, 近日: the day of publication), or a past without a day (曾, 此前).
   */
  readonly role: 'at' | 'since' | 'until' | 'before' | 'now' | 'past';
  /** What the words were resolved against. */
  readonly base: 'calendar' | 'published' | 'anchor';
}

/** How a token stands in its segment: the place where something is used, what is used there, who acts, the rest. */
export type Mark = 'host' | 'destination' | 'agent' | 'object' | 'speaker' | 'bare';

export type TokenClass = EntityType | 'scene' | 'date';

/** The private-use character that stands for a token of each class in an encoded sentence. */
export const LETTER: Readonly<Record<TokenClass, string>> = {
  app: '\ue000',
  payment: '\ue001',
  company: '\ue002',
  regulator: '\ue003',
  'link-class': '\ue004',
  group: '\ue005',
  scene: '\ue006',
  date: '\ue007',
};

/** A mention, or a list of like mentions («淘宝、天猫等应用»), as rules see it. Offsets are into `Document.twin`. */
export interface Token extends Span {
  readonly class: TokenClass;
  /** Entity or scene ids, in the order of the text; for a date one index into `Document.dates`. */
  readonly ids: readonly string[];
  /** Index of the token's one character in `Sentence.encoded`. */
  readonly at: number;
  readonly mark: Mark;
  /** Stands in the name of a document («《…管理规范》»), where nobody does anything and nothing happens. */
  readonly titled: boolean;
}

/** A comma-level piece of a sentence. Offsets are into `Document.twin`. */
export interface Segment extends Span {
  readonly index: number;
  readonly sentence: number;
  readonly clause: number;
  /** The piece of `Sentence.encoded` that stands for it. */
  readonly from: number;
  readonly to: number;
  readonly encoded: string;
  readonly tokens: readonly Token[];
}

/** Offsets are into `Document.twin`. */
export interface Sentence extends Span {
  readonly index: number;
  readonly block: number;
  readonly blockKind: BlockKind;
  /** The sentence with every token as one private-use character. */
  readonly encoded: string;
  readonly tokens: readonly Token[];
  readonly segments: readonly Segment[];
  readonly speeches: readonly Speech[];
}

/** Who speaks, from one segment of a sentence to another (both inclusive). */
export interface Speech {
  readonly type: AttributionType;
  readonly name: string | null;
  /** The entity that speaks, where it is one. */
  readonly entity: string | null;
  readonly firstSegment: number;
  readonly lastSegment: number;
  /** Whether the words name a document or an announcement whose content may go on in later sentences. */
  readonly opens: boolean;
}

/** An article with all that was seen in it. `map[i]` is the article offset of unit i of the twin. */
export interface Document {
  readonly article: Article;
  readonly published: IsoDay | null;
  /** The apps that the title names. */
  readonly titleApps: readonly string[];
  readonly twin: string;
  readonly map: Uint32Array;
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
}

// ---------------------------------------------------------------- rules

export type Frame =
  | 'use'
  | 'act'
  | 'mutual'
  | 'visit'
  | 'leap'
  | 'take'
  | 'enter'
  | 'meet'
  | 'login'
  | 'same'
  | 'such'
  | 'share'
  | 'takes'
  | 'stands'
  | 'serves'
  | 'holds'
  | 'wallets'
  | 'scans'
  | 'order'
  | 'publish'
  | 'issued'
  | 'launch'
  | 'pledge';

/** An example sentence and the claims that the rule must make of it, each as «subject object scene status». */
export interface RuleExample {
  readonly text: string;
  readonly claims: readonly string[];
}

/** A rule as data: what words it looks for, how it assigns the roles, and the sentences that hold it to its reason. */
export interface Rule {
  readonly id: string;
  readonly relation: Relation;
  readonly frame: Frame;
  readonly status: Status;
  readonly reason: string;
  /** Regular expression over an encoded segment, with `<class>` macros; named groups override the frame's roles. */
  readonly pattern: string;
  readonly unless: string | null;
  readonly scope: 'segment' | 'sentence';
  readonly scene: string | null;
  readonly object: string | null;
  /** Only where the paragraph is about this relation already («…也能用» means a link or a way to pay). */
  readonly topical: boolean;
  /** Whether a negation before the match turns open into closed and back. */
  readonly negatable: boolean;
  readonly fires: readonly RuleExample[];
  readonly silent: readonly string[];
}

/**
 * The cue classes that the engine itself asks for. The lexicon must have each of them, or it does not load; what their
 * words mean stands there.
 */
export const ENGINE_CUES = [
  'about-login',
  'acquaintance',
  'adverb',
  'another-wallet',
  'answers',
  'answers-it',
  'anybodys-code',
  'aside',
  'asked',
  'asked-after',
  'asks-again',
  'asks-of-paying',
  'asks-otherwise',
  'asks-them',
  'assistant-acts',
  'assistant-called',
  'assistant-does',
  'assistant-words',
  'assisted',
  'at-counter',
  'both-apps',
  'browser-opens',
  'can-pay',
  'can-sign-in',
  'code-of',
  'code-talk',
  'coloured-code',
  'comes-as',
  'comes-from',
  'commanded',
  'condition',
  'counter',
  'court-rules',
  'demand-word',
  'denial',
  'done-inside',
  'enters-app',
  'everywhere',
  'expert',
  'extra-step',
  'first-named',
  'first-person',
  'forecast',
  'future',
  'gives-account',
  'goer',
  'goes-about',
  'goes-round',
  'half-plays',
  'half-works',
  'handles-link',
  'hands',
  'heard',
  'hearsay',
  'heeds',
  'hypothesis',
  'immediate',
  'in-browser',
  'intent',
  'interviews',
  'is-there',
  'its-own',
  'its-page',
  'its-things',
  'known-long',
  'limited-users',
  'link-like',
  'link-talk',
  'link-word',
  'list-tail',
  'media',
  'name-tail',
  'named-person',
  'names-them',
  'negator',
  'next-station',
  'no-code-talk',
  'no-extra-step',
  'norm',
  'nowadays',
  'obeys',
  'of-others',
  'of-paying',
  'offered',
  'offers',
  'office',
  'officer',
  'official-words',
  'only-sent',
  'only-then',
  'open-near',
  'opens',
  'opens-it',
  'opens-links',
  'opens-or-fails',
  'opens-or-signs-in',
  'opens-speech',
  'opens-there',
  'opinion',
  'organisation',
  'other-assistant',
  'other-outlets',
  'other-place',
  'own-agency',
  'owned-thing',
  'part-fails',
  'partners',
  'party-acts',
  'party-tail',
  'pay-near',
  'pay-talk',
  'pays',
  'pays-by',
  'pays-here',
  'pays-in',
  'pays-there',
  'person',
  'person-sees',
  'phone-model',
  'question',
  'quotes-document',
  'ranked-among',
  'refuted',
  'regulators-ask',
  'reporter',
  'role',
  'rumour',
  'runs-to-sure-way',
  'said-beside',
  'salutation',
  'same-speaker',
  'says',
  'says-authority',
  'scans-it',
  'scene-heads',
  'scene-tail',
  'scholar',
  'screen-before',
  'screen-behind',
  'searched',
  'searches',
  'second-named',
  'sellers',
  'sends-another',
  'sends-on',
  'sent-to',
  'sharing',
  'shown',
  'shuts-account',
  'signature-tail',
  'signs-in',
  'some-others',
  'some-users',
  'speaks-at-once',
  'spends',
  'spokesman',
  'stage',
  'station',
  'still-planned',
  'stranger',
  'sure-way',
  'sure-way-next',
  'taken-up',
  'takes-model',
  'teller',
  'tells',
  'tells-besides',
  'tells-what-it-denies',
  'test-dated',
  'test-head',
  'test-title',
  'tester',
  'tester-acts',
  'tester-called',
  'tester-handles',
  'tester-heard',
  'tests',
  'their-answer',
  'this-app',
  'thrown-out',
  'till-talk',
  'time-set',
  'time-told',
  'to-users',
  'told',
  'trial',
  'tries',
  'tries-out',
  'trying',
  'turns-to-other',
  'turns-to-paying',
  'untouched',
  'used',
  'user',
  'user-handles',
  'user-says',
  'users-send',
  'vague-verdict',
  'waits-for',
  'wants-part',
  'way-shut',
  'wish',
  'wished',
  'wonders',
  'yet-to-come',
] as const;
export type EngineCue = (typeof ENGINE_CUES)[number];

/** The cue classes of the lexicon, compiled once. Texts are encoded or plain, as the words of the class want them. */
export interface Cues {
  /** Whether any word of the class stands in `text`. */
  has(name: EngineCue, text: string): boolean;
  /** First match of the class in `text`, or null. */
  find(name: EngineCue, text: string): RegExpExecArray | null;
  /** Every match of the class in `text`, from left to right; none overlaps another. */
  all(name: EngineCue, text: string): readonly RegExpExecArray[];
  /** Length of the word of the class that begins `text`, or 0. */
  startOf(name: EngineCue, text: string): number;
  /** Length of the word of the class that ends `text`, or 0. */
  endOf(name: EngineCue, text: string): number;
}

export interface CompiledRule extends Rule {
  /** Global; run it with `matchAll`. */
  readonly regex: RegExp;
  readonly unlessRegex: RegExp | null;
}

/**
 * What a text must hold for a rule to match in it. A rule can match in one of several ways, and a way is open in a text
 * that holds a sign of each of its clauses. A sign is a UTF-16 unit, or by `pairSign` two that stand side by side, where
 * the edges of a text are units too. Signs are numbered from 1 on; a set of them is a row of bits, one for each number.
 */
export interface WayTable {
  /** Rules that any text may match, by their place among all rules. */
  readonly always: Int32Array;
  /** Number → its sign; 0 has none. */
  readonly signs: Int32Array;
  /** Where in `ways` those ways stand whose first clause has a number: `places` from `ledFrom[number]` to `ledFrom[number + 1]`. */
  readonly ledFrom: Int32Array;
  readonly places: Int32Array;
  /**
   * One way behind the other: its rule; where it ends; of each clause but the first how many integers follow, then these:
   * the place of 32 bits and the mask of those that meet the clause, and so on.
   */
  readonly ways: Int32Array;
}

/** Stand for the edges of a text; they are no characters in Unicode. */
export const BEGIN = 0xfffe;
export const END = 0xffff;
/** One more than the greatest sign. */
export const SIGNS = 0x2_0000;

/** The sign of two units side by side. Some pairs share one, so that a text may seem to hold what it does not. */
export const pairSign = (a: number, b: number): number =>
  0x1_0000 | ((Math.imul(a, 0x9e37_79b1) + Math.imul(b, 0x85eb_ca6b)) >>> 16);

/** All that the engine knows of words: read once, passed to the stages. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly cues: Cues;
  readonly rules: readonly CompiledRule[];
  /** Which rules may match in a text; segments and whole sentences are asked about apart. */
  readonly ways: Readonly<Record<Rule['scope'], WayTable>>;
  /** App → the payment of the same name (wechat → wechat-pay). */
  readonly walletOf: ReadonlyMap<string, string>;
  readonly typeOf: ReadonlyMap<string, EntityType>;
  /** Entity → its trait, where it has one. */
  readonly traitOf: ReadonlyMap<string, Trait>;
  /** Entity → its owner, where it has one. */
  readonly ownerOf: ReadonlyMap<string, string>;
  /** App → the words for what only it has, where there are such words. */
  readonly partsOf: ReadonlyMap<string, RegExp>;
  /** Scene → the apps that have it, where only some do. */
  readonly hostsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Company → the group that stands for its apps in general (alibaba → alibaba-apps). */
  readonly groupOf: ReadonlyMap<string, string>;
  /** Hash of everything above and of the engine's code: articles extracted under another version are extracted again. */
  readonly version: string;
}

/** The lists that nodejieba cuts sentences by. */
export interface WordLists {
  /** UTF-8: «word frequency tag» on each line. */
  readonly words: Uint8Array;
  /** Words that were added: «word», «word tag» or «word frequency tag» on each line. */
  readonly added: string;
}

/** What a rule found in one segment, before anything is carried over from elsewhere. Empty roles are to be filled. */
export interface Draft {
  readonly rule: string;
  readonly relation: Relation;
  readonly frame: Frame;
  readonly topical: boolean;
  /** The words stand in a question: nothing is said, but an answer may say it. */
  readonly asked: boolean;
  readonly status: Status;
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly scenes: readonly string[];
  readonly sentence: number;
  /** Index of the segment within its sentence. */
  readonly segment: number;
  /** The words that the pattern matched, as a span of the sentence's encoded form. */
  readonly match: Span;
  /** First and last segment (of the sentence) whose words the claim rests on. */
  readonly firstSegment: number;
  readonly lastSegment: number;
  readonly trace: readonly TraceStep[];
}

// ---------------------------------------------------------------- claims

export type Kind = 'platform' | 'scene' | 'payment';
export type Relation = 'access' | 'acceptance' | 'code-interop' | 'order' | 'policy' | 'launch' | 'pledge';
export type Status =
  | 'open'
  | 'limited'
  | 'closed'
  | 'trial'
  | 'pending'
  | 'planned'
  | 'required'
  | 'published'
  | 'launched'
  | 'pledged';
export type AttributionType = 'official' | 'regulator' | 'test' | 'media' | 'rumour' | 'expert' | 'user';

export interface ClaimDate {
  readonly text: string | null;
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly precision: Precision;
  readonly basis: 'text' | 'context' | 'published';
}

export interface Attribution {
  readonly type: AttributionType;
  readonly name: string | null;
}

export interface Evidence extends Span {
  readonly quote: string;
}

/** One step on the way from the words to the claim, for `pipeline explain`. */
export interface TraceStep {
  readonly field: string;
  readonly from: 'rule' | 'clause' | 'carried' | 'default';
  readonly note: string;
  readonly span: Span | null;
}

/** A claim as refine leaves it: everything but its article and its review state. */
export interface Claim {
  readonly id: string;
  readonly kind: Kind;
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
  readonly status: Status;
  readonly date: ClaimDate;
  readonly deadline: IsoDay | null;
  readonly attribution: Attribution;
  readonly conditions: readonly string[];
  readonly evidence: Evidence;
  readonly rule: string;
  readonly trace: readonly TraceStep[];
}

// ---------------------------------------------------------------- store, export

export type ReviewState = 'unreviewed' | 'accepted' | 'rejected' | 'edited';

/** What a claim says: all of it that a person may correct. */
export type ClaimContent = Omit<Claim, 'id' | 'rule' | 'trace'>;

/** The same with the version of the article's text (its hash) that the evidence points into. */
export interface ReviewedContent extends ClaimContent {
  readonly textHash: string;
}

/** How a claim stands after all that people have decided: whoever decided last counts. */
export interface Review {
  readonly state: ReviewState;
  readonly by: string | null;
  readonly at: string | null;
  readonly note: string | null;
  /** The rules read the claim otherwise now than when it was decided on. */
  readonly changed: boolean;
  /** What the rules say, where a person has edited the claim; its fields are the person's then. */
  readonly machine: ClaimContent | null;
}

/** One event of the log of decisions. It is never changed; what takes it back is a later event. */
export interface Decision {
  readonly id: string;
  readonly claim: string;
  readonly action: 'accept' | 'reject' | 'edit' | 'undo';
  /** The claim as the person saw it; null for an undo, and where nobody wrote it down. */
  readonly before: ReviewedContent | null;
  /** What an edit made of it. */
  readonly after: ReviewedContent | null;
  readonly reviewer: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** Id of a reason to reject. */
  readonly reason: string | null;
  readonly note: string | null;
  /** The event that an undo takes back. */
  readonly undoes: string | null;
  /** What all events of one bulk action share. */
  readonly group: string | null;
  /** Hash of what the rules said when it was decided; null where nobody wrote it down. */
  readonly machine: string | null;
}

/** How a claim stands with one reviewer. */
export interface Verdict {
  readonly claim: string;
  readonly reviewer: string;
  readonly state: Exclude<ReviewState, 'unreviewed'>;
  readonly reason: string | null;
  readonly note: string | null;
}

/**
 * Which claims are wanted. Lists mean «any of these», null in them «none»; what is left out is not asked about.
 * All of it is answered by the store, page by page, so that memory stays flat.
 */
export interface ClaimFilter {
  /** Id of one article. */
  readonly article?: string;
  readonly idPrefix?: string;
  /** Also those that no rule makes any more; `only`: those of them alone. */
  readonly lost?: boolean | 'only';
  readonly kind?: readonly Kind[];
  readonly relation?: readonly Relation[];
  readonly subject?: readonly string[];
  readonly object?: readonly (string | null)[];
  readonly scene?: readonly (string | null)[];
  readonly status?: readonly Status[];
  readonly publisher?: readonly (string | null)[];
  readonly rule?: readonly string[];
  /** By what the last of all reviewers has decided. */
  readonly state?: readonly ReviewState[];
  /** First and last day, both inclusive; a claim whose days overlap them is wanted. */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
  /** Whether another claim about the same pair and scene says the contrary around the same day. */
  readonly conflict?: boolean;
  /** By what one reviewer has decided. */
  readonly mine?: {
    readonly reviewer: string;
    readonly state?: readonly ReviewState[];
    /** Whether the rules read the claim otherwise now than when he or she decided. */
    readonly changed?: boolean;
  };
  /** Words in the quote or in the article's title, or the beginning of an id; all of them must be there. */
  readonly words?: readonly string[];
}

export interface ArticleRef {
  readonly id: string;
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly sha256: string;
}

/** What the store asks about two cleaned texts to tell reposts from articles of their own. */
export interface RepostJudge {
  /** A MinHash signature and the bands under which likely twins meet; null for a text too short to tell. */
  sign(text: string): { readonly signature: Uint16Array; readonly bands: readonly number[] } | null;
  /** The bands of a signature. */
  bands(signature: Uint16Array): readonly number[];
  /** Whether two signatures are near enough to look at the texts. */
  resemble(a: Uint16Array, b: Uint16Array): boolean;
  /** Whether two texts are one story. Symmetric. */
  same(a: string, b: string): boolean;
}

/** One line of `pipeline export --format ndjson`. */
export type ExportedClaim = Omit<Claim, 'trace'> & { readonly article: ArticleRef; readonly review: Review };

// ---------------------------------------------------------------- facts

/** What facts look at in a claim. Every `ExportedClaim` is one. */
export type Statement = Pick<
  ExportedClaim,
  | 'id'
  | 'relation'
  | 'subject'
  | 'object'
  | 'scene'
  | 'status'
  | 'date'
  | 'deadline'
  | 'attribution'
  | 'conditions'
> & {
  readonly article: Pick<ArticleRef, 'id' | 'path' | 'publisher' | 'published'>;
  readonly review: Pick<Review, 'state'>;
};

/** How far a fact may be relied on, from least to most. The rules stand in `facts/sureness.ts`. */
export type Sureness = 'hearsay' | 'reported' | 'backed' | 'confirmed';

/** Between whom and where. For `code-interop` the two wallets stand in alphabetical order. */
export interface Matter {
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
}

/** First and last day that the words allow; both null where nobody tells a day. */
export interface FactDate {
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly precision: Precision;
}

/** One article that says it first-hand, with its claims, and the claims of the articles that repeat it. */
export interface FactSource<C extends Statement = ExportedClaim> {
  readonly article: C['article'];
  readonly claims: readonly C[];
  readonly reposts: readonly C[];
}

/** Who stands behind something, and how far it may be relied on. */
export interface Support<C extends Statement = ExportedClaim> {
  /** Earliest published first. */
  readonly sources: readonly FactSource<C>[];
  /** Articles that repeat one of the sources. */
  readonly reposts: number;
  /** Those who say it by themselves: the parties once, unnamed sources once, every outlet once. */
  readonly voices: number;
  /** The kinds of speakers, weightiest first. */
  readonly speakers: readonly AttributionType[];
  /** Claims that a person has accepted or edited. */
  readonly reviewed: number;
  readonly sureness: Sureness;
}

/** All that the articles say about one thing on the same days. */
export interface Fact<C extends Statement = ExportedClaim> extends Matter, Support<C> {
  readonly status: Status;
  readonly date: FactDate;
  readonly deadline: IsoDay | null;
  readonly conditions: readonly string[];
  /** Whether somebody tells that it began (or was announced) then; else it was only found to be so. */
  readonly told: boolean;
}

export interface ConflictSide<C extends Statement = ExportedClaim> {
  readonly status: Status;
  /** In order of time. */
  readonly facts: readonly Fact<C>[];
}

/** Why one side is better supported: the first point in which the two differ. */
export type Ground = 'reviewed' | 'official' | 'voices' | 'finer' | 'sooner';

export type ConflictKind =
  /** The party says one thing, a test or users find another. */
  | 'announcement-test'
  /** Two parties, or a party and a regulator. */
  | 'parties'
  /** Two outlets. */
  | 'outlets'
  /** One side has only unnamed sources. */
  | 'rumour'
  /** One and the same article says both. */
  | 'within-article'
  /** What is said of links in general does not hold for this app. */
  | 'exception'
  /** The same change is told of two days. */
  | 'date';

export interface Conflict<C extends Statement = ExportedClaim> extends Matter {
  readonly kind: ConflictKind;
  /** `contrary`: it works or it does not; `degree`: with extra steps, against without or not at all; `date`: when. */
  readonly about: 'contrary' | 'degree' | 'date';
  /** The side that speaks of the earlier day first. */
  readonly sides: readonly [ConflictSide<C>, ConflictSide<C>];
  /** The better supported side, 0 or 1, and the ground; null where nothing tells them apart. */
  readonly better: { readonly side: 0 | 1; readonly ground: Ground } | null;
}

/** What somebody means to do, or has asked for, as it stands on a day. */
export interface Plan<C extends Statement = ExportedClaim> {
  readonly fact: Fact<C>;
  /**
   * `ahead`: its day is still to come · `due`: its days are running · `passed`: its day has gone by and nobody has
   * said that it came true · `unset`: no day was named, the fact's day is that of the announcement · `asked`: waiting for the other side.
   */
  readonly stage: 'ahead' | 'due' | 'passed' | 'unset' | 'asked';
}

/** What is not known of a state, or only half. */
export type StateNote<C extends Statement = ExportedClaim> =
  /** Nobody has spoken of it for more than a year. */
  | { readonly code: 'old'; readonly heard: IsoDay }
  /** It was said to last to this day; nothing is said of the time since. */
  | { readonly code: 'ended'; readonly end: IsoDay }
  /** Became so at some time in these days, which are not over yet. */
  | { readonly code: 'perhaps'; readonly fact: Fact<C> }
  /** It was so once; nobody says when. */
  | { readonly code: 'undated'; readonly fact: Fact<C> }
  /** Only users or unnamed sources have said otherwise since. */
  | { readonly code: 'rumoured'; readonly fact: Fact<C> }
  /** Later words on scenes say otherwise, where the row has none. */
  | { readonly code: 'scenes'; readonly facts: readonly Fact<C>[] }
  /** A later word names no scene and says otherwise. */
  | { readonly code: 'sceneless'; readonly fact: Fact<C> }
  /** A later word on links in general says otherwise. */
  | { readonly code: 'general'; readonly fact: Fact<C> }
  /** Nothing is known of the scene that was asked for; something is of these. */
  | { readonly code: 'elsewhere'; readonly scenes: readonly (string | null)[] }
  /** The day by which is over. */
  | { readonly code: 'deadline'; readonly deadline: IsoDay };

/** What holds between two, in one scene, on one day, by the latest word before its end. */
export interface StateRow<C extends Statement = ExportedClaim> extends Matter, Support<C> {
  /** `pending` and `planned` where nothing else was ever said; null: not known. */
  readonly status: Status | null;
  readonly conditions: readonly string[];
  /** The first word of the unbroken run of words of this status. */
  readonly since: FactDate | null;
  /** Whether it is told that it began then; if not, it was so then at the latest. */
  readonly began: boolean;
  /** The last day of which somebody says so. */
  readonly heard: IsoDay | null;
  readonly deadline: IsoDay | null;
  readonly plans: readonly Plan<C>[];
  /** Conflicts about the latest word. */
  readonly conflicts: readonly Conflict<C>[];
  readonly notes: readonly StateNote<C>[];
}

/** What holds from a day on until the day of the next step; null: nothing is known. */
export interface StateStep<C extends Statement = ExportedClaim> {
  readonly from: IsoDay;
  readonly row: StateRow<C> | null;
}
