import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../../pipeline/read/knowledge/fault.ts';
import { loadLexicon } from '../../../pipeline/read/knowledge/lexicon.ts';
import type { Lexicon } from '../../../pipeline/types.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = () => join(folder, 'own', 'mine.yaml');

/** Writes the package's files and a user's own one, and loads them. */
function load(shipped: Record<string, string | Buffer>, mine?: string): Lexicon {
  mkdirSync(join(folder, 'lexicon', 'more'), { recursive: true });
  mkdirSync(join(folder, 'own'), { recursive: true });
  for (const [name, text] of Object.entries(shipped)) writeFileSync(join(folder, 'lexicon', name), text);
  if (mine !== undefined) writeFileSync(own(), mine);
  return loadLexicon(join(folder, 'lexicon'), mine === undefined ? [] : [own()]);
}

function faultsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message.replaceAll(`${folder}/`, '').split('\n');
    throw error;
  }
  return [];
}

const texts = (lexicon: Lexicon, id: string) =>
  lexicon.entities.find((e) => e.id === id)?.aliases.map((a) => a.text);

const KIOSK = 'entities:\n  - id: kiosk\n    type: app\n    name: 报亭\n    aliases: [报亭网]\n';

describe('a lexicon that is in order', () => {
  it('takes the name as an alias and fills in what is not said', () => {
    expect(load({ 'entities.yaml': KIOSK }).entities).toEqual([
      {
        id: 'kiosk',
        type: 'app',
        name: '报亭',
        trait: null,
        owner: null,
        aliases: [
          { text: '报亭', from: null, to: null, ambiguous: false, near: [], not: [] },
          { text: '报亭网', from: null, to: null, ambiguous: false, near: [], not: [] },
        ],
      },
    ]);
  });

  it('reads files wherever they stand below the folder, in a stable order, and leaves others alone', () => {
    const files = {
      'more/b.yml': 'entities: [{id: b, type: app, name: 乙乙}]',
      'a.yaml': 'entities: [{id: a, type: app, name: 甲甲}]',
      'notes.txt': ': :',
      '.hidden.yaml': ': :',
    };
    expect(load(files).entities.map((e) => e.id)).toEqual(['a', 'b']);
  });

  it('lays a shared list flat', () => {
    const text = `shared: {tails: &tails [网址, 网页]}\nentities: [{id: kiosk, type: app, name: 报亭, aliases: [{text: 报亭网, not: [*tails, 报亭网格]}]}]`;
    expect(load({ 'e.yaml': text }).entities[0]?.aliases[1]?.not).toEqual(['网址', '网页', '报亭网格']);
  });

  it('writes an alias as the twin writes it', () => {
    expect(texts(load({ 'e.yaml': KIOSK.replace('报亭网', '"ＱＱ 报亭 Ａpp"') }), 'kiosk')).toEqual([
      '报亭',
      'QQ报亭App',
    ]);
  });

  it('lets a name be a label only', () => {
    const text = 'scenes: [{id: share, name: 分享, label: true, aliases: [分享按钮]}]';
    expect(load({ 's.yaml': text }).scenes[0]?.aliases.map((a) => a.text)).toEqual(['分享按钮']);
  });

  it('gives one alias to two entities in years that do not meet', () => {
    const text =
      'entities:\n  - {id: old, type: app, name: 旧旧, aliases: [{text: 同名, to: 2015}]}\n  - {id: new, type: app, name: 新新, aliases: [{text: 同名, from: 2016}]}';
    expect(faultsOf(() => load({ 'e.yaml': text }))).toEqual([]);
  });

  it('takes a bare list as cues', () => {
    const text =
      '- {class: opens, reason: It works., words: [打开]}\n- {class: joins, reason: Also., words: [接入]}';
    expect(load({ 'cues.yaml': text }).cues.map((c) => c.words)).toEqual([['打开'], ['接入']]);
  });

  it('takes an empty file as nothing', () => {
    expect(load({ 'e.yaml': '# nothing yet\n' }).entities).toEqual([]);
  });
});

