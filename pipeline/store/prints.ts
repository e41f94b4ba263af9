/** Texts whose signatures are kept; of what comes then they are made anew when it is linked. 200,000 take 40 MB. */
const MOST = 200_000;
const TOO_SHORT = -1;

/** The signatures of the texts that a run has read, by hash, in one block of memory. */
export class Prints {
  private readonly places = new Map<string, number>();
  private block = new Uint16Array(0);
  private used = 0;
  private each = 0;

  /** Notes a text's signature, all of one length, or null for a text too short to have one. */
  add(hash: string, signature: Uint16Array | null): void {
    if (this.places.has(hash) || this.places.size >= MOST) return;
    this.places.set(hash, signature === null ? TOO_SHORT : this.used);
    if (signature === null) return;
    const end = this.used + signature.length;
    if (end > this.block.length) {
      const larger = new Uint16Array(Math.max(end, this.block.length * 2));
      larger.set(this.block);
      this.block = larger;
    }
    this.block.set(signature, this.used);
    this.used = end;
    this.each = signature.length;
  }

  /** What was noted of a text; undefined where nothing was. */
  of(hash: string): Uint16Array | null | undefined {
    const place = this.places.get(hash);
    if (place === undefined) return undefined;
    return place === TOO_SHORT ? null : this.block.slice(place, place + this.each);
  }
}
