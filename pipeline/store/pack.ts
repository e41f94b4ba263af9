import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** Most texts have less than 8 kB: a small window takes half the time to set up, and loses nothing. */
const SMALL = { level: 6, windowBits: 13, memLevel: 6 };

/** Text as the book holds it: deflated UTF-8, about half as long. */
export const packed = (text: string): Buffer => deflateRawSync(text, SMALL);

/** The text that `packed` made this of. */
export const unpacked = (held: Uint8Array): string => inflateRawSync(held).toString();

/** A column that holds packed text. */
export const heldText = z.instanceof(Uint8Array).transform(unpacked);
