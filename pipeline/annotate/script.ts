import { createRequire } from 'node:module';
import { z } from 'zod';

/**
 * Characters that are frequent in Traditional text and never stand in Simplified text.
 * A text is Traditional when they make up more than one character in a hundred.
 */
const TRADITIONAL =
  '這個們來說說時會對開關於為與從後過還進問間學實發現經點電機網應該東車馬長門見見頁體權無業產務動動報號將兩沒證訊號鏈結買賣費價選擇優圍牆雖讓誰麼樣購變維寶騰億萬單銀聯戶據線載樂視臺團隊財導續並啟閉嗎裡們較員轉繼論';
const SHARE = 0.01;

/** 1 for each of them. */
const isFrequent = new Uint8Array(0x10000);
for (const sign of TRADITIONAL) isFrequent[sign.charCodeAt(0)] = 1;

/** Whether the text is written in Traditional characters. Linear; loads nothing. */
export function isTraditional(text: string): boolean {
  let found = 0;
  for (let i = 0; i < text.length; i += 1) found += isFrequent[text.charCodeAt(i)] ?? 0;
  return found > 2 && found / text.length > SHARE;
}

const openccModule = z.object({
  Converter: z.custom<(options: { from: string; to: string }) => (text: string) => string>(
    (v) => typeof v === 'function',
  ),
});

let convert: ((text: string) => string) | undefined;

function converter(): (text: string) => string {
  if (convert === undefined) {
    const load = createRequire(import.meta.url);
    convert = openccModule.parse(load('opencc-js/t2cn')).Converter({ from: 'tw', to: 'cn' });
  }
  return convert;
}

/**
 * The Simplified text, unit for unit as long as the source so that offsets stay: a line whose phrase
 * conversion changes its length is converted character by character. opencc-js spoils text that is Simplified
 * already (覆盖 → 复盖), so call it on Traditional text only. Words of Hong Kong and Taiwan become the mainland's.
 */
export function traditionalToSimplified(text: string): string {
  const to = converter();
  return text
    .split('\n')
    .map((line) => {
      const whole = to(line);
      const same = whole.length === line.length;
      return mainlandWords(same ? whole : Array.from(line, (c) => sameLength(c, to(c))).join(''));
    })
    .join('\n');
}

/**
 * Words of Hong Kong and Taiwan that mean what another word means on the mainland, converted to Simplified characters,
 * each as long as its other: offsets stay.
 */
const REGIONAL: Readonly<Record<string, string>> = {
  连结: '链接',
  支援: '支持',
  开启: '打开',
  透过: '通过',
  网路: '网络',
  登入: '登录',
  影片: '视频',
  短片: '视频',
  软体: '软件',
  萤幕: '屏幕',
  荧幕: '屏幕',
  预设: '默认',
  讯息: '消息',
  增值: '充值',
  储值: '充值',
  帐号: '账号',
  帐户: '账户',
  扫瞄: '扫描',
  搜寻: '搜索',
  结帐: '结账',
  小程式: '小程序',
  直播主: '主播们',
  应用程式: '应用程序',
  '，惟': '，但',
};
const REGIONAL_WORD = new RegExp(Object.keys(REGIONAL).join('|'), 'g');

const mainlandWords = (text: string): string => text.replace(REGIONAL_WORD, (word) => REGIONAL[word] ?? word);

const sameLength = (source: string, converted: string): string =>
  converted.length === source.length ? converted : source;
