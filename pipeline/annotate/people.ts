import type { Cues, Sentence, Speech, Token } from '../types.ts';
import { maySpeak, officeOf } from './party.ts';

/** Who somebody is by the office with which the article introduces them. */
type Office = Pick<Speech, 'type' | 'entity'>;

interface Introduced extends Office {
  /** The words right behind the office: the name, and what follows it. */
  readonly behind: string;
}

/** How far before the office the house stands that the person speaks for. */
const HOUSE_NEAR = 14;
/** Words that link a clause to the one before, and are no part of a name. */
const LINKS = /^(?:不过|但|对此|此外|而|随后)/;
const LONGEST_NAME = 4;
const SHORTEST_NAME = 2;

/**
 * Gives those who were introduced with an office their words in later sentences, where they speak under their name
 * alone («工信部新闻发言人赵志国出席了发布会。赵志国表示，…»). A name counts only where an office stood right before it. Pure.
 */
export function nameSpeakers(sentences: readonly Sentence[], cues: Cues): Sentence[] {
  const people: Introduced[] = [];
  let host: Host | null = null;
  return sentences.map((told) => {
    host = hostOf(told, cues) ?? host;
    const sentence = spokenThere(told, host, cues);
    const speeches = sentence.segments.flatMap((_, i) => speechAt(i, sentence, people, cues) ?? []);
    people.push(...introducedIn(sentence, host, cues));
    if (speeches.length === 0) return sentence;
    return { ...sentence, speeches: [...sentence.speeches, ...speeches].sort(byPlace) };
  });
}

const byPlace = (a: Speech, b: Speech): number => a.firstSegment - b.firstSegment;

/** The house that holds an event, and where that is told. */
interface Host extends Office {
  readonly block: number;
}

/** «工信部举行新闻发布会。» */
function hostOf({ encoded, tokens, block }: Sentence, cues: Cues): Host | null {
  if (!cues.has('holds-event', encoded) || cues.startOf('holds-event', encoded) > 0) return null;
  const house = tokens.find((t) => maySpeak(t) && t.mark === 'bare');
  return house === undefined ? null : { type: officeOf(house), entity: house.ids[0] ?? null, block };
}

const isThere = (host: Host | null, { block, encoded }: Sentence, cues: Cues): host is Host =>
  host !== null && block - host.block <= 1 && cues.startOf('holds-event', encoded) > 0;

/** «会上，新闻发言人介绍…»: whoever speaks for a house without a name speaks for the host. */
function spokenThere(sentence: Sentence, host: Host | null, cues: Cues): Sentence {
  if (!isThere(host, sentence, cues)) return sentence;
  const { type, entity } = host;
  const speeches = sentence.speeches.map((s) =>
    s.type === 'official' && s.entity === null ? { ...s, type, entity } : s,
  );
  return { ...sentence, speeches };
}

function introducedIn(sentence: Sentence, host: Host | null, cues: Cues): Introduced[] {
  const { encoded, tokens } = sentence;
  const there = isThere(host, sentence, cues) ? host : null;
  return cues.all('office', encoded).map((match) => {
    const end = match.index + match[0].length;
    const behind = encoded.slice(end, end + LONGEST_NAME);
    if (cues.startOf('scholar', match[0]) > 0) return { type: 'expert', entity: null, behind };
    const house = houseOf(tokens, match.index, encoded);
    return house.entity === null && there !== null
      ? { type: there.type, entity: there.entity, behind }
      : { ...house, behind };
  });
}

/** The nearest party before an office in its clause; without one a house that the lexicon does not know. */
function houseOf(tokens: readonly Token[], at: number, encoded: string): Office {
  const clause = Math.max(encoded.lastIndexOf('，', at), encoded.lastIndexOf('。', at), at - HOUSE_NEAR);
  const house = tokens.findLast((t) => t.at < at && t.at > clause && maySpeak(t));
  return house === undefined
    ? { type: 'official', entity: null }
    : { type: officeOf(house), entity: house.ids[0] ?? null };
}

/** The speech that opens in segment i under a name that was introduced, where nobody else is known to speak. */
function speechAt(i: number, sentence: Sentence, people: readonly Introduced[], cues: Cues): Speech | null {
  const segment = sentence.segments[i];
  const taken = sentence.speeches.some((s) => s.firstSegment <= i && i <= s.lastSegment);
  if (taken || people.length === 0 || segment === undefined) return null;
  const opening = cues.startOf('opens-speech', segment.encoded);
  if (opening === 0) return null;
  const head = segment.encoded.slice(0, opening).replace(LINKS, '');
  for (let length = SHORTEST_NAME; length <= LONGEST_NAME; length += 1) {
    const name = head.slice(0, length);
    const person =
      cues.startOf('tells-besides', head.slice(length)) > 0
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
