import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bookOf, exported, fileOf, HARD } from './books.ts';
import { ANNOTATION_CONTEXT } from './web-annotation.ts';

interface Processor {
  toRDF(document: unknown, options: unknown): Promise<unknown>;
}
const processor: Processor = createRequire(import.meta.url)('jsonld');

const term = z.object({ value: z.string(), datatype: z.object({ value: z.string() }).optional() });
const quads = z.array(z.object({ subject: term, predicate: term, object: term }));

const OA = 'http://www.w3.org/ns/oa#';
const OURS = 'urn:hutong:terms:';

async function documentLoader(url: string): Promise<unknown> {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked for ${url}`);
  return { contextUrl: null, documentUrl: url, document: ANNOTATION_CONTEXT };
}

/** The statements of the file: for a node and a predicate, the values. A term that no context knows is an error. */
async function statements(claims: Parameters<typeof bookOf>[0], text?: string) {
  const document: unknown = JSON.parse(readFileSync(await fileOf('jsonld', bookOf(claims, text)), 'utf8'));
  const all = quads.parse(await processor.toRDF(document, { documentLoader, safe: true }));
  return (subject: string, predicate: string) =>
    all.filter((q) => q.subject.value === subject && q.predicate.value === predicate).map((q) => q.object);
}

const values = (terms: readonly { value: string }[]): string[] => terms.map((t) => t.value);
const one = (terms: readonly { value: string }[]): string => {
  expect(terms).toHaveLength(1);
  return terms[0]?.value ?? '';
};

describe('a JSON-LD processor reads the annotations', () => {
  it('with the claim as body, in typed values, and without what is not known', async () => {
    const of = await statements(HARD);
    const first = one(of('urn:hutong:claim:c01', `${OA}hasBody`));
    expect(values(of(first, `${OURS}subject`))).toEqual(['wechat']);
    expect(of(first, `${OURS}deadline`)).toMatchObject([
      { value: '2022-09-17', datatype: { value: 'http://www.w3.org/2001/XMLSchema#date' } },
    ]);
    const second = one(of('urn:hutong:claim:c02', `${OA}hasBody`));
    for (const hole of ['object', 'scene', 'dateStart', 'dateText', 'deadline'])
      expect(of(second, `${OURS}${hole}`)).toEqual([]);
    expect(values(of(second, `${OURS}reviewState`))).toEqual(['accepted']);
    expect(values(of('urn:hutong:claim:c02', `${OA}motivatedBy`))).toEqual([`${OA}describing`]);
  });

  it('with the article as target, and its page where it has an address', async () => {
    const of = await statements(HARD);
    const sourcesOf = (id: string): string[] =>
      of(`urn:hutong:claim:${id}`, `${OA}hasTarget`).flatMap(({ value }) =>
        values(of(value, `${OA}hasSource`)),
      );
    expect(sourcesOf('c01')).toEqual(['urn:hutong:article:a1']);
    expect(sourcesOf('c03')).toEqual(['urn:hutong:article:a2', HARD[2]?.article.url]);
  });

  it.each([
    ['plain text', '前面的话。微信可以打开知乎。后面的话。', '微信可以打开知乎'],
    [
      'characters beyond the first plane before, in and after it',
      '😀𠮷前。微信😀打开知乎。𠮷😀',
      '微信😀打开知乎',
    ],
    ['the beginning of the text', '微信可以打开知乎。', '微信可以打开知乎'],
    ['a prefix that a pair of surrogates would be cut in', `😀${'字'.repeat(31)}微信。`, '微信'],
  ])('with selectors that find the words again: %s', async (_, text, quote) => {
    const start = text.indexOf(quote);
    const of = await statements(
      [exported('c1', { evidence: { quote, start, end: start + quote.length } })],
      text,
    );
    const target = one(of('urn:hutong:claim:c1', `${OA}hasTarget`));
    const selectors = values(of(target, `${OA}hasSelector`));
    const [exact, prefix, suffix, from, to] = ['exact', 'prefix', 'suffix', 'start', 'end'].map((name) =>
      one(selectors.flatMap((s) => of(s, `${OA}${name}`))),
    );
    expect(exact).toBe(quote);
    expect(Array.from(text).slice(Number(from), Number(to)).join('')).toBe(quote);
    expect(text).toContain(`${prefix}${exact}${suffix}`);
    for (const part of [prefix, suffix]) expect(() => encodeURIComponent(part ?? '')).not.toThrow();
  });

  it('of no claims: an empty page', async () => {
    const of = await statements([]);
    expect(values(of('urn:hutong:claims', 'http://www.w3.org/ns/activitystreams#items'))).toEqual([
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil',
    ]);
  });
});
