import type { Cues, Draft, Knowledge, Segment, Sentence, Status, Token } from '../../types.ts';
import { siblings } from '../ask.ts';
import type { Discourse } from '../discourse.ts';
import { asApps, CHATS, idsOf, isSaidFormally, messengerIn } from '../look.ts';
import { asDraft } from './as-draft.ts';
import { type Outcome, outcomeOf, together } from './outcome.ts';
import { isLiveRoom, kindIn, type Setup, type SetupKind, scenesOf } from './setup.ts';
import { HEAD, hangsUp, type Name, namesIn, sideOf } from './sides.ts';

/** One name of the open side and how it went. */
interface Item {
  readonly name: Name;
  fixed: readonly string[];
  /** Whether the name is what is shared, and the fixed side the messenger that it is shared to. */
  readonly isShared: boolean;
  /** Whether its clause holds the name alone: «微信呢，». */
  readonly isHead: boolean;
  outcome: Outcome;
  last: number;
}

/** What is set up when a sentence has been read, and what it tells by that. */
interface Told {
  readonly setup: Setup | null;
  readonly drafts: readonly Draft[];
}

/** Takes note of what a sentence sets up, and reads it by what was set up before. */
export function readSetup(
  before: Setup | null,
  sentence: Sentence,
  drafts: readonly Draft[],
  discourse: Discourse,
  knowledge: Knowledge,
): Told {
  const { last: claim, lastClaim } = discourse;
  if (isSaidFormally(sentence, discourse)) return { setup: before, drafts: [] };
  const begins = drafts.find((d) => d.frame === 'sets-up' && d.relation === 'access');
  const setup = setUp(before, sentence, begins, knowledge);
  if (setup === null) return { setup, drafts: [] };
  const goesOn = before !== null && isSame(setup.kind, before.kind);
  const isRead = (item: Item): boolean => goesOn || isHung(item, setup, sentence, knowledge.cues);
  const isLater = claim?.relation === 'access' && sentence.index - lastClaim.sentence <= 1;
  const held = isLater ? { ...setup, last: claim.status } : setup;
  const { items, fixed } = itemsOf(
    sentence,
    { ...held, fixed: heldBy(held, sentence, discourse, knowledge) },
    knowledge,
  );
  const told = items.filter((item) => item.outcome !== null && item.outcome !== 'same');
  const last = told.at(-1)?.outcome;
  const isMenu = begins !== undefined && setup.kind === 'share' && items.length === 0;
  const block = begins !== undefined || told.length > 0 ? sentence.block : setup.block;
  return {
    setup: {
      ...setup,
      fixed,
      block,
      isWide: setup.isWide || isMenu,
      last: last === undefined ? setup.last : asStatus(last),
    },
    drafts: told.filter(isRead).flatMap((item) => drafted(item, setup, sentence, knowledge)),
  };
}

/** «抖音直播间里，淘宝的挂不上去»: a sentence that sets up a basket is read by itself where its clause is on goods that hang there. */
function isHung({ name }: Item, { kind }: Setup, { segments, encoded }: Sentence, cues: Cues): boolean {
  const segment = segments[name.segment];
  if (!BASKETS.has(kind) || segment === undefined) return false;
  return (
    cues.has('hangs-goods', segment.encoded) || cues.startOf('own-goods', encoded.slice(name.to + 1)) > 0
  );
}

const asStatus = (outcome: Outcome): Status | null => (outcome === 'same' ? null : outcome);

