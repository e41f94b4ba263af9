import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/clean.ts';
import { blocksOf } from '../../pipeline/clean/fragment.ts';
import { entriesOf } from '../../pipeline/read/entries.ts';
import { readFrontMatter } from '../../pipeline/read/front-matter.ts';
import { readMoment } from '../../pipeline/read/moment.ts';
import { readSource } from '../../pipeline/read/read.ts';
import { gz } from './traps.ts';

/** Blocks are in order, hold no white space at their ends, and together with the breaks between them are the text. */
function checkBlocks({
  text,
  blocks,
}: {
  text: string;
  blocks: readonly { start: number; end: number }[];
}): void {
  const parts = blocks.map((b) => text.slice(b.start, b.end));
  expect(parts.join('\n')).toBe(text);
  for (const part of parts) {
    expect(part).not.toBe('');
    expect(part).toBe(part.trim());
    expect(part).not.toContain('\n');
  }
}

const HTML = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div style="display:none">',
        '</div>',
        '<rt>',
        '<!--',
        '-->',
        '<b>',
        '</b>',
        '<br>',
      ),
      fc.constantFrom(
        '<style>.a{display:none}</style>',
        '<i class=a>',
        '<ul><li>',
        '&amp;',
        '&#xD800;',
        '&#0;',
        '\u200b',
        '(lián)',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('支付。', '相关阅读', '免责声明：', '　', '《报》（记者 某）讯，'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('no text whatever breaks cleaning or reading', () => {
  it('blocks make up the text', () => {
    fc.assert(
      fc.property(HTML, (html) => checkBlocks(blocksOf(html))),
      { numRuns: 1500 },
    );
  });
  it('the map names places of the source', () => {
    fc.assert(
      fc.property(HTML, (html) => {
        const { text, sourceMap } = blocksOf(html);
        for (let i = 0; i < sourceMap.length; i += 2) {
          const [at = 0, from = 0] = sourceMap.slice(i, i + 2);
          expect(at).toBeGreaterThan(i === 0 ? -1 : (sourceMap[i - 2] ?? 0));
          expect(at).toBeLessThan(text.length);
          if (/[\p{Script=Han}]/u.test(text[at] ?? '')) expect(html[from]).toBe(text[at]);
        }
      }),
      { numRuns: 1500 },
    );
  });
  it('cleaning what was cleaned changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const escaped = (s: string): string => s.replace(/&/g, '&amp;').replace(/</g, '&lt;');
        const once = blocksOf(`<p>${escaped(words)}</p>`).text;
        expect(blocksOf(`<p>${escaped(once)}</p>`).text).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
  it('front matter and stamps are read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        readFrontMatter(`---\n${s}\n---\n文`);
        readFrontMatter(`+++\n${s}\n+++\n文`);
        const moment = readMoment(s);
        if (moment !== null) expect(moment.iso).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      }),
      { numRuns: 1000 },
    );
  });
  it('bytes are a source or a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { source, problem } = readSource('a.md', bytes);
        expect((source === null) !== (problem === null)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('no damage to a sample file stops a run', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const SAMPLES = ['test/fixtures/formats', 'corpus'].flatMap((dir) =>
    readdirSync(dir)
      .filter((name) => name !== 'README.md')
      .map((name) => join(dir, name)),
  );
  it.each(SAMPLES)('%s', async (sample) => {
    const whole = readFileSync(sample);
    let seed = whole.length;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (let round = 0; round < 12; round += 1) {
      const bytes = Buffer.from(whole);
      for (let i = 0; i <= round * 4; i += 1) bytes[random(bytes.length)] = random(256);
      const cut = round % 3 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      const absolute = join(folder, 'x');
      writeFileSync(absolute, round % 4 === 3 ? gz(cut) : cut);
      for await (const entry of entriesOf({ absolute, path: sample })) {
        const { source } = await entry.read();
        if (source === null) continue;
        const article = await clean(source).catch((thrown: unknown) => {
          expect(String(thrown)).toMatch(/no text is left/);
          return null;
        });
        if (article !== null) checkBlocks(article);
      }
    }
  });
});
