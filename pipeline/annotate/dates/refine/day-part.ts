import type { Hit } from '../scan.ts';
import { matchAt, takesBound, takesDayPart } from './takes.ts';

const WEEKDAY =
  /(?:[，,（(]|[（(][本上下这])?(?:星期|周|礼拜)[一二三四五六日天](?![0-9一二三四五六七八九十次])[）)]?/y;
const CLOCK =
  '(?:[0-9]{1,2}[：:][0-9]{2}(?:[：:][0-9]{2})?|(?:[0-9]{1,2}|[零〇一二三四五六七八九十两]{1,3})[点时](?!间|候|代|评|击|赞|播|名|起[时伏来]|尚)(?:整|半|许|[0-9]{1,2}分?|[零一二三四五六七八九十]{1,3}分)?)';
const DAY_PART = new RegExp(
  `(?:的?(?:当天|当日|当晚|那天|这天|那一天|这一天))?(?:的?(?:凌晨|清晨|清早|早晨|早上(?!线(?![上下])|架)|早间|早盘|一早|上午|午前|中午|正午|午间|下午|午后|傍晚|晚间|晚上(?!线(?![上下])|架)|晚些时候|夜间|夜里|夜晚|深夜|午夜|半夜|全天|盘前|盘后|晚(?![于点辑婚期饭餐会报])|夜(?![市宵])|晨(?!报|会)|早(?![已就在前先些于日期报餐]))(?:时分|时段)?)?${CLOCK}?`,
  'y',
);

/** «今年早些时候», «昨日稍晚»: no narrower than the word before. */
const SOONER_OR_LATER = /的?(?:(?:早|晚)些时候|稍[早晚](?:些时候|时候|时)?)/y;

/** Takes the weekday, the part of the day and the clock time behind a date into it; none of them changes the day. */
export function withDayPart(text: string, hit: Hit): Hit {
  if (!takesBound(hit.value)) return hit;
  let end = hit.end + matchAt(SOONER_OR_LATER, text, hit.end).length;
  if (!takesDayPart(hit.value) || end > hit.end) return { start: hit.start, end, value: hit.value };
  if (hit.value.kind === 'calendar') {
    const weekday = matchAt(WEEKDAY, text, end);
    const opened = /^[（(]/.test(weekday);
    if (opened === /[）)]$/.test(weekday)) end += weekday.length;
  }
  end += matchAt(DAY_PART, text, end).length;
  return { start: hit.start, end, value: hit.value };
}
