import type { Cues, Mention, Sentence, Speech, Token } from '../types.ts';
import { maySpeak, officeOf, SPEAKERS } from './party.ts';

/** Who answers in an interview. */
type Party = Pick<Speech, 'type' | 'entity'>;

/** What a paragraph begins with where people take turns: «问：», «记者：», «某某：». */
const LABEL = /^[【（]?([^：，。；？！“”\s]{1,14})[】）]?：/;
const ASKED = /^(?:问|提问|追问|Q\d*|\d*问)$/;
const ANSWERED = /^(?:答|回答|A\d*)$/;

/** The blocks of a text that begin with a label, in their order. */
interface Turn {
  readonly label: string;
  readonly block: number;
  readonly sentence: Sentence;
}

/**
 * Lends the answers of an interview their speaker: paragraphs headed «答：» or by a name, after questions, are the words
 * of the party that the title, the lead or the label itself says is interviewed, or a scholar's. Where nobody is
 * named nothing is lent. `titled` are the names in the title. Pure.
 */
export function lendAnswers(
  sentences: readonly Sentence[],
  title: string,
  titled: readonly Mention[],
  twin: string,
  cues: Cues,
): readonly Sentence[] {
  const turns = turnsOf(sentences, twin);
  const asker = turns.find((t, i) => asks(t, turns[i + 1], twin))?.label;
  if (asker === undefined) return sentences;
  const lead = sentences.filter((s) => s.block < (turns[0]?.block ?? 0));
  const whole = inLead(lead, twin, cues) ?? inTitle(title, titled, cues) ?? scholarIn(lead, twin, cues);
  const speaks = new Map<number, Speech>();
  turns.forEach((turn, i) => {
    if (turn.label === asker || ASKED.test(turn.label)) return;
    const party = ofLabel(turn, cues) ?? whole;
    if (party === null || (!ANSWERED.test(turn.label) && isOnce(turn, turns))) return;
    const name = ANSWERED.test(turn.label) ? null : turn.label;
    const end = turns[i + 1]?.block ?? turn.block + 1;
    for (let block = turn.block; block < end; block += 1)
      speaks.set(block, { ...party, name, firstSegment: 0, lastSegment: 0, opens: false });
  });
  if (speaks.size === 0) return sentences;
  return sentences.map((sentence) => {
    const speech = speaks.get(sentence.block);
    if (speech === undefined || sentence.speeches.length > 0) return sentence;
    return { ...sentence, speeches: [{ ...speech, lastSegment: sentence.segments.length - 1 }] };
  });
}

function turnsOf(sentences: readonly Sentence[], twin: string): Turn[] {
  const turns: Turn[] = [];
  for (const [i, sentence] of sentences.entries()) {
    if (sentences[i - 1]?.block === sentence.block) continue;
    const label = LABEL.exec(twin.slice(sentence.start, sentence.end))?.[1];
    if (label !== undefined) turns.push({ label, block: sentence.block, sentence });
  }
  return turns;
}

/** Whether a turn is a question that the next paragraph answers. */
function asks({ label, sentence, block }: Turn, next: Turn | undefined, twin: string): boolean {
  if (next === undefined || next.block !== block + 1 || next.label === label) return false;
  return ASKED.test(label) || /[？吗呢]。?$/.test(twin.slice(sentence.start, sentence.end).trimEnd());
}

const isOnce = ({ label }: Turn, turns: readonly Turn[]): boolean =>
  turns.filter((t) => t.label === label).length < 2;

/** «云闪付：», «高德客服：». */
function ofLabel({ label, sentence }: Turn, cues: Cues): Party | null {
  if (cues.has('scholar', label)) return null;
  const [token] = sentence.tokens.filter(maySpeak);
  return token !== undefined && token.at < sentence.encoded.indexOf('：') ? partyOf(token) : null;
}

const partyOf = (token: Token): Party => ({ type: officeOf(token), entity: token.ids[0] ?? null });

/** «本报专访了某某的产品负责人», «某某有关负责人回答了记者的提问»: a party and an office behind it, where somebody is interviewed. */
function inLead(lead: readonly Sentence[], twin: string, cues: Cues): Party | null {
  for (const sentence of lead) {
    if (!cues.has('interviews', twin.slice(sentence.start, sentence.end))) continue;
    for (const token of sentence.tokens.filter(maySpeak)) {
      const behind = sentence.encoded.slice(token.at + 1, token.at + 1 + OFFICE);
      const office = cues.find('spokesman', behind) ?? cues.find('party-tail', behind);
      if (office !== null && /^[^，。]*$/.test(behind.slice(0, office.index))) return partyOf(token);
    }
  }
  return null;
}

/** «专访了某研究院研究员某某»: somebody who knows the field, and speaks for nobody. */
function scholarIn(lead: readonly Sentence[], twin: string, cues: Cues): Party | null {
  const isScholar = (text: string): boolean => cues.has('interviews', text) && cues.has('scholar', text);
  return lead.some((s) => isScholar(twin.slice(s.start, s.end))) ? { type: 'expert', entity: null } : null;
}

/** How far behind a party its office may stand. */
const OFFICE = 14;

/** «对话某某：…», «专访某某副总裁». */
function inTitle(title: string, titled: readonly Mention[], cues: Cues): Party | null {
  const said = cues.find('interviews', title);
  const party = titled.find((m) => said !== null && m.type !== null && SPEAKERS.has(m.type));
  if (said === null || party === undefined || cues.has('scholar', title)) return null;
  const before = title.slice(said.index + said[0].length, party.start);
  const isBehind = party.start >= said.index + said[0].length && /^[|｜：:\s独家]*$/.test(before);
  const isAhead = party.end <= said.index && said.index - party.end <= OFFICE;
  if (!isBehind && !isAhead) return null;
  return { type: party.type === 'regulator' ? 'regulator' : 'official', entity: party.id };
}
