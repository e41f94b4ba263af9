import type { AttributionType, Cues, Segment, Sentence, Speech, Token } from '../types.ts';

/** The parts of a sentence that speech needs; the sentence itself is made afterwards. */
export type Speakable = Pick<Sentence, 'encoded' | 'tokens' | 'segments'>;

const OPENING_QUOTE = '“';

/** Who speaks in a sentence, segment by segment: tests before users before rumours before parties. */
export function findSpeeches(sentence: Speakable, twin: string, cues: Cues): Speech[] {
  const found: Speech[] = [];
  sentence.segments.forEach((segment, i) => {
    const speech = speechOf(segment, sentence, twin, cues);
    if (speech === null) return;
    const quotedBefore = i > 0 && endsQuote(sentence, i);
    found.push({ ...speech, firstSegment: quotedBefore ? 0 : i, lastSegment: sentence.segments.length - 1 });
  });
  return found.map((s, i) => {
    const next = found[i + 1];
    return next === undefined || next.firstSegment === 0 ? s : { ...s, lastSegment: next.firstSegment - 1 };
  });
}

/** Whether the text before segment i ends a quotation («“…”，某某说»). */
function endsQuote(sentence: Speakable, i: number): boolean {
  const segment = sentence.segments[i];
  if (segment === undefined) return false;
  return /”[，。]?$/.test(sentence.encoded.slice(0, segment.from).trimEnd());
}

/** «有媒体通过测试发现»: what other outlets tried is their report. */
const OTHER_OUTLETS = /(?:有|多家|其他|国内|外|等)[^，]{0,3}媒体|报道(?:中|称|提)/;

type Found = Pick<Speech, 'type' | 'name' | 'entity' | 'opens'>;

function speechOf(segment: Segment, sentence: Speakable, twin: string, cues: Cues): Found | null {
  const text = segment.encoded;
  const opens = cues.has('opens', text);
  const said = (type: AttributionType, name: string | null, entity: string | null = null): Found => ({
    type,
    name,
    entity,
    opens,
  });
  const test = OTHER_OUTLETS.test(sentence.encoded.slice(0, segment.to)) ? null : testerOf(text, cues);
  if (test !== null) return said(test.type, test.name);
  const expert = cues.find('expert', text);
  if (expert !== null && opinionFollows(sentence, segment, expert.index, cues))
    return said('expert', expert[0]);
  const rumour = cues.find('rumour', text);
  if (rumour !== null) return said('rumour', rumour[0]);
  const user = cues.find('user', text);
  if (user !== null && cues.find('user-says', text.slice(user.index, user.index + 24)) !== null) {
    return said('user', user[0]);
  }
  const party = partyOf(segment, twin, cues) ?? earlierParty(segment, sentence, twin);
  if (party !== null) return said(party.type, party.name, party.entity);
  if (cues.has('media', text)) return said('media', null);
  return null;
}

function opinionFollows(sentence: Speakable, segment: Segment, index: number, cues: Cues): boolean {
  const from = segment.from + index;
  return cues.has('opinion', sentence.encoded.slice(from, from + 40));
}

function testerOf(text: string, cues: Cues): { type: AttributionType; name: string | null } | null {
  const head = cues.find('test-head', text);
  const who = cues.find('tester', text);
  if (who === null) return head === null || text.includes('用户') ? null : { type: 'test', name: null };
  const rest = text.slice(who.index + who[0].length, who.index + who[0].length + 24);
  if (cues.has('tester-heard', rest)) return null;
  if (/(?:对|向|告诉|回应|答复|给)$/.test(text.slice(0, who.index))) return null;
  return cues.has('tests', rest) || head !== null ? { type: 'test', name: who[0] } : null;
}

/** A company, app or agency that stands before a verb of speaking in its segment. */
function partyOf(
  segment: Segment,
  twin: string,
  cues: Cues,
): { type: AttributionType; name: string; entity: string } | null {
  for (const token of segment.tokens) {
    if (!isParty(token)) continue;
    const at = token.at - segment.from;
    const after = segment.encoded.slice(at + 1, at + 30);
    const says = cues.find('says', after);
    if (says === null) continue;
    const between = after.slice(0, says.index);
    if (!/^[^，。]{0,18}$/.test(between) || token.mark === 'destination' || token.mark === 'object') continue;
    const tail = cues.find('party-tail', between);
    const entity = token.ids[0] ?? '';
    const name = twin.slice(token.start, token.end) + (tail?.index === 0 ? tail[0] : '');
    return { type: token.class === 'regulator' ? 'regulator' : 'official', name, entity };
  }
  return null;
}

/** «抖音起诉腾讯，称…»: the verb opens its clause, and who speaks stands at the head of the sentence. */
function earlierParty(
  segment: Segment,
  sentence: Speakable,
  twin: string,
): { type: AttributionType; name: string; entity: string } | null {
  if (!/^(?:并|还|同时|随后)?(?:称|表示|指出?|宣布|透露|强调|回应)/.test(segment.encoded)) return null;
  const head = sentence.tokens.find((t) => isParty(t) && t.mark === 'bare' && t.at < segment.from);
  if (head === undefined) return null;
  const type = head.class === 'regulator' ? 'regulator' : 'official';
  return { type, name: twin.slice(head.start, head.end), entity: head.ids[0] ?? '' };
}

const isParty = (t: Token): boolean =>
  t.class === 'app' || t.class === 'company' || t.class === 'regulator' || t.class === 'payment';

/** Whether the sentence opens a quotation that it does not close. */
export function leavesQuoteOpen(sentence: Speakable): boolean {
  const text = sentence.encoded;
  return text.split(OPENING_QUOTE).length > text.split('”').length;
}
