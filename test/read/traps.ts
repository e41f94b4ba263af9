import { gzipSync } from 'node:zlib';

/** Text as bytes of an encoding that TextEncoder does not know, from pairs that its decoder does. */
export function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const c = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(c)) table.set(c, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))),
  );
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const gz = (text: string | Uint8Array): Uint8Array => gzipSync(text);

const SIMPLIFIED =
  '这家支付公司今天说，他们的钱包已经可以在三个城市的地铁里使用，用户不用再下载别的应用。公司没有说什么时候会在全国开放。';
const TRADITIONAL =
  '這家支付公司今天說，他們的錢包已經可以在三個城市的地鐵裡使用，用戶不用再下載別的應用。公司沒有說什麼時候會在全國開放。';
const META = (charset: string): string =>
  `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
const page = (charset: string | null, text: string): string =>
  `<!DOCTYPE html><html><head>${charset === null ? '' : META(charset)}<title>题</title></head><body><p>${text}</p></body></html>`;

/** Trap → bytes, the encoding that is right, what the text must hold, what the warning must say. */
export const ENCODINGS: readonly (readonly [string, Uint8Array, string, string, RegExp | null])[] = [
  ['UTF-8 that says so', utf8(page('utf-8', SIMPLIFIED)), 'utf-8', SIMPLIFIED, null],
  [
    'UTF-8 with a byte order mark',
    Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), utf8(page(null, SIMPLIFIED))]),
    'utf-8',
    SIMPLIFIED,
    null,
  ],
  [
    'UTF-8 that calls itself gb2312',
    utf8(page('gb2312', SIMPLIFIED)),
    'utf-8',
    SIMPLIFIED,
    /declares gb18030 but is utf-8/,
  ],
  [
    'GBK that calls itself gb2312',
    encode(page('gb2312', SIMPLIFIED), 'gb18030'),
    'gb18030',
    SIMPLIFIED,
    null,
  ],
  [
    'GBK that calls itself utf-8',
    encode(page('utf-8', SIMPLIFIED), 'gb18030'),
    'gb18030',
    SIMPLIFIED,
    /declares utf-8 but is gb18030/,
  ],
  ['GBK that says nothing', encode(page(null, SIMPLIFIED), 'gb18030'), 'gb18030', SIMPLIFIED, null],
  ['Traditional in GBK', encode(page('gbk', TRADITIONAL), 'gb18030'), 'gb18030', TRADITIONAL, null],
  ['Big5 that says so', encode(page('big5', TRADITIONAL), 'big5'), 'big5', TRADITIONAL, null],
  ['Big5 that says nothing', encode(page(null, TRADITIONAL), 'big5'), 'big5', TRADITIONAL, null],
  [
    'Big5 that calls itself gb2312',
    encode(page('gb2312', TRADITIONAL), 'big5'),
    'big5',
    TRADITIONAL,
    /declares gb18030 but is big5/,
  ],
  [
    'UTF-16 with a mark',
    Buffer.from(`\ufeff${page(null, SIMPLIFIED)}`, 'utf16le'),
    'utf-16le',
    SIMPLIFIED,
    null,
  ],
  [
    'UTF-8 with a byte that is none',
    Buffer.concat([
      utf8(`<!DOCTYPE html><html><body><p>${SIMPLIFIED}`),
      Uint8Array.of(0xff),
      utf8('</p></body></html>'),
    ]),
    'utf-8',
    SIMPLIFIED,
    /1 characters are not utf-8/,
  ],
];
