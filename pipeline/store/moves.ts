import type { Known } from './articles.ts';

/**
 * Finds out where an article that turns up under a new path was before: the same bytes, under a path whose file is not
 * there any more. Such an article keeps its id, and with it its claims and all that was decided on them.
 */
export class Moves {
  private readonly bySha = new Map<string, string[]>();
  private readonly known: ReadonlyMap<string, Known>;
  private readonly isThere: (path: string) => boolean;

  /** `isThere` says whether the file of a path (or of `path#record`) can still be found. */
  constructor(known: ReadonlyMap<string, Known>, isThere: (path: string) => boolean) {
    this.known = known;
    this.isThere = isThere;
    for (const [path, { sha256 }] of known) {
      const paths = this.bySha.get(sha256);
      if (paths === undefined) this.bySha.set(sha256, [path]);
      else paths.push(path);
    }
  }

  /** The old path, given out once; null where there is none, or where the new path is known itself. */
  from(path: string, sha256: string): { readonly path: string; readonly known: Known } | null {
    if (this.known.has(path)) return null;
    const paths = this.bySha.get(sha256) ?? [];
    const at = paths.findIndex((old) => !this.isThere(old));
    const [old] = at < 0 ? [] : paths.splice(at, 1);
    const known = old === undefined ? undefined : this.known.get(old);
    return old === undefined || known === undefined ? null : { path: old, known };
  }
}
