import type { Draft, Segment, Sentence, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { isPayment } from './look.ts';
import { redraft } from './redraft.ts';

/** «支付宝的蓝色收款码», «微信商家码», «微信的台卡»: whose code it is. */
const CODE_OF =
  /^家?(?:App)?的?[^，。；、的]{0,6}(?:码(?!头)|台卡|桌[贴牌卡]|立牌|贴纸)|^的?[这那]一?[张块枚面]/;
/** A code that all read says nothing of two wallets. */
const ANYBODYS = /聚合码|通用码|码牌|一码通|融合码|银行[^，]{0,4}码/;
/** What people call the codes by. */
const COLOURS = [
  { word: /[蓝]/, ids: ['alipay'] },
  { word: /[绿]/, ids: ['wechat-pay'] },
] as const;
/** «扫那张绿的», «扫蓝码»: the colour stands for whose it is. */
const COLOURED = /扫(?:了|过|描)?(?:[这那一][张个块]|旁边)?(?:的)?[蓝绿](?:色)?(?:的|码|牌|收款码|二维码)/;

export const isCode = (t: Token, { encoded }: Sentence): boolean =>
  isPayment(t) && CODE_OF.test(encoded.slice(t.at + 1)) && !ANYBODYS.test(encoded.slice(t.at, t.at + 14));

/** Whether a segment shows a code of nobody in particular. */
export const showsAnybodys = (segment: Segment): boolean => ANYBODYS.test(segment.encoded);

/** Fills who scans and whose code is scanned, or gives null where a reader would not know either. */
export function fillScan(ask: Ask): Draft | null {
  const { draft, sentence, discourse } = ask;
  const near = (memory: { readonly block: number; readonly ids: readonly string[] }): readonly string[] =>
    memory.block === sentence.block ? memory.ids : [];
  const told = draft.objects.length > 0 ? draft.objects : (colourOf(ask) ?? codeBefore(ask));
  const codes = told.length > 0 ? told : near(discourse.code);
  const held = draft.subjects.length > 0 ? draft.subjects : holderBefore(ask, codes);
  const scanners = held.length > 0 ? held : near(discourse.scanner);
  const objects = codes.filter((id) => !scanners.includes(id));
  return scanners.length === 0 || objects.length === 0
    ? null
    : redraft(draft, { subjects: scanners.slice(0, 1), objects });
}

function colourOf({ draft, sentence }: Ask): readonly string[] | null {
  const words = COLOURED.exec(sentence.encoded.slice(draft.match.start, draft.match.end))?.[0];
  return words === undefined ? null : (COLOURS.find(({ word }) => word.test(words))?.ids ?? null);
}

/** The code that the sentence showed last before the scan. */
function codeBefore({ draft, sentence }: Ask): readonly string[] {
  const shown = sentence.tokens.filter((t) => t.at < draft.match.start && isCode(t, sentence));
  return shown.at(-1)?.ids ?? [];
}

/** The wallet, no code, that the sentence named last before. */
function holderBefore({ draft, sentence }: Ask, codes: readonly string[]): readonly string[] {
  const held = sentence.tokens.filter(
    (t) =>
      t.at < draft.match.start &&
      isPayment(t) &&
      !isCode(t, sentence) &&
      t.ids.length === 1 &&
      !t.ids.some((id) => codes.includes(id)),
  );
  return held.at(-1)?.ids ?? [];
}
