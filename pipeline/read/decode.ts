import chardet from 'chardet';
import htmlEncodingSniffer from 'html-encoding-sniffer';

export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
}

/** The superset that browsers read the label as. */
const SUPERSET: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
};

/**
 * Decodes the bytes of a page or a feed file: by byte order mark, as strict UTF-8, by what the page declares, by
 * detection; a declaration under which the bytes do not decode is passed over. Null when nothing fits.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const label of candidates(bytes)) {
    const text = tryDecode(bytes, label);
    if (text !== null) return { text, encoding: label };
  }
  return null;
}

function* candidates(bytes: Uint8Array): Generator<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) yield 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) yield 'utf-16be';
  yield 'utf-8';
  yield known(htmlEncodingSniffer(bytes, { defaultEncoding: 'UTF-8' }));
  for (const guess of chardet.analyse(bytes)) if (guess.confidence > 20) yield known(guess.name);
}

const known = (label: string): string => SUPERSET[label.toLowerCase()] ?? label.toLowerCase();

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}
