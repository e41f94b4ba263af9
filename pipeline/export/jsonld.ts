import type { ExportedClaim } from '../types.ts';
import type { Book, ClaimInText } from './book.ts';
import { quoteIn } from './selectors.ts';

/** The standard's terms by their address, and ours, which are none of the standard's, inline. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    hutong: 'urn:hutong:terms:',
    Claim: 'hutong:Claim',
    kind: 'hutong:kind',
    relation: 'hutong:relation',
    subject: 'hutong:subject',
    object: 'hutong:object',
    scene: 'hutong:scene',
    status: 'hutong:status',
    dateText: 'hutong:dateText',
    dateStart: { '@id': 'hutong:dateStart', '@type': 'xsd:date' },
    dateEnd: { '@id': 'hutong:dateEnd', '@type': 'xsd:date' },
    datePrecision: 'hutong:datePrecision',
    dateBasis: 'hutong:dateBasis',
    deadline: { '@id': 'hutong:deadline', '@type': 'xsd:date' },
    attributionType: 'hutong:attributionType',
    attributionName: 'hutong:attributionName',
    conditions: { '@id': 'hutong:conditions', '@container': '@list' },
    reviewState: 'hutong:reviewState',
    reviewedBy: 'hutong:reviewedBy',
    reviewedAt: { '@id': 'hutong:reviewedAt', '@type': 'xsd:dateTime' },
    reviewNote: 'hutong:reviewNote',
    title: 'dc:title',
    publisher: 'dc:publisher',
    published: { '@id': 'dcterms:issued', '@type': 'xsd:dateTime' },
    path: 'hutong:path',
    sha256: 'hutong:sha256',
  },
] as const;

/**
 * One page of W3C Web Annotations (https://www.w3.org/TR/annotation-model/): the body is the claim; the target is the
 * cleaned text of the article, by quote and by position, and where the article has an address, that page by the quote.
 */
export async function* jsonld(book: Book): AsyncGenerator<string> {
  const head = JSON.stringify({ '@context': CONTEXT, id: 'urn:hutong:claims', type: 'AnnotationPage' });
  let before = `${head.slice(0, -1)},"items":[\n`;
  for await (const told of book.inText()) {
    yield before + JSON.stringify(annotation(told));
    before = ',\n';
  }
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`;
}

function annotation({ claim, text }: ClaimInText) {
  const { exact, prefix, suffix, start, end } = quoteIn(text, claim.evidence);
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  const position = { type: 'TextPositionSelector', start, end };
  const { article, rule } = claim;
  const cleaned = { type: 'SpecificResource', source: textOf(article), selector: [quote, position] };
  const page =
    article.url === null || !URL.canParse(article.url)
      ? []
      : [{ type: 'SpecificResource', source: article.url, selector: quote }];
  return {
    id: `urn:hutong:claim:${claim.id}`,
    type: 'Annotation',
    motivation: 'describing',
    generator: { id: `urn:hutong:rule:${encodeURI(rule)}`, type: 'Software', name: rule },
    body: bodyOf(claim),
    target: [cleaned, ...page],
  };
}

const textOf = ({ id, path, title, publisher, published, sha256 }: ExportedClaim['article']) =>
  known({
    id: `urn:hutong:article:${id}`,
    type: 'Text',
    format: 'text/plain',
    path,
    title,
    publisher,
    published,
    sha256,
  });

function bodyOf(claim: ExportedClaim) {
  const { kind, relation, subject, object, scene, status, date, deadline, attribution, review } = claim;
  return known({
    type: 'Claim',
    kind,
    relation,
    subject,
    object,
    scene,
    status,
    dateText: date.text,
    dateStart: date.start,
    dateEnd: date.end,
    datePrecision: date.precision,
    dateBasis: date.basis,
    deadline,
    attributionType: attribution.type,
    attributionName: attribution.name,
    conditions: claim.conditions,
    reviewState: review.state,
    reviewedBy: review.by,
    reviewedAt: review.at,
    reviewNote: review.note,
  });
}

/** What is not known is left out: JSON-LD has no null. */
const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
