import type { Bytes } from '../unpack.ts';

/** One value of a stream of JSON. */
export interface JsonPiece {
  /** 1-based, in the order of the stream. */
  readonly number: number;
  /** Line of the stream on which it begins, 1-based. */
  readonly line: number;
  /** Whether it is an element of an array. */
  readonly inArray: boolean;
  /** Null where it is larger than the limit. */
  readonly bytes: Uint8Array | null;
  /** Whether it was cut off before its end. */
  readonly cut: boolean;
}

const [QUOTE, BACKSLASH, NEWLINE] = [0x22, 0x5c, 0x0a];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Splits a stream into its JSON objects, whether a line holds one each, one follows another, or they are the elements
 * of one array. Holds one object at a time. A broken object costs itself only: a new one that begins at the start of
 * a line ends it.
 */
export async function* splitJson(stream: Bytes, limit: number): AsyncGenerator<JsonPiece> {
  const splitter = new Splitter(limit);
  for await (const chunk of stream) yield* splitter.push(chunk);
  yield* splitter.end();
}

class Splitter {
  private readonly limit: number;
  private number = 0;
  private inArray = false;
  private line = 1;
  private begin = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private atLineStart = true;
  private parts: Uint8Array[] = [];
  private size = 0;
  private tooLarge = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  *push(chunk: Uint8Array): Generator<JsonPiece> {
    let from = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const c = chunk[i] ?? 0;
      if (c === NEWLINE) this.line += 1;
      if (this.depth > 0 && this.atLineStart && c === OPEN_BRACE) {
        this.keep(chunk, from, i);
        yield this.take(true);
      }
      this.atLineStart = c === NEWLINE;
      if (this.depth === 0) {
        if (c === OPEN_BRACKET) this.inArray = true;
        if (c !== OPEN_BRACE) continue;
        this.depth = 1;
        this.begin = this.line;
        from = i;
      } else if (this.step(c)) {
        this.keep(chunk, from, i + 1);
        yield this.take(false);
      }
    }
    if (this.depth > 0) this.keep(chunk, from, chunk.length);
  }

  *end(): Generator<JsonPiece> {
    if (this.depth > 0) yield this.take(true);
  }

  /** Goes on by one byte within an object; true where that ends it. */
  private step(c: number): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (c === BACKSLASH) this.escaped = true;
      else if (c === QUOTE) this.inString = false;
      return false;
    }
    if (c === QUOTE) this.inString = true;
    else if (c === OPEN_BRACE || c === OPEN_BRACKET) this.depth += 1;
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) this.depth -= 1;
    return this.depth === 0;
  }

  private keep(chunk: Uint8Array, from: number, to: number): void {
    this.size += to - from;
    if (this.size > this.limit) {
      this.tooLarge = true;
      this.parts = [];
    } else this.parts.push(chunk.slice(from, to));
  }

  private take(cut: boolean): JsonPiece {
    this.number += 1;
    const bytes = this.tooLarge ? null : Buffer.concat(this.parts);
    const piece = { number: this.number, line: this.begin, inArray: this.inArray, bytes, cut };
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    this.parts = [];
    this.size = 0;
    this.tooLarge = false;
    return piece;
  }
}
