import { AsyncIterReader, WARCParser } from 'warcio';
import type { Bytes } from '../unpack.ts';

const BLANK = Uint8Array.of(13, 10);
const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 13 || byte === 10);
const beginsRecord = (line: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(line.subarray(0, 5)) === 'WARC/';

/** The bytes of an archive. Where warcio would print that a record does not end where its length says, it is kept. */
class Reader extends AsyncIterReader {
  /** Set before the line that should stand behind a record is read. */
  atEnd = false;
  /** Bytes that stand behind the last record and belong to none. */
  astray = 0;

  override async readlineRaw(most?: number): Promise<Uint8Array | null> {
    const line = await super.readlineRaw(most);
    if (!this.atEnd) return line;
    this.atEnd = false;
    if (line === null || isBlank(line) || beginsRecord(line)) return line;
    this.astray = line.length;
    return BLANK;
  }

  /** warcio would print, and lose, a piece that is put back before another. */
  override unread(piece: Uint8Array): void {
    const waiting = this._savedChunk;
    this._savedChunk = null;
    super.unread(piece);
    if (waiting !== null) this._savedChunk = Buffer.concat([piece, waiting]);
  }
}

/** warcio's parser, silent: `takeAstray` says after a record how many bytes behind the one before belong to none. */
export class ArchiveParser extends WARCParser {
  private readonly bytes: Reader;

  constructor(stream: Bytes) {
    const bytes = new Reader(stream, null);
    super(bytes);
    this.bytes = bytes;
  }

  override readToNextRecord(): Promise<Uint8Array | null> {
    this.bytes.atEnd = true;
    return super.readToNextRecord();
  }

  takeAstray(): number {
    const { astray } = this.bytes;
    this.bytes.astray = 0;
    return astray;
  }
}