/** What holds in this sentence: what it sets up itself, else what was set up before and is not over. */
function setUp(
  setup: Setup | null,
  sentence: Sentence,
  begins: Draft | undefined,
  knowledge: Knowledge,
): Setup | null {
  const { cues } = knowledge;
  const { encoded, block, tokens } = sentence;
  const isOther = tokens.some((t) => t.class === 'app') && cues.has('no-set-up', encoded);
  const isRoom = tokens.some(isLiveRoom) && !isOther;
  const isBegun = begins !== undefined || isRoom;
  const kind = isBegun ? kindOf(sentence, knowledge) : null;
  const goesOn = setup !== null && block - setup.block <= (setup.isWide ? 1 : 0) ? setup : null;
  const into = kind === 'share' ? targetsIn(sentence, knowledge) : [];
  if (cues.has('set-elsewhere', encoded) || (into.length === 0 && tokens.some(isInChat))) return null;
  const isPage = cues.has('sets-page', encoded);
  if (kind === null) return goesOn?.kind === 'live' && isPage ? { ...goesOn, kind: 'basket' } : goesOn;
  if (goesOn === null || !isSame(kind, goesOn.kind)) {
    const isWide = tokens.every(
      (t) => (t.class !== 'app' && t.class !== 'payment') || t.ids.every((id) => into.includes(id)),
    );
    return { kind, fixed: PLACE_OF[kind] ?? [], into, last: null, block, isWide };
  }
  const isLive = goesOn.kind === 'live' && kind === 'basket' && !isPage;
  return { ...goesOn, into: into.length > 0 ? into : goesOn.into, kind: isLive ? 'live' : kind };
}

/** What a sentence sets up; links that are pasted into a messenger hang in no basket. */
function kindOf(sentence: Sentence, { cues, traitOf }: Knowledge): SetupKind | null {
  const kind = kindIn(sentence, cues);
  const isMessenger = messengerIn({ traitOf });
  const inMessenger = sentence.tokens.some((t) => t.class === 'app' && t.ids.every(isMessenger));
  const isBelow = cues.has('hung-under', sentence.encoded);
  return kind === 'basket' && inMessenger && !isBelow ? null : kind;
}

/** What stands in one app alone. */
const PLACE_OF: Readonly<Partial<Record<SetupKind, readonly string[]>>> = { article: ['wechat'] };

/** «在每个App里点分享，选微信»: the messenger that is chosen there. */
function targetsIn({ segments, encoded }: Sentence, { cues, traitOf }: Knowledge): readonly string[] {
  const isMessenger = messengerIn({ traitOf });
  return idsOf(
    segments.flatMap(({ tokens, from }) =>
      tokens.filter(
        (t) =>
          t.class === 'app' &&
          t.ids.every(isMessenger) &&
          cues.has('share-target', encoded.slice(from, t.at)),
      ),
    ),
  );
}

/** Links that are sent in chats are about no login, search or live room; a share menu leads there. */
const isInChat = (t: Token): boolean => t.class === 'scene' && t.ids.some((id) => CHATS.has(id));

const isSame = (kind: SetupKind, before: SetupKind): boolean =>
  kind === before || (BASKETS.has(kind) && BASKETS.has(before));
const BASKETS: ReadonlySet<SetupKind> = new Set(['live', 'basket']);

/** Walks a sentence: each name moves the fixed side or is told of, and clauses without a name are about the last. */
function itemsOf(
  sentence: Sentence,
  setup: Setup,
  knowledge: Knowledge,
): { items: Item[]; fixed: readonly string[] } {
  const { cues } = knowledge;
  const names = namesIn(sentence);
  const items: Item[] = [];
  let current: readonly Item[] = [];
  let { last } = setup;
  let { fixed } = setup;
  let isTold = false;
  for (const [i, segment] of sentence.segments.entries()) {
    const own = names.filter((name) => name.segment === i);
    const open: Item[] = [];
    for (const name of own) {
      const before = sentence.encoded.slice(segment.from, name.at);
      const after = sentence.encoded.slice(name.to + 1, segment.to + 1);
      const isFirst = name === names[0];
      const isAlone = names.length === 1;
      const side = sideOf(setup.kind, { name, before, after, isFirst, isAlone, fixed, isTold, knowledge });
      if (side === 'fixed') {
        fixed = name.ids;
        isTold = true;
      }
      const isShared = side === 'fixed' && setup.into.length > 0 && names.length === 1;
      if (side !== 'open' && !isShared) continue;
      const isHead = before.length <= HEAD && cues.has('heads-alone', after);
      open.push({ name, fixed: isShared ? setup.into : fixed, isShared, isHead, outcome: null, last: i });
    }
    if (setup.kind === 'search' && own.length === 0 && segment.encoded.includes('搜一搜')) fixed = ['wechat'];
    const isQuiet = cues.has('no-set-up', segment.encoded) || cues.has('of-the-house', segment.encoded);
    const isLookedFor = own.length > 0 && open.length === 0 && current.every(isUntold);
    if (isLookedFor) for (const item of current) item.fixed = fixed;
    else if (own.length > 0) current = isQuiet ? [] : open;
    if (open.length > 0 && !isQuiet) items.push(...open);
    if (!isQuiet) for (const item of current) tell(item, segment, i, last, cues);
    if (own.length > 0) last = asStatus(items.at(-1)?.outcome ?? null);
  }
  return { items, fixed };
}

