/** How much of hostile or broken input is taken in before an article is given up. Sizes are in bytes. */
export interface Limits {
  /** A file that is read whole: a page, a scrape, a feed, an MHTML. */
  readonly documentBytes: number;
  /** One record of an archive, a dump or a crawl. */
  readonly recordBytes: number;
  /** The front matter of a scrape. */
  readonly frontMatterBytes: number;
  /** How many times larger than its file a gzip may unpack, once it has unpacked more than `documentBytes`. */
  readonly unpackRatio: number;
}

/**
 * News pages are under 2 MB and the largest SingleFile pages about 30 MB; texts unpack to 3–15 times their gzip,
 * while a bomb reaches 1,000 times.
 */
export const LIMITS: Limits = {
  documentBytes: 64 << 20,
  recordBytes: 16 << 20,
  frontMatterBytes: 64 << 10,
  unpackRatio: 200,
};

/** «17.2 MB» for a number of bytes. */
export const megabytes = (bytes: number): string => `${(bytes / (1 << 20)).toFixed(1)} MB`;
