import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { folded } from '../../pipeline/annotate/twin.ts';
import { repostJudge } from '../../pipeline/reposts/judge.ts';
import { bandsOf, resemblance, signatureOf } from '../../pipeline/reposts/signature.ts';
import { clausesOf, storyOf } from '../../pipeline/reposts/words.ts';

const NEWS = [
  '两家钱包的用户从这个月起可以互相扫码，商户不用再摆两张码牌，收银员只要看一眼手机就知道钱到了没有。',
  '记者在三家便利店试了试，都能付成，只有一家要先更新应用；店主说，更新以后再没有出过错，客人也不再问用哪一家付。',
  '平台的人说，其余城市会陆续开通，时间还没有定，商户可以先在后台登记，登记以后会收到一条短信。',
  '地铁公司则说，闸机暂时只认原来的码，乘客要坐车还得打开地铁自己的应用，换机器的钱要到明年才批得下来。',
];
const LONG = NEWS.join('\n');
const SHORT = NEWS.slice(0, 2).join('\n');
const NOTICE = (app: string, day: string, city: string): string =>
  `关于${app}接入统一收款码的公告\n尊敬的商户：为了让您收款更方便，${app}将于${day}起在${city}接入统一收款码。\n接入期间收款不受影响，您无须更换码牌，也无须重新签约。如有疑问，请在工作日拨打商户服务热线。感谢您一直以来的理解与支持。`;

const judge = repostJudge(folded);
/** As the store asks: they must meet in a band, resemble each other, and be the same. */
function linked(a: string, b: string): boolean {
  const [x, y] = [judge.sign(a), judge.sign(b)];
  if (x === null || y === null) return false;
  const bands = judge.bands(y);
  if (!judge.bands(x).some((band) => bands.includes(band))) return false;
  return judge.resemble(x, y) && judge.same(a, b);
}

describe('a repost is found', () => {
  it.each<[string, string, string]>([
    ['with another head line', LONG, `湾区数码报讯\n${LONG}`],
    ['with a tail', LONG, `${LONG}\n（来源：湾区数码报，作者王小明，责任编辑李大同）`],
    [
      'with an advert put in the middle',
      LONG,
      LONG.replace('\n', '\n关注本号，每天早上七点送上新鲜消息。\n'),
    ],
    [
      'a short one with another outlet’s dateline',
      `本报北京9月17日讯 ${SHORT}`,
      `据新华社上海9月18日电 ${SHORT}`,
    ],
    ['without its last paragraph', LONG, NEWS.slice(0, 3).join('\n')],
    ['on one line', LONG, LONG.replaceAll('\n', '')],
    ['with half-width signs', LONG, LONG.replaceAll('，', ',').replaceAll('；', ';')],
    [
      'with a word put otherwise in a long text',
      LONG + LONG.split('').reverse().join(''),
      LONG.replace('陆续', '慢慢') + LONG.split('').reverse().join(''),
    ],
    ['with one character spelt otherwise', SHORT, SHORT.replace('收银员', '收銀员').replace('店主', '店东')],
    ['in the other script', LONG, Converter({ from: 'cn', to: 'tw' })(LONG)],
    [
      'in the script of Hong Kong, with a tail',
      LONG,
      `${Converter({ from: 'cn', to: 'hk' })(LONG)}\n撰文：陳大文`,
    ],
  ])('%s', (_, original, repost) => {
    expect(linked(original, repost)).toBe(true);
    expect(linked(repost, original)).toBe(true);
  });
});

