/** Cue classes that the engine asks for where a text speaks of signing in, searching, sharing, selling or mini-programs. */
export const SCENE_CUES = [
  'no-set-up',
  'searched',
  'searches',
  'set-elsewhere',
  'set-fails',
  'set-halved',
  'set-like-before',
  'set-open',
  'set-shut',
  'set-smooth',
  'sets-basket',
  'sets-live',
  'sets-login',
  'sets-mini-program',
  'sets-page',
  'sets-search',
  'sets-share',
  'signs-in',
  'signs-in-by',
  'taps-share',
] as const;

export type SceneCue = (typeof SCENE_CUES)[number];
