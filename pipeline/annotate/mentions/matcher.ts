import type { Alias, EntityType, Lexicon, Mention } from '../../types.ts';
import { type Decide, makeDecide } from './decide.ts';
import { edgesHold } from './edges.ts';
import { type Cut, lazyJieba } from './segment.ts';
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

/** `cut` is nodejieba's unless a test brings its own; it is loaded and asked only for ambiguous aliases. */
export function buildMatcher(lexicon: Lexicon, cut: Cut = lazyJieba()): Matcher {
  const words = wordsOf(lexicon);
  const trie = buildTrie(words.map((word) => [word.alias.text, word] as const));
  const decide = makeDecide(cut);
  return {
    find(twin, year) {
      return settle(scan(trie, decide, twin, year));
    },
  };
}

function scan(trie: Trie<Word>, decide: Decide, text: string, year: number | null): Found[] {
  const taken = new Int32Array(LANES);
  const found: Found[] = [];
  for (let start = 0; start < text.length; start++) {
    const hits = hitsAt(trie, text, start);
    for (let i = hits.length - 1; i >= 0; i--) {
      const hit = hits[i];
      if (hit !== undefined) takeHit(hit, start, taken, decide, text, year, found);
    }
  }
  return found;
}

function takeHit(
  hit: Hit<Word>,
  start: number,
  taken: Int32Array,
  decide: Decide,
  text: string,
  year: number | null,
  found: Found[],
): void {
  for (const word of hit.values) {
    if ((taken[word.lane] ?? 0) > start || !holdsIn(word.alias, year) || !edgesHold(text, start, hit.end))
      continue;
    const verdict = decide(text, start, hit.end, word.alias);
    if (verdict === 'no') continue;
    taken[word.lane] = hit.end;
    const mention: Mention = { start, end: hit.end, kind: word.kind, id: word.id, type: word.type };
    found.push({ mention, sure: verdict === 'yes' });
  }
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
