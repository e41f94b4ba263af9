/**
 * Days, and what each was measured against: the announcements of 2013 to 2025 in the articles at hand.
 */

/** Words whose days span more than this («去年9月», «2013年») are too coarse to contradict a word about a day. */
export const COARSE_DAYS = 7;

/**
 * How long an announcement is held against what is found afterwards. Roll-outs were promised «within two days» to
 * «in the coming weeks»; what is found after more than a month is news of its own.
 */
export const HELD_AGAINST_DAYS = 30;

/** Two days at most this far apart may be one change that is told in two ways; further apart they are two changes. */
export const RETOLD_DAYS = 31;

/** A state that nobody has spoken of for longer is said to be old. */
export const OLD_DAYS = 365;

/** «Around the same days»: how far apart two claims may be that a reader wants to see side by side. */
export const AROUND_DAYS = 7;
