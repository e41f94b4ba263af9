import type { Cues, Sentence, Status, Token } from '../../types.ts';

/** What a piece can set up to be tried. */
export type SetupKind = 'login' | 'mini-program' | 'live' | 'basket' | 'search' | 'article' | 'share';

/**
 * What a piece has set up: from then on a clause needs only one name of the open side and a yes or no. The fixed side is
 * the app that is signed in to, searched in, sold in or shared out of, until another takes its place.
 */
export interface Setup {
  readonly kind: SetupKind;
  /** Nobody as long as the text has not said where. */
  readonly fixed: readonly string[];
  /** The messenger that is chosen from one share menu after another, where it is always the same. */
  readonly into: readonly string[];
  /** The last status that was read, for «…也一样». */
  readonly last: Status | null;
  /** The last block that set it up or was read by it. */
  readonly block: number;
  /** Whether it was announced without a name, so that it holds over paragraphs. */
  readonly isWide: boolean;
}

/** The kinds in the order in which they win over one another where a sentence has words of several. */
const WORDS = [
  ['login', 'sets-login'],
  ['mini-program', 'sets-mini-program'],
  ['article', 'sets-article'],
  ['live', 'sets-live'],
  ['share', 'sets-share'],
  ['basket', 'sets-basket'],
  ['search', 'sets-search'],
] as const;

/** What the words of a sentence set up; null where they set up nothing. */
export const kindIn = ({ encoded, tokens }: Sentence, cues: Cues): SetupKind | null =>
  WORDS.find(([kind, cue]) => {
    if (kind === 'live' && tokens.some(isLiveRoom)) return true;
    if (kind !== 'article') return cues.has(cue, encoded);
    const at = tokens.find(isArticle)?.at;
    return at !== undefined && cues.has(cue, encoded.slice(at + 1));
  })?.[0] ?? null;

/** «公众号», and the articles there. */
const isArticle = ({ ids }: Token): boolean =>
  ids.includes('official-account') || ids.includes('official-account-links');

/** «直播间», which is written as its token. */
export const isLiveRoom = (t: Token): boolean => t.class === 'scene' && t.ids.includes('livestream');

/** «二、小程序», «【登录】»: what a heading that names nobody sets up for what stands under it; else what was set up before is over. */
export function headedSetup({ tokens, encoded, block }: Sentence, cues: Cues): Setup | null {
  const [scene, another] = tokens;
  const isShare = scene === undefined && cues.has('heads-share', encoded.trimEnd());
  const named =
    scene?.class === 'scene' && another === undefined ? HEADED.get(scene.ids[0] ?? '') : undefined;
  const kind = isShare ? 'share' : named;
  return kind === undefined ? null : { kind, fixed: [], into: [], last: null, block, isWide: true };
}
const HEADED: ReadonlyMap<string, SetupKind> = new Map<string, SetupKind>([
  ['login', 'login'],
  ['mini-program', 'mini-program'],
  ['search', 'search'],
  ['share', 'share'],
]);

const SCENES: Readonly<Record<SetupKind, readonly string[]>> = {
  login: ['login'],
  'mini-program': ['mini-program'],
  live: ['livestream'],
  basket: [],
  search: ['search'],
  article: ['official-account'],
  share: ['share'],
};

export const scenesOf = (kind: SetupKind): readonly string[] => SCENES[kind];
