import type { Sentence, Speech, Token } from '../types.ts';
import { isParty, officeOf } from './party.ts';

/** Who somebody is by the office with which the article introduces them. */
type Office = Pick<Speech, 'type' | 'entity'>;

interface Introduced extends Office {
  /** The words right behind the office: the name, and what follows it. */
  readonly behind: string;
}

/** Offices of those who speak for a house or an agency. */
const SPOKESMAN =
  '(?:新闻)?发言人|(?:公关|传播|品牌|市场|技术|产品|运营)?(?:副?总监|副?总裁|总经理|经理)|董事长|首席执行官|首席技术官|CEO|CTO|COO|联合创始人|创始人|负责人|副?[司局部处]长|副?主任|客服人员|工程师';
/** Offices of those who know a field and speak for nobody. */
const SCHOLAR = '分析师|研究员|研究总监|副?教授|律师|合伙人|副?院长|副?所长|秘书长|专家|学者|经济学家|评论员';
const OFFICES = new RegExp(`(${SPOKESMAN})|${SCHOLAR}`, 'g');
/** How far before the office the house stands that the person speaks for. */
const HOUSE_NEAR = 14;
const LONGEST_NAME = 4;
const SHORTEST_NAME = 2;

/** A clause that opens with two to four characters and a verb of speaking. */
const OPENS_SPEECH =
  /^(?:不过|但|对此|此外|而|随后)?([一-龥]{2,24}?(?:表示|说(?!明|法)|称|指出|认为|强调|介绍|透露|坦言|解释|回应|补充|直言))/;
const BESIDES =
  /^(?:还|也|则|又|随后|进一步|同时|当时|日前|近日|昨日|今日|并|在[^，。]{2,12}?[上中里时]|对[^，。]{2,10}?|向[^，。]{2,10}?|公开|一再|曾){0,6}(?:表示|说|称|指出|认为|强调|介绍|透露|坦言|解释|回应|补充|直言)$/;

/**
 * Gives those who were introduced with an office their words in later sentences, where they speak under their name
 * alone («工信部新闻发言人赵志国出席了发布会。赵志国表示，…»). A name counts only where an office stood right before it. Pure.
 */
export function nameSpeakers(sentences: readonly Sentence[]): Sentence[] {
  const people: Introduced[] = [];
  return sentences.map((sentence) => {
    const speeches = sentence.segments.flatMap((_, i) => speechAt(i, sentence, people) ?? []);
    people.push(...introducedIn(sentence));
    if (speeches.length === 0) return sentence;
    return { ...sentence, speeches: [...sentence.speeches, ...speeches].sort(byPlace) };
  });
}

const byPlace = (a: Speech, b: Speech): number => a.firstSegment - b.firstSegment;

function introducedIn({ encoded, tokens }: Sentence): Introduced[] {
  return [...encoded.matchAll(OFFICES)].map((match) => {
    const end = match.index + match[0].length;
    const behind = encoded.slice(end, end + LONGEST_NAME);
    if (match[1] === undefined) return { type: 'expert', entity: null, behind };
    return { ...houseOf(tokens, match.index, encoded), behind };
  });
}

/** The nearest party before an office in its clause; without one a house that the lexicon does not know. */
function houseOf(tokens: readonly Token[], at: number, encoded: string): Office {
  const clause = Math.max(encoded.lastIndexOf('，', at), encoded.lastIndexOf('。', at), at - HOUSE_NEAR);
  const house = tokens.findLast((t) => t.at < at && t.at > clause && isParty(t));
  return house === undefined
    ? { type: 'official', entity: null }
    : { type: officeOf(house), entity: house.ids[0] ?? null };
}

/** The speech that opens in segment i under a name that was introduced, where nobody else is known to speak. */
function speechAt(i: number, sentence: Sentence, people: readonly Introduced[]): Speech | null {
  const segment = sentence.segments[i];
  const taken = sentence.speeches.some((s) => s.firstSegment <= i && i <= s.lastSegment);
  const head = taken || people.length === 0 ? null : OPENS_SPEECH.exec(segment?.encoded ?? '')?.[1];
  if (head === undefined || head === null || segment === undefined) return null;
  for (let length = SHORTEST_NAME; length <= LONGEST_NAME; length += 1) {
    const name = head.slice(0, length);
    const person = BESIDES.test(head.slice(length))
      ? people.findLast((p) => p.behind.startsWith(name))
      : undefined;
    if (person === undefined) continue;
    const { type, entity } = person;
    const quotedBefore = /”[，。]?$/.test(sentence.encoded.slice(0, segment.from).trimEnd());
    const lastSegment = sentence.segments.length - 1;
    return { type, entity, name, firstSegment: quotedBefore ? 0 : i, lastSegment, opens: false };
  }
  return null;
}
