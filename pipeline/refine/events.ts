import type { ClaimDate, DateMention, Document, Sentence, Token } from '../types.ts';

/** A date of a sentence, with the segment that it stands in. */
export interface Placed {
  readonly date: DateMention;
  readonly segment: number;
  /** Whether a party stands before it in its segment: «淘特早在8月就…» dates what that party did, and no more. */
  readonly inner: boolean;
  /** Whether it belongs to a name: «11月17日公测的千问». */
  readonly ofName: boolean;
  /** Whether it is the day that a paper bears: «落款日期12月29日». */
  readonly signed: boolean;
  /** Whether something is to be done by its end: «本月内补交». */
  readonly within: boolean;
  /** Whether it only tells which paper is meant: «去年10月的通知». */
  readonly ofPaper: boolean;
  /** Whether a rule takes effect then: «10月9日起执行». */
  readonly effect: boolean;
}

/** What stands before the day that a paper bears. */
const SIGNED =
  /(?:落款|署期|(?:公示|公布|发布|签发|印发|签署|成文)(?:日期|时间|日))(?:日期|时间)?(?:是|为|于|在|定格在|：|写的是)?$/;

/** What makes a date part of a name behind it. */
const OF_NAME =
  /^(?:才|刚|正式|就)?(?:公测|内测|上线|发布|推出|成立|问世|开业|面世|亮相|更名|上市)的[\ue000\ue001]/;

/** «中国人民银行去年10月的通知»: the day tells which paper is meant, and nothing goes on from it. */
const OF_PAPER =
  /^(?:发布|印发|下发|公布|出台)*的(?:那|这|一|该)?[份次版项纸]?[^，。；]{0,6}(?:通知|公告|规定|规范|文件|版本|[新旧老]版|条款|规则|办法|指南|声明|文本)/;

/** «与9月的版本相比»: what something is held against. */
const COMPARED = /(?:与|跟|和|较|比|相比于?|对照|不同于|有别于)$/;
const COMPARED_WITH = /^[^，。；]{0,10}(?:相比|相较|不同|对比|比较)|^的[^，。；]{0,4}(?:版本|旧版|版|文本)/;

/** What a rule does on the day on which it begins to hold. */
const TAKES_EFFECT = /^(?:起|正式|全面|开始|统一)*(?:执行|施行|实施|生效|启用|适用)/;

/** «《春节活动管理规则》», «“关于打击春节活动的公告”»: a day in the name of a paper is none of what is told. */
function inName({ at, titled }: Token, encoded: string): boolean {
  const opened = encoded.lastIndexOf('“关于', at);
  return titled || (opened >= 0 && encoded.indexOf('”', opened) > at);
}

/** «要求9月17日各平台要解除屏蔽»: the day by which it is to be done. */
const DEMANDED = /(?:要求|责令)(?:在|于)?$/;
const IS_TO = /^，?[^，。；]{0,8}(?:要|须|必须|应|解除|整改|停止)/;

/** «周日回南通的票»: the day of what is bought, and not on which it is. */
const OF_TICKET =
  /^[^，。；]{0,8}的(?:[^，。；]{0,6}(?:票|航班|车次|班次|场次|酒店|客房|房间|座位|套餐|团购)|房(?![东产价]))/;

/** «近一个月的链接», «上周收到的京东链接»: how old a thing is, and not when it opened. */
const OF_THING =
  /^(?:[我你他她]?(?:刚|才|新)?(?:发|转|收|存|攒|贴|甩|丢|拍|买|看|分享)(?:来|到|下|过|出|给[我你他她])?)?的(?:那|这)?[条些个批]?[\ue000-\ue002]?(?:链接|网址|聊天记录|视频(?![号会博])|截图|帖子|推文|笔记(?!本)|照片|订单|账单)/;

const isCompared = ({ at }: Token, encoded: string): boolean =>
  COMPARED.test(encoded.slice(Math.max(0, at - 3), at)) && COMPARED_WITH.test(encoded.slice(at + 1));

const placed = new WeakMap<Sentence, readonly Placed[]>();

/** The dates of a sentence, in order; those in the names of papers and of what is bought left out. Looked for once: half a dozen questions are about them. */
export function mentionsOf(sentence: Sentence, document: Document): readonly Placed[] {
  const known = placed.get(sentence);
  if (known !== undefined) return known;
  const found = placedIn(sentence, document);
  placed.set(sentence, found);
  return found;
}

function placedIn(sentence: Sentence, document: Document): Placed[] {
  const found: Placed[] = [];
  for (const [i, segment] of sentence.segments.entries()) {
    let inner = false;
    for (const token of segment.tokens) {
      if (token.class !== 'date') {
        inner ||= token.class !== 'scene';
        continue;
      }
      const date = document.dates[Number(token.ids[0])];
      if (date === undefined || inName(token, sentence.encoded) || isCompared(token, sentence.encoded))
        continue;
      const behind = sentence.encoded.slice(token.at + 1);
      if (OF_TICKET.test(behind) || OF_THING.test(behind)) continue;
      const ofPaper = OF_PAPER.test(behind);
      const ofName = OF_NAME.test(behind);
      const signed = SIGNED.test(sentence.encoded.slice(0, token.at));
      const within =
        /[内里]$/.test(date.text) ||
        /^[之以]?内/.test(behind) ||
        (DEMANDED.test(sentence.encoded.slice(0, token.at)) && IS_TO.test(behind));
      const effect = TAKES_EFFECT.test(behind);
      found.push({ date, segment: i, inner, ofName, signed, within, ofPaper, effect });
    }
  }
  return found;
}

/** The days of a date as a claim has them: «10月底前» and «截至三季度末» are the end, «10月前» the month. */
export function spoken(date: DateMention, document: Document): ClaimDate {
  const { text, precision } = date;
  if (date.role === 'now') {
    const day = date.first ?? document.published;
    return { text, start: day, end: date.last ?? day, precision, basis: 'published' };
  }
  const basis = date.base === 'anchor' || date.first === null ? 'context' : 'text';
  const toEnd = date.role === 'before' || date.role === 'until';
  const start = toEnd && /[底末]/.test(text) ? date.last : date.first;
  return { text, start, end: date.last, precision, basis };
}

/** The date that later sentences carry on from this one: the last event that it names, a day before a longer time; never «明天». */
export function eventDate(sentence: Sentence, document: Document): ClaimDate | null {
  const events = mentionsOf(sentence, document).filter(
    ({ date, ofPaper }) =>
      !ofPaper &&
      date.first !== null &&
      (date.role === 'at' || date.role === 'since') &&
      !(date.base === 'published' && document.published !== null && date.first > document.published),
  );
  const last = events.findLast((m) => m.date.precision === 'day') ?? events.at(-1);
  return last === undefined ? null : spoken(last.date, document);
}