describe('a file that is wrong is told with its place and what to do', () => {
  const cases: [trap: string, text: string, faults: string[]][] = [
    ['not YAML', 'entities:\n  - id: [', ['lexicon/e.yaml:2:10 not YAML: ']],
    [
      'a number for an alias',
      KIOSK.replace('报亭网', '360'),
      ['lexicon/e.yaml:5:15 entities[0].aliases[0].text: YAML reads this as a number; put it in quotes'],
    ],
    [
      'an unknown key',
      KIOSK.replace('name', 'nmae'),
      [
        'lexicon/e.yaml:4:5 entities[0]: unknown key "nmae"; use one of id, type, trait, name, owner, label, aliases, parts',
      ],
    ],
    [
      'an unknown type',
      KIOSK.replace('type: app', 'type: shop'),
      ['lexicon/e.yaml:3:11 entities[0].type: one of app, payment, company, regulator, link-class, group'],
    ],
    [
      'an id that is none',
      KIOSK.replace('id: kiosk', 'id: 报亭'),
      [
        'lexicon/e.yaml:2:9 entities[0].id: an id is small letters, digits and single hyphens, as in wechat-pay',
      ],
    ],
    [
      'a part that is no regular expression',
      KIOSK.replace('aliases', 'parts: [报架, "报(架"]\n    aliases'),
      ['lexicon/e.yaml:5:17 entities[0].parts[1]: is no regular expression; mend it'],
    ],
    ['no id', KIOSK.replace('id: kiosk\n    ', ''), ['lexicon/e.yaml:2:5 entities[0].id: ']],
    [
      'no type',
      KIOSK.replace('    type: app\n', ''),
      ['lexicon/e.yaml:2:9 kiosk is new here and lacks type; add it, or mend the id'],
    ],
    [
      'an alias of one character',
      KIOSK.replace('报亭网', '报'),
      ['lexicon/e.yaml:5:15 alias 「报」 is one character and would match everywhere; write a longer one'],
    ],
    [
      'an alias twice',
      KIOSK.replace('报亭网', '报亭网, 报亭网'),
      ['lexicon/e.yaml:5:20 alias 「报亭网」 is listed twice for kiosk (also lexicon/e.yaml:5); keep one'],
    ],
    [
      'the same alias in another case',
      KIOSK.replace('报亭网', 'Kiosk, KIOSK'),
      ['lexicon/e.yaml:5:22 alias 「KIOSK」 is listed twice for kiosk (also lexicon/e.yaml:5); keep one'],
    ],
    [
      'an alias of two entities',
      `${KIOSK}  - {id: stand, type: app, name: 报摊, aliases: [报亭网]}\n`,
      [
        'lexicon/e.yaml:6:48 alias 「报亭网」 belongs to kiosk already (lexicon/e.yaml:5); keep one, or give both years that do not meet',
      ],
    ],
    [
      'an id twice',
      `${KIOSK}  - {id: kiosk, type: app, name: 报摊}\n`,
      ['lexicon/e.yaml:6:10 kiosk is defined twice; put its aliases into one entry'],
    ],
    [
      'an owner that is nobody',
      KIOSK.replace('    aliases', '    owner: nobody\n    aliases'),
      ['lexicon/e.yaml:5:12 owner nobody is no entity; add it, or write null'],
    ],
    [
      'years the wrong way round',
      KIOSK.replace('报亭网', '{text: 报亭网, from: 2020, to: 2013}'),
      ['lexicon/e.yaml:5:15 entities[0].aliases[0]: from is later than to; swap them'],
    ],
    [
      'near of a plain alias',
      KIOSK.replace('报亭网', '{text: 报亭网, near: [报纸]}'),
      [
        'lexicon/e.yaml:5:15 entities[0].aliases[0]: near is asked only of an ambiguous alias; add «ambiguous: true»',
      ],
    ],
    [
      'a cue without words',
      '- {class: opens, reason: It works., words: []}',
      ['lexicon/e.yaml:1:44 cues[0].words: is empty; give the class a word or delete it'],
    ],
    [
      'a cue whose word is no regular expression',
      '- {class: opens, reason: It works., words: [打开, "开(?:了"]}',
      ['lexicon/e.yaml:1:49 «开(?:了» of opens: Invalid regular expression: '],
    ],
    [
      'a cue that names a class that is none',
      '- {class: opens, reason: It works., words: [打开, <adverb>开]}',
      [
        'lexicon/e.yaml:1:49 «<adverb>开» of opens: <adverb> is neither a token class nor a cue class; mend the word',
      ],
    ],
    [
      'cues that name each other in a circle',
      '- {class: opens, reason: It works., words: [<shuts>]}\n- {class: shuts, reason: It does not., words: [关, <opens>]}',
      [
        'lexicon/e.yaml:1:45 «<shuts>» of opens: cue classes name each other in a circle; mend the word',
        'lexicon/e.yaml:2:51 «<opens>» of shuts: cue classes name each other in a circle; mend the word',
      ],
    ],
    [
      'a class that is written twice',
      '- {class: opens, reason: It works., words: [打开]}\n- {class: opens, reason: Also., words: [接入]}',
      ['lexicon/e.yaml:2:11 opens is in lexicon/e.yaml:1 already; add the words there'],
    ],
    [
      'a word that stands twice in its class',
      '- {class: opens, reason: It works., words: [打开, 点开, 打开]}',
      ['lexicon/e.yaml:1:53 «打开» stands twice in opens; delete one'],
    ],
    [
      'a word that is cut in two at its comma',
      '- {class: opens, reason: It works., words: ["打开.{0", "6}了"]}',
      [
        'lexicon/e.yaml:1:45 «打开.{0» of opens: a brace that counts nothing; write the word in one piece',
        'lexicon/e.yaml:1:54 «6}了» of opens: a brace that counts nothing; write the word in one piece',
      ],
    ],
    ['a cue without a reason', '- {class: opens, words: [打开]}', ['lexicon/e.yaml:1:3 cues[0].reason: ']],
    [
      'an empty word',
      '- {class: opens, reason: "It works.", words: [打开, ""]}',
      ['lexicon/e.yaml:1:51 cues[0].words[1]: is empty; write the words or delete the line'],
    ],
    ['a text for a list', 'entities: 报亭', ['lexicon/e.yaml:1:11 entities: ']],
    [
      'two faults at once',
      'entities: [{id: A, type: app, name: 甲甲}, {id: b, type: b, name: 乙乙}]',
      ['lexicon/e.yaml:1:17 ', 'lexicon/e.yaml:1:56 '],
    ],
    [
      'a YAML of a billion laughs',
      `a: &a [哈哈]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`).join('\n')}`,
      ['lexicon/e.yaml:1:1 not YAML: '],
    ],
  ];
  it.each(cases)('%s', (_trap, text, faults) => {
    const told = faultsOf(() => load({ 'e.yaml': text }));
    expect(told).toHaveLength(faults.length);
    for (const [i, fault] of faults.entries()) expect(told[i]).toContain(fault);
  });

  it('bytes that are not UTF-8', () => {
    expect(faultsOf(() => load({ 'e.yaml': Buffer.from([0x61, 0x3a, 0xff, 0xfe]) }))).toEqual([
      'lexicon/e.yaml:1:1 is not UTF-8; save it as UTF-8',
    ]);
  });

  it('words that lean on a class of a file that cannot be read are not told too', () => {
    const told = faultsOf(() =>
      load({
        'a.yaml': 'cues:\n  - class: verb\n    words: [开',
        'b.yaml': "cues:\n  - class: opens\n    reason: It works.\n    words: ['<verb>了']\n",
      }),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('lexicon/a.yaml:3:14 not YAML: ');
  });

  it('the faults of all files come at once', () => {
    const told = faultsOf(() => load({ 'a.yaml': 'entities: 1', 'b.yaml': 'scenes: 2' }));
    expect(told.map((line) => line.split(':')[0])).toEqual(['lexicon/a.yaml', 'lexicon/b.yaml']);
  });
});

describe("a user's own file", () => {
  it('adds aliases to an id that is there', () => {
    const mine = 'entities: [{id: kiosk, aliases: [亭子]}]';
    expect(texts(load({ 'e.yaml': KIOSK }, mine), 'kiosk')).toEqual(['报亭', '报亭网', '亭子']);
  });

  it('adds entities, scenes and cues', () => {
    const mine =
      'entities: [{id: stand, type: app, name: 报摊, owner: kiosk}]\nscenes: [{id: counter, name: 柜台}]\ncues: [{class: opens, reason: Ours., words: [开张]}]';
    const { entities, scenes, cues } = load({ 'e.yaml': KIOSK }, mine);
    expect([entities.at(-1)?.id, scenes[0]?.id, cues[0]?.words[0]]).toEqual(['stand', 'counter', '开张']);
  });

  it('replaces an alias with what it says of it', () => {
    const mine = 'entities: [{id: kiosk, aliases: [{text: 报亭网, not: [报亭网格]}]}]';
    const aliases = load({ 'e.yaml': KIOSK }, mine).entities[0]?.aliases;
    expect(aliases?.map((a) => [a.text, a.not])).toEqual([
      ['报亭', []],
      ['报亭网', ['报亭网格']],
    ]);
  });

  it('may not take an alias from another entity', () => {
    const mine = 'entities: [{id: stand, type: app, name: 报摊, aliases: [报亭]}]';
    expect(faultsOf(() => load({ 'e.yaml': KIOSK }, mine))).toEqual([
      'own/mine.yaml:1:55 alias 「报亭」 belongs to kiosk already (lexicon/e.yaml:4); keep one, or give both years that do not meet',
    ]);
  });

  it('may not change a type', () => {
    expect(faultsOf(() => load({ 'e.yaml': KIOSK }, 'entities: [{id: kiosk, type: payment}]'))).toEqual([
      'own/mine.yaml:1:30 kiosk is of type app; leave the type out or choose another id',
    ]);
  });

  it('is told of an id that it misspells', () => {
    expect(faultsOf(() => load({ 'e.yaml': KIOSK }, 'entities: [{id: kisok, aliases: [亭子]}]'))).toEqual([
      'own/mine.yaml:1:17 kisok is new here and lacks type and name; add it, or mend the id',
    ]);
  });

  it('is told when it is not there, or a folder', () => {
    load({ 'e.yaml': KIOSK });
    const shipped = join(folder, 'lexicon');
    expect(faultsOf(() => loadLexicon(shipped, [join(folder, 'gone.yaml')]))).toEqual([
      'gone.yaml:1:1 there is no such file; mend the path',
    ]);
    expect(faultsOf(() => loadLexicon(shipped, [shipped]))).toEqual([
      'lexicon:1:1 is a folder; name a YAML file in it',
    ]);
  });
});

describe('offices', () => {
  const OFFICES =
    'offices:\n  - kinds:\n      ca: [通信管理局, 通管局]\n      court: [法院]\n    places:\n      nanwan: [南湾省, 南湾]\n';

  it('are one agency for every place and kind, under all of its names', () => {
    const lexicon = load({ 'a.yaml': OFFICES });
    expect(texts(lexicon, 'nanwan-ca')).toEqual([
      '南湾省通信管理局',
      '南湾省通管局',
      '南湾通信管理局',
      '南湾通管局',
    ]);
    const court = lexicon.entities.find((e) => e.id === 'nanwan-court');
    expect(court).toMatchObject({ type: 'regulator', name: '南湾省法院', trait: 'court' });
  });

  it('may be added by a user, beside those that are there', () => {
    const mine = 'offices:\n  - kinds:\n      ca: [通信管理局]\n    places:\n      beiwan: [北湾省]\n';
    expect(texts(load({ 'a.yaml': OFFICES }, mine), 'beiwan-ca')).toEqual(['北湾省通信管理局']);
  });
});
