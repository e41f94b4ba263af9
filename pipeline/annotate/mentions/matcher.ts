import type { Alias, EntityType, Lexicon, Mention } from '../../types.ts';
import { type Decide, makeDecide, type Verdict } from './decide.ts';
import { edgesHold } from './edges.ts';
import type { Cut } from './segment.ts';
import { buildTrie, type Hit, hitsAt, type Trie } from './trie.ts';

export interface Matcher {
  /**
   * Mentions in a Simplified twin, by start, then longest first; offsets are UTF-16 into that twin. Entities do not
   * overlap one another, nor do scenes; a scene may overlap an entity. `year` is that of the article: aliases that did
   * not hold then are passed over; null takes them all.
   */
  find(twin: string, year: number | null): Mention[];
}

/** One alias. Those of one lane never overlap. */
interface Word {
  readonly kind: 'entity' | 'scene';
  readonly lane: number;
  readonly id: string;
  readonly type: EntityType | null;
  readonly alias: Alias;
}

interface Found {
  readonly mention: Mention;
  readonly sure: boolean;
}

/** `cut` is asked only for ambiguous aliases that their neighbours leave open. */
export function buildMatcher(lexicon: Lexicon, cut: Cut): Matcher {
  const words = wordsOf(lexicon);
  const trie = buildTrie(words.map((word) => [word.alias.text, word] as const));
  const decide = makeDecide(cut);
  return {
    find(twin, year) {
      return settle(
        scan({ trie, decide, text: twin, year, taken: new Int32Array(LANES), found: [], sureEnd: -1 }),
      );
    },
  };
}

/** What one pass over a text carries along. */
interface Pass {
  readonly trie: Trie<Word>;
  readonly decide: Decide;
  readonly text: string;
  readonly year: number | null;
  /** Where the last mention of each lane ends. */
  readonly taken: Int32Array;
  readonly found: Found[];
  /** Where the last entity that is named beyond doubt ends. */
  sureEnd: number;
}

function scan(pass: Pass): Found[] {
  for (let start = 0; start < pass.text.length; start++) {
    const hits = hitsAt(pass.trie, pass.text, start);
    for (let i = hits.length - 1; i >= 0; i--) {
      const hit = hits[i];
      if (hit !== undefined) takeHit(pass, hit, start);
    }
  }
  return pass.found;
}

function takeHit(pass: Pass, hit: Hit<Word>, start: number): void {
  for (const word of hit.values) {
    if ((pass.taken[word.lane] ?? 0) > start) continue;
    const verdict = judge(pass, word.alias, start, hit.end);
    if (verdict === 'no') continue;
    pass.taken[word.lane] = hit.end;
    const sure = verdict === 'yes' || isListed(pass, start, hit.end);
    if (sure && word.kind === 'entity') pass.sureEnd = hit.end;
    pass.found.push({
      mention: { start, end: hit.end, kind: word.kind, id: word.id, type: word.type },
      sure,
    });
  }
}

function judge(pass: Pass, alias: Alias, start: number, end: number): Verdict {
  if (!holdsIn(alias, pass.year) || !edgesHold(pass.text, start, end)) return 'no';
  return pass.decide(pass.text, start, end, alias);
}

const JOINER = /^(?:、|和|与|及|以及|\/)$/;

/** Whether a list joins the span to a name that is sure: 「优酷、大麦」, 「大麦和优酷」. */
function isListed(pass: Pass, start: number, end: number): boolean {
  const { text, trie } = pass;
  if (pass.sureEnd < start && JOINER.test(text.slice(pass.sureEnd, start))) return true;
  for (const next of [end + 1, end + 2]) {
    if (!JOINER.test(text.slice(end, next))) continue;
    const isSure = (hit: Hit<Word>) =>
      hit.values.some(
        (w) => w.kind === 'entity' && !w.alias.ambiguous && judge(pass, w.alias, next, hit.end) === 'yes',
      );
    if (hitsAt(trie, text, next).some(isSure)) return true;
  }
  return false;
}

/** An unsure mention stays if the same article names the same thing beyond doubt. */
function settle(found: readonly Found[]): Mention[] {
  const named = new Set(found.filter((one) => one.sure).map((one) => key(one.mention)));
  return found.filter((one) => one.sure || named.has(key(one.mention))).map((one) => one.mention);
}

function key(mention: Mention): string {
  return `${mention.kind} ${mention.id}`;
}

function holdsIn(alias: Alias, year: number | null): boolean {
  return year === null || ((alias.from ?? year) <= year && year <= (alias.to ?? year));
}

const ENTITY_LANE = 0;
const SCENE_LANE = 1;
const LANES = 2;

function wordsOf(lexicon: Lexicon): Word[] {
  return [
    ...lexicon.entities.flatMap(({ id, type, aliases }) =>
      aliases.map((alias): Word => ({ kind: 'entity', lane: ENTITY_LANE, id, type, alias })),
    ),
    ...lexicon.scenes.flatMap(({ id, aliases }) =>
      aliases.map((alias): Word => ({ kind: 'scene', lane: SCENE_LANE, id, type: null, alias })),
    ),
  ];
}