describe('an article of its own is left alone', () => {
  it.each<[string, string, string]>([
    [
      'another name, day and city in one form',
      NOTICE('甲付', '9月17日', '北京'),
      NOTICE('乙宝', '10月8日', '上海'),
    ],
    ['another day in one form', NOTICE('甲付', '9月17日', '北京'), NOTICE('甲付', '9月18日', '北京')],
    ['another name in one form', NOTICE('甲付', '9月17日', '北京'), NOTICE('乙宝', '9月17日', '北京')],
    [
      'the opposite in one form',
      SHORT,
      SHORT.replace('都能付成', '都不能付成').replace('可以互相扫码', '不可以互相扫码'),
    ],
    [
      'another number in one form',
      `${NOTICE('甲付', '9月17日', '北京')}手续费为0.38%。`,
      `${NOTICE('甲付', '9月17日', '北京')}手续费为0.6%。`,
    ],
    [
      'a digest that holds it',
      SHORT,
      `${SHORT}\n${NOTICE('甲付', '9月17日', '北京')}\n${NEWS.slice(2).join('\n')}`,
    ],
    [
      'a report on the same with a quote in common',
      LONG,
      `${NEWS[2]}\n这是发布会上唯一的一句准话。此后三个月，我们走访了十一座城市的一百多家小店，多数店主还没有听说过这件事，听说过的也不愿意先去登记，怕登记以后多收手续费。`,
    ],
    ['a line without an article', '图片新闻', '图片新闻'],
    [
      'the same words of farewell',
      `本号停更，感谢一路相伴。${NEWS[0]?.slice(0, 20)}`,
      `本号停更，感谢一路相伴。${NEWS[1]?.slice(0, 20)}`,
    ],
  ])('%s', (_, one, other) => {
    expect(linked(one, other)).toBe(false);
    expect(linked(other, one)).toBe(false);
  });
});

describe('whatever the texts', () => {
  const clause = fc.string({
    unit: fc.constantFrom(...'钱包商户扫码地铁开通登记城市收款一二三四五六七八九'),
    minLength: 4,
    maxLength: 14,
  });
  const article = fc.array(clause, { minLength: 20, maxLength: 40 });
  it('the judgement is symmetric, and a text is itself', () => {
    fc.assert(
      fc.property(article, article, fc.nat(20), (a, b, cut) => {
        const [x, y] = [a.join('，'), [...a.slice(0, cut), ...b].join('，')];
        expect(judge.same(x, y)).toBe(judge.same(y, x));
        expect(linked(x, x)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  it('a new head and tail make no new article', () => {
    fc.assert(
      fc.property(article, clause, clause, (a, head, tail) => {
        expect(linked(a.join('，'), `${head}。${a.join('，')}。${tail}`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  it('the signature estimates the share of common shingles', () => {
    const shingles = (s: string): Set<string> =>
      new Set(Array.from({ length: s.length - 4 }, (_, i) => s.slice(i, i + 5)));
    fc.assert(
      fc.property(article, article, fc.nat(20), (a, b, cut) => {
        const [x, y] = [a.join(''), [...a.slice(0, cut), ...b].join('')];
        const [p, q] = [shingles(x), shingles(y)];
        const both = [...p].filter((s) => q.has(s)).length;
        const exact = both / (p.size + q.size - both);
        expect(Math.abs(resemblance(signatureOf(x), signatureOf(y)) - exact)).toBeLessThan(0.35);
      }),
      { numRuns: 200 },
    );
  });
  it('bands are whole numbers that a database keeps exactly', () => {
    for (const band of bandsOf(signatureOf(LONG))) expect(Number.isSafeInteger(band) && band >= 0).toBe(true);
  });
  it('texts of very many clauses are compared in seconds', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `第${i}条的内容`).join('，');
    const begun = performance.now();
    expect(linked(many, `${many}，完`)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe('clauses', () => {
  /** What parts clauses, as one expression; tried at every sign of every text it is what linking waits for. */
  const BREAK = /(?:(?!(?<=\d)\.\d)[^\p{L}\p{N}])+/u;
  const parted = (text: string): string[] =>
    text
      .toLowerCase()
      .split(BREAK)
      .filter((clause) => clause !== '');

  it.each([
    ['付了1.5元.还行', ['付了1.5元', '还行']],
    ['..5.', ['5']],
    ['好\u{1f600}𠮷\ud83d中', ['好', '𠮷', '中']],
    ['', []],
  ])('of «%s»', (text, expected) => {
    expect(clausesOf(text)).toEqual(expected);
  });
  it('are what the expression parts, whatever the text', () => {
    const sign = fc.oneof(
      fc.constantFrom(...'中文。，.a5é①\n \ud83d\ude00', '𠮷', '1.5', 'İ'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const words = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(words, (text) => {
        expect(clausesOf(text)).toEqual(parted(text));
      }),
    );
  });
  it('that frame a story are left out of it', () => {
    const clauses = [
      '湾区日报讯',
      '本报记者王小明',
      '本报北京9月17日讯两家钱包',
      '三家便利店',
      '图片来源店家',
      '供稿人',
    ];
    expect(storyOf(clauses)).toEqual(['两家钱包', '三家便利店', '供稿人']);
  });
});
