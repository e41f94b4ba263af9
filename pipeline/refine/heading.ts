import type { Cues, Document, Knowledge, Sentence } from '../types.ts';
import { type Discourse, kept } from './discourse.ts';
import { beginsBlock } from './look.ts';
import { turnTo } from './turn.ts';

/** «第二关：…», «场景三 …»: a part of a test. */
const ROUND =
  /^[（(【]?(?:第[一二三四五六七八九十\d]+[关步轮回站幕局场题招]|(?:实验|场景|测试|回合|关卡|[Rr]ound) ?[\d一二三四五六七八九十]+)[，、：:·\s]/;
/** «一、…», «Q1…» */
const NUMBERED = /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|Q\d|第[一二三四五六七八九十]+[，、])/;

const ROOMS = [
  ['private-chat', 'heads-private'],
  ['group-chat', 'heads-group'],
  ['moments', 'heads-moments'],
] as const;

/** «我发，你来点», «挤进饭搭子群», «晒到圈里»: the only room that the words of a heading lead into. */
function roomOf(text: string, cues: Cues): readonly string[] {
  const rooms = ROOMS.filter(([, cue]) => cues.has(cue, text));
  return rooms.length === 1 ? rooms.map(([id]) => id) : [];
}

/** A short block without an end mark that names a scene or an app is the heading of what follows. */
export function readHeading(
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
): boolean {
  if (!beginsBlock(sentence, document)) return false;
  const text = document.twin.slice(sentence.start, sentence.end);
  if (
    text.length > 24 ||
    /[。；]/.test(text) ||
    (/[！？?，]/.test(text) && !NUMBERED.test(text) && !ROUND.test(text))
  )
    return false;
  const { ids, scenes: named, isPlace } = turnTo(sentence, document, knowledge, discourse);
  const isTried = discourse.trying || ROUND.test(text);
  const scenes = named.length > 0 || !isTried ? named : roomOf(text, knowledge.cues);
  const [places, things] = isPlace ? [ids, []] : [[], ids];
  discourse.section = { scenes, things, places, block: sentence.block, count: discourse.section.count + 1 };
  if (isPlace) discourse.hosts = kept(places, sentence);
  return true;
}
