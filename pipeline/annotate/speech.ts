import type { Cues, Segment, Speech } from '../types.ts';
import { type Speakable, type Speaker, speakerOf } from './speaker.ts';

type Found = Speaker & Pick<Speech, 'opens'>;

/** Who speaks in a sentence, segment by segment: tests before users before rumours before parties. */
export function findSpeeches(sentence: Speakable, twin: string, cues: Cues): Speech[] {
  const found: Speech[] = [];
  sentence.segments.forEach((segment, i) => {
    const speech = speechOf(segment, sentence, twin, cues);
    if (speech === null || isRetold(speech, segment, found.at(-1), cues)) return;
    const quotedBefore = i > 0 && (endsQuote(sentence, i) || (found.length === 0 && saysAtEnd(sentence, i)));
    const lastSegment = Math.min(lastSpoken(sentence, i, speech), lastOfDay(sentence, i, twin, speech, cues));
    found.push({
      type: speech.type,
      name: speech.name,
      entity: speech.entity,
      opens: speech.opens,
      firstSegment: quotedBefore ? 0 : firstSpoken(sentence, i, found.at(-1)),
      lastSegment,
    });
  });
  return found.map((s, i) => {
    const next = found[i + 1];
    const ends = next !== undefined && next.firstSegment > 0 && next.firstSegment <= s.lastSegment;
    return ends ? { ...s, lastSegment: next.firstSegment - 1 } : s;
  });
}

/** «饿了么的微信支付，据多位用户反映，…»: where the source stands behind the topic, the topic is theirs too. */
function firstSpoken({ segments }: Speakable, i: number, last: Speech | undefined): number {
  const [before, own] = [segments[i - 1], segments[i]];
  if (own === undefined || before?.clause !== own.clause || !own.encoded.startsWith('据')) return i;
  return last === undefined || last.lastSegment < i - 1 ? i - 1 : i;
}

/** «平台证实，部分用户下单时已可选择…»: users who only do something within what a party tells do not speak. */
const isRetold = ({ type }: Found, { encoded }: Segment, last: Speech | undefined, cues: Cues): boolean =>
  type === 'user' &&
  !cues.has('user-says', encoded) &&
  (last?.type === 'official' || last?.type === 'regulator');

/** Whether a quotation ends before segment i («“…”，某某说»), or with its first letter («“…，”某某说»). */
function endsQuote(sentence: Speakable, i: number): boolean {
  const segment = sentence.segments[i];
  if (segment === undefined) return false;
  return (
    segment.encoded.startsWith('”') || /”[，。]?$/.test(sentence.encoded.slice(0, segment.from).trimEnd())
  );
}

/** «…，某某表示。»: who speaks is named behind what is said. */
const saysAtEnd = ({ segments }: Speakable, i: number): boolean =>
  i === segments.length - 1 && SAID.test(segments[i]?.encoded ?? '');
const SAID =
  /(?<![没未不无拒][一-龥]{0,3})(?:表示|(?<![据可])说|(?<!据)称|透露|介绍|坦言|抱怨|反映|感叹|解释|回应|补充|强调|告诉[^，。]{1,6})道?$/;

/** A verb of announcing that has its content with it: «宣布与某某深化合作». */
const TOLD_AT_ONCE = /宣布(?:与|同|和|跟)/;
/** Another party that the article sets beside the speaker: «…，某某也已…». */
const SET_BESIDE = /^(?:而|但|不过)?[^，“]{0,4}[\ue000\ue002\ue003\ue005][^，“]{0,4}(?:也|则|亦|却)/;

/** «店员说“坏了”；隔壁的…»: what somebody said is over with the quotation and its clause; null where nothing is quoted so. */
function endOfQuote({ encoded, segments }: Speakable, i: number): number | null {
  const own = segments[i];
  const closes = own === undefined ? -1 : encoded.indexOf('”', own.from);
  if (!own?.encoded.includes('“') || !encoded.startsWith('”；', closes)) return null;
  return segments.findLastIndex((s) => s.from <= closes);
}

/** The last segment of a speech that begins in segment i: where the article goes on for itself it ends. */
function lastSpoken(sentence: Speakable, i: number, { type }: Found): number {
  const { segments } = sentence;
  if (type === 'user') return endOfQuote(sentence, i) ?? segments.length - 1;
  const official = type === 'official' || type === 'regulator';
  if (!official || !TOLD_AT_ONCE.test(segments[i]?.encoded ?? '')) return segments.length - 1;
  const beside = segments.findIndex((s, at) => at > i && SET_BESIDE.test(s.encoded));
  return (beside < 0 ? segments.length : beside) - 1;
}

/** «2日，某某宣布…；4日，另一家也…»: in a list of days the words of one day end before the next, but where a test goes on. */
function lastOfDay(
  { segments }: Speakable,
  i: number,
  twin: string,
  { type }: Pick<Found, 'type'>,
  cues: Cues,
): number {
  const isDay = ({ tokens: [head], from }: Segment): boolean =>
    head?.class === 'date' && head.at === from && /^(?:自|从|到)?\d/.test(twin.slice(head.start, head.end));
  const clause = segments[i]?.clause;
  const first = segments.find((s) => s.clause === clause);
  const next =
    first === undefined || !isDay(first)
      ? -1
      : segments.findIndex(
          (s, at) =>
            at > i &&
            s.clause !== segments[at - 1]?.clause &&
            isDay(s) &&
            !(
              type === 'test' &&
              [s, segments[at + 1]].some((next) => cues.has('tries-again', next?.encoded ?? ''))
            ),
        );
  return (next < 0 ? segments.length : next) - 1;
}

function speechOf(segment: Segment, sentence: Speakable, twin: string, cues: Cues): Found | null {
  const speaker = speakerOf(segment, sentence, twin, cues);
  if (speaker === null) return null;
  const name = speaker.name === null ? null : spelled(speaker.name, segment, twin);
  return { ...speaker, name, opens: cues.has('opens', segment.encoded) };
}

/** Words of the encoded segment as they stand in the twin: «接近微信的人士», whose app is one letter there. */
function spelled(words: string, { encoded, from, tokens }: Segment, twin: string): string {
  const start = from + encoded.indexOf(words);
  return words.replace(/[\ue000-\ue007]/g, (letter, i: number) => {
    const token = tokens.find((t) => t.at === start + i);
    return token === undefined ? letter : twin.slice(token.start, token.end);
  });
}
