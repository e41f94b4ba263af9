import { expect, it } from 'vitest';
import { packed, packedAlone, unpacked } from '../../pipeline/store/pack.ts';

const TEXT = '微信群聊里可以打开知乎的链接，朋友圈还不行。';
const READING =
  '{"origin":{"title":"front matter: title"},"noise":[],"map":[0,9],"traces":[[["subject","clause","wechat in the clause",0,2]]]}';

it.each([
  ['text', TEXT],
  ['reading', READING],
] as const)('a %s comes back as it was, however it was packed', (piece, text) => {
  expect(unpacked(packed(text, piece), piece)).toBe(text);
  expect(unpacked(packedAlone(text), piece)).toBe(text);
  expect(packed(text, piece).length).toBeLessThan(packedAlone(text).length);
});

it('reads what was packed with the words of the first day, of which no sign may change', () => {
  const old = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
  expect(unpacked(old('g6RqiGdB+QYcEZCE93z+0ic7+57PaoGnNHhQvNg/AxStC3seNzQBAA=='), 'text')).toBe(TEXT);
  expect(unpacked(old('Q446UsPKQMcSPbgwvY49exjoGMXGxtYCAA=='), 'reading')).toBe(READING);
});