/** How many sentences back that was opened of which something is told that hangs below it. */
const JUST_OPENED = 1;

/** Where the sentence begins: what it names itself where goods hang below it, else what was just opened; or where the piece has been. */
function heldBy(
  { kind, fixed }: Setup,
  sentence: Sentence,
  { things }: Discourse,
  knowledge: Knowledge,
): readonly string[] {
  const { cues, traitOf } = knowledge;
  const isBelow = kind === 'basket' && cues.has('hung-under', sentence.encoded);
  if (!BASKETS.has(kind) || (fixed.length > 0 && !isBelow)) return fixed;
  // «淘宝、京东的商品进抖音直播间»: also where it is named behind whose goods they are.
  const named = namesIn(sentence).find((name) => hangsUp(name, knowledge))?.ids ?? [];
  if (named.length > 0 || !isBelow) return named;
  const isNear = things.block === sentence.block && sentence.index - things.sentence <= JUST_OPENED;
  return isNear && things.ids.every((id) => traitOf.get(id) === 'platform') ? things.ids : fixed;
}

/** «小店开在淘宝，微信里搜店名是搜不出来的»: where it is looked for is told behind it. */
const isUntold = ({ outcome }: Item): boolean => outcome === null;

/** How it went by one segment: the one that names it or one behind without a name. */
function tell(item: Item, segment: Segment, index: number, before: Status | null, cues: Cues): void {
  const isNamed = index === item.name.segment || (item.isHead && index === item.name.segment + 1);
  const outcome = outcomeOf(segment.encoded, isNamed, cues);
  item.outcome = together(item.outcome, outcome === 'same' ? asOutcome(before) : outcome);
  item.last = index;
}

const asOutcome = (status: Status | null): Outcome =>
  status === 'open' || status === 'limited' || status === 'closed' ? status : null;

/** An item as a draft: which side is the place depends on what was set up. */
function drafted(item: Item, { kind }: Setup, sentence: Sentence, knowledge: Knowledge): Draft[] {
  const { name, outcome, fixed, isShared } = item;
  const open = asApps(name.ids, knowledge).filter(
    (id) => !fixed.includes(id) && (kind !== 'login' || knowledge.typeOf.get(id) !== 'company'),
  );
  if (open.length === 0 || fixed.length === 0 || outcome === null || outcome === 'same') return [];
  if (BASKETS.has(kind) && siblings(fixed, open, knowledge)) return [];
  const [subjects, objects] = kind === 'share' && !isShared ? [open, fixed] : [fixed, open];
  return asDraft(
    {
      relation: 'access',
      frame: kind === 'login' ? 'login' : 'use',
      status: outcome,
      subjects,
      objects,
      scenes: scenesOf(kind),
      sentence: sentence.index,
      segment: name.segment,
      match: { start: name.at, end: name.to + 1 },
      lastSegment: item.last,
    },
    knowledge,
  );
}
