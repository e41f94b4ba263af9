import type { ClaimContent } from './wire.ts';

/**
 * A claim edited by words such as `status=limited object=weibo start=2021-09-17 quote=能打开`: a field, `=`, its value up
 * to the next field; `-` for none. A quote must stand in the article's text; the nearest place to the old one is taken.
 * Gives why not, where something is wrong.
 */
export function editByLine(claim: ClaimContent, line: string, text: string): ClaimContent | string {
  const parts = [...line.matchAll(/([a-z]+)=(.*?)(?=\s+[a-z]+=|\s*$)/g)];
  if (parts.length === 0) return 'write field=value, for example status=limited';
  let edited: ClaimContent = structuredClone(claim);
  for (const [, field = '', value = ''] of parts) {
    const next = withField(edited, field, value === '-' ? null : value, text);
    if (typeof next === 'string') return next;
    edited = next;
  }
  return edited;
}

function withField(
  claim: ClaimContent,
  field: string,
  value: string | null,
  text: string,
): ClaimContent | string {
  const { date, attribution } = claim;
  switch (field) {
    case 'relation':
    case 'subject':
    case 'object':
    case 'scene':
    case 'status':
    case 'deadline':
      return unchecked({ ...claim, [field]: value });
    case 'start':
    case 'end':
    case 'precision':
    case 'basis':
      return unchecked({ ...claim, date: { ...date, [field]: value } });
    case 'day':
      return { ...claim, date: { ...date, start: value, end: value } };
    case 'speaker':
      return unchecked({ ...claim, attribution: { ...attribution, type: value } });
    case 'name':
      return { ...claim, attribution: { ...attribution, name: value } };
    case 'quote':
      return withQuote(claim, value ?? '', text);
    default:
      return `there is no field ${field}: ${FIELDS.join(', ')}`;
  }
}

const FIELDS = [
  ...['relation', 'subject', 'object', 'scene', 'status', 'day', 'start', 'end', 'precision', 'basis'],
  ...['deadline', 'speaker', 'name', 'quote'],
];

/** What a person typed; the desk says whether it is a claim. */
const unchecked = (claim: object): ClaimContent => JSON.parse(JSON.stringify(claim));

function withQuote(claim: ClaimContent, quote: string, text: string): ClaimContent | string {
  if (quote === '') return 'a claim needs words of the article';
  let nearest = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (nearest < 0 || Math.abs(at - claim.evidence.start) < Math.abs(nearest - claim.evidence.start))
      nearest = at;
  if (nearest < 0) return `«${quote}» does not stand in the article`;
  return { ...claim, evidence: { quote, start: nearest, end: nearest + quote.length } };
}
