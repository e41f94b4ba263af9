import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/read/read.ts';
import { isChinese, looksLikeArticles, recognise } from '../../pipeline/read/recognise.ts';
import { ENCODINGS, utf8 } from './traps.ts';

describe('the encoding is found out, recorded, and told where the page was wrong about it', () => {
  it.each(ENCODINGS)('%s', (_, bytes, encoding, text, warning) => {
    const { source } = readSource('a.html', bytes);
    expect(source?.encoding).toBe(encoding);
    expect(source?.html).toContain(text);
    const told = source?.warnings.map((w) => w.message).join('\n');
    if (warning === null) expect(told).toBe('');
    else expect(told).toMatch(warning);
  });
});

describe('the family of a long file is told by its first bytes', () => {
  const page = `<!doctype html><title>页</title>${'<p>商户不用再换码牌。</p>'.repeat(1000)}`;
  const scrape = `---\ntitle: 甲\n---\n${'<p>商户不用再换码牌。</p>'.repeat(1000)}`;
  const inGbk = (text: string): Uint8Array =>
    Uint8Array.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : [0xc9, 0xcc])));

  it.each([0, 1, 2, 3])('wherever they end within a character: %i further on', (signs) => {
    const pad = ' '.repeat(signs);
    for (const bytesOf of [utf8, inGbk]) {
      expect(recognise(bytesOf(pad + page), 'a')).toBe('page');
      expect(recognise(bytesOf(pad + scrape), 'a.md')).toBe('text');
      expect(looksLikeArticles(bytesOf(pad + page))).toBe(true);
      expect(isChinese(bytesOf(pad + scrape))).toBe(true);
    }
  });
});

describe('what is no text', () => {
  it.each([
    ['nothing', new Uint8Array(), /empty/],
    ['white space', utf8(' \n\n \t'), /only white space/],
    [
      'a picture',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff),
      /no encoding/,
    ],
    ['noughts', new Uint8Array(3000), /no encoding/],
  ])('%s is told in one line', (_, bytes, message) => {
    const { problem } = readSource('a.md', bytes);
    expect(problem?.message).toMatch(message);
    expect(problem).toMatchObject({ stage: 'read', severity: 'error', path: 'a.md' });
  });
});
