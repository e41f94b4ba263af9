import type { Cues, Sentence, Speech, Token } from '../types.ts';
import { maySpeak, officeOf } from './party.ts';

/** Somebody who speaks, as later sentences may call them by a pronoun or by their office alone. */
type Person = Pick<Speech, 'type' | 'name' | 'entity'>;

/** Who spoke last, and in which block. */
interface Last {
  readonly person: Person;
  readonly block: number;
  /** Whether the sentence that calls again begins a block, where «他» is no neighbour of its own. */
  readonly opens: boolean;
  /** Whether it was a house that spoke, by nobody's mouth: no «他» is meant by it. */
  readonly isHouse: boolean;
}

/** A pronoun at the head of its clause. */
const HE = /^(?:据)?(?:[他她]|对方)(?![们的])/;
/** «据他介绍», «他同时公布了»: what was said in the paragraph before goes on. */
const GOES_ON = /^(?:据[他她]|[他她](?:同时|还|又|也|并))/;
/** How far from the pronoun the verb of speaking may stand. */
const VERB = 14;

/** Lets a pronoun or an office without a name speak for the one who spoke last, or for the one who was asked. Pure. */
export function recallSpeakers(sentences: readonly Sentence[], cues: Cues): Sentence[] {
  let last: Last | null = null;
  let asked: Asked | null = null;
  return sentences.map((sentence, i) => {
    const opens = sentences[i - 1]?.block !== sentence.block;
    if (asked !== null && sentence.index - asked.sentence > ANSWERS_WITHIN) asked = null;
    const speeches = recalled(sentence, last === null ? null : { ...last, opens }, asked, cues);
    asked = askedIn(sentence, sentence.segments.length, cues) ?? asked;
    const said = speeches.findLast((s) => s.type !== 'test' && s.type !== 'media');
    const officer = officerIn(sentence, cues);
    const person = said ?? officer;
    if (person !== null) {
      const isHouse = said !== undefined && isOfHouse(said, sentence) && officer === null;
      last = { person, block: sentence.block, opens, isHouse };
    }
    return speeches === sentence.speeches ? sentence : { ...sentence, speeches };
  });
}

function recalled(sentence: Sentence, last: Last | null, asked: Asked | null, cues: Cues): readonly Speech[] {
  const found: Speech[] = [];
  sentence.segments.forEach((segment, i) => {
    const own = sentence.speeches.find((s) => s.firstSegment === i);
    if (own !== undefined && (own.entity !== null || own.type !== 'official')) return;
    const answers = cues.startOf('answer-comes', segment.encoded) > 0;
    const person = answers
      ? ((askedIn(sentence, i, cues) ?? asked)?.person ?? null)
      : calledIn(segment.encoded, i, sentence, last, cues);
    if (person === null) return;
    const lastSegment = sentence.segments.length - 1;
    const { type, name, entity } = person;
    found.push({ type, name, entity, firstSegment: i, lastSegment, opens: false });
  });
  if (found.length === 0) return sentence.speeches;
  const kept = sentence.speeches.filter((s) => !found.some((f) => f.firstSegment === s.firstSegment));
  const all = [...kept, ...found].sort((a, b) => a.firstSegment - b.firstSegment);
  return all.map((speech, i) => {
    const next = all[i + 1]?.firstSegment ?? speech.lastSegment + 1;
    const ends = next > speech.firstSegment && next <= speech.lastSegment;
    return ends ? { ...speech, lastSegment: next - 1 } : speech;
  });
}

/** Whom a segment calls to speak. */
function calledIn(text: string, i: number, sentence: Sentence, last: Last | null, cues: Cues): Person | null {
  const same = cues.startOf('same-speaker', text);
  const pronoun = text.slice(0, HE.exec(text)?.[0].length ?? same);
  if (pronoun === '' || !speaks(text.slice(pronoun.length), cues)) return null;
  const asked = pronoun.endsWith('对方') ? (askedIn(sentence, i, cues)?.person ?? null) : null;
  if (asked !== null) return asked;
  const ofHouse = last?.opens === true && last.person.entity !== null;
  const far = same > 0 || GOES_ON.test(text) || ofHouse ? 1 : 0;
  if (last === null || (last.isHouse && SHE.test(pronoun))) return null;
  return sentence.block - last.block <= far ? last.person : null;
}

const SHE = /[他她]$/;

/** Whether the speaker is called by nothing but the name of a house. */
const isOfHouse = ({ type, entity, name }: Person, { tokens }: Sentence): boolean =>
  type === 'official' &&
  entity !== null &&
  tokens.some((t) => t.ids.includes(entity) && t.end - t.start === name?.length);

function speaks(after: string, cues: Cues): boolean {
  const verb = cues.find('says', after) ?? cues.find('opinion', after);
  return verb !== null && verb.index <= VERB && !/[，。]/.test(after.slice(0, verb.index));
}

/** Who was asked, and in which sentence. */
interface Asked {
  readonly person: Person;
  readonly sentence: number;
}
/** An answer comes within so many sentences. */
const ANSWERS_WITHIN = 2;
/** «问了做淘宝的朋友»: what belongs to a party, and is not it. */
const OF_PARTY = /^的(?![^，。]{0,6}(?:客服|官方|公关|负责|相关|工作|人员|热线|电话))/;

/** The party that somebody turned to, before segment i; customer service without a name speaks for nobody known. */
function askedIn({ segments, encoded, index }: Sentence, i: number, cues: Cues): Asked | null {
  const asking = segments.slice(0, i).findLast((s) => cues.has('asks-them', s.encoded));
  if (asking === undefined) return null;
  const token = asking.tokens.findLast((t) => maySpeak(t) && !OF_PARTY.test(encoded.slice(t.at + 1)));
  if (token !== undefined) return { person: houseOf(token, '对方'), sentence: index };
  const service = asking.encoded.includes('客服');
  return service ? { person: { type: 'official', name: '客服', entity: null }, sentence: index } : null;
}

/** «信管局一位负责人回答了提问»: somebody of a house who may be called by the office in what follows. */
function officerIn({ encoded, tokens }: Sentence, cues: Cues): Person | null {
  const token = tokens.findLast((t) => maySpeak(t) && cues.startOf('officer', encoded.slice(t.at + 1)) > 0);
  return token === undefined ? null : houseOf(token, null);
}

function houseOf(token: Token, name: string | null): Person {
  return { type: officeOf(token), name, entity: token.ids[0] ?? null };
}
