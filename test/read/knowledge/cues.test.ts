import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingClasses } from '../../../pipeline/read/knowledge/cue-faults.ts';
import { compileCues, writeCues } from '../../../pipeline/read/knowledge/cues.ts';
import { loadKnowledge } from '../../../pipeline/read/knowledge/knowledge.ts';
import { type CueEntry, ENGINE_CUES, SCENE_CUES, SPEAKER_CUES } from '../../../pipeline/types.ts';

const cue = (name: string, ...words: string[]): CueEntry => ({ class: name, reason: 'Made up.', words });
const cues = compileCues(writeCues([cue('says', '说', '说明', '<opinion>'), cue('opinion', '认为')]));

describe('the words of a class', () => {
  it.each([
    ['stand somewhere in the text', '他认为可以', true, '认为', 0, 0],
    ['begin it, the longest first', '说明一切', true, '说明', 2, 0],
    ['end it', '他没说', true, '说', 0, 1],
    ['are not there', '他没讲', false, undefined, 0, 0],
  ] as const)('%s', (_case, text, has, found, start, end) => {
    expect(cues.has('says', text)).toBe(has);
    expect(cues.find('says', text)?.[0]).toBe(found);
    expect([cues.startOf('says', text), cues.endOf('says', text)]).toEqual([start, end]);
  });

  it('are all found, from left to right, and again', () => {
    const found = () => cues.all('says', '他说明了，我认为不必说').map((m) => [m.index, m[0]]);
    expect(found()).toEqual([
      [1, '说明'],
      [6, '认为'],
      [10, '说'],
    ]);
    expect(found()).toEqual(found());
    expect(cues.all('says', '他没讲')).toEqual([]);
  });
});

describe('what a text must have for a class to be looked for in it', () => {
  const written = writeCues(loadKnowledge().lexicon.cues);
  const all = compileCues(written);
  const names = ENGINE_CUES.map((name) => ({
    name,
    source: written.find((c) => c.name === name)?.source ?? '',
  }));
  const texts = [
    '',
    '，',
    ...loadKnowledge()
      .rules.flatMap(({ fires, silent }) => [...fires.map(({ text }) => text), ...silent])
      .flatMap((text) => [text, ...text.split(/[，。；：]/), text.slice(text.length / 2), text.slice(0, 6)])
      .filter((_, i) => i % 9 === 0),
  ];

  it('loses no word at the head of a text, at its end, or within', () => {
    const lost = names.flatMap(({ name, source }) => {
      const [any, starting, ending] = [source, `^${source}`, `${source}$`].map((one) => new RegExp(one));
      return texts
        .filter(
          (text) =>
            all.has(name, text) !== any?.test(text) ||
            all.startOf(name, text) !== (starting?.exec(text)?.[0].length ?? 0) ||
            all.endOf(name, text) !== (ending?.exec(text)?.[0].length ?? 0),
        )
        .map((text) => `${name}: ${text}`);
    });
    expect(lost).toEqual([]);
    expect(texts.length).toBeGreaterThan(700);
  });

  it.each([
    ['^了|好', '了不得', 1],
    ['(?:^|，)但', '但是', 1],
    ['(?=说)说明?', '说明白', 2],
    ['(?<!不)行|$', '行了', 1],
  ])('sees through what takes up no place: %s', (word, text, length) => {
    const one = compileCues(writeCues([cue('says', word)]));
    expect([one.startOf('says', text), one.startOf('says', `这${text}`)]).toEqual([length, 0]);
  });
});

describe('a class that the engine asks for', () => {
  const { lexicon } = loadKnowledge();

  it('is in the lexicon', () => {
    expect(missingClasses(lexicon, 'extractors/lexicon')).toEqual([]);
  });

  it.each([...ENGINE_CUES, ...SCENE_CUES, ...SPEAKER_CUES])(
    '%s is missed by its name and the folder where it should be',
    (name) => {
      const without = { ...lexicon, cues: lexicon.cues.filter((c) => c.class !== name) };
      expect(missingClasses(without, 'extractors/lexicon')).toEqual([
        {
          file: 'extractors/lexicon',
          line: 1,
          column: 1,
          message: `no file here has the cue class ${name}, which the engine asks for; write it with its words and a reason`,
        },
      ]);
    },
  );
});

describe("a user's own file", () => {
  it('adds words to a class that the engine asks for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cues-'));
    const mine = join(folder, 'mine.yaml');
    writeFileSync(mine, 'cues: [{class: counter, reason: Ours., words: [修鞋铺]}]');
    const read = (extra: string[]) => loadKnowledge(extra).cues;
    expect([read([]), read([mine])].map((c) => c.has('counter', '楼下修鞋铺能扫'))).toEqual([false, true]);
    expect(read([mine]).has('counter', '楼下便利店能扫')).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
