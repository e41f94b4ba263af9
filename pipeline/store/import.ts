import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClaimContent, Decision, Evidence, ExportedClaim } from '../types.ts';
import { codeOf } from './codes.ts';
import { writtenColumns } from './content.ts';
import { record } from './decisions.ts';
import { keepText } from './save.ts';
import { statementsOf } from './statements.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** What became of exported claims that were to be taken in. */
export interface Taken {
  readonly articles: number;
  readonly claims: number;
  /** Claims that were in the book already: they stay as they are. */
  readonly known: number;
  readonly decisions: number;
  /** Decisions that could not be taken in, and why. */
  readonly refused: readonly string[];
}

/** Of an article that was not read here: whenever it is met, it is read. */
const NOT_READ = 'imported';
/** Of a claim that was not read here: no reading has this key. */
const NO_READING = 0;

/**
 * Takes in exported claims of one article, with what was last decided on each, in one transaction. An export holds no
 * text but the quotes: they are kept at their places in a text that is otherwise empty lines. Where the book has read
 * the article itself, a claim that it did not make comes in as one that no rule makes.
 */
export async function importClaims(
  db: Kysely<Tables>,
  claims: readonly ExportedClaim[],
  runId: number,
): Promise<Taken> {
  return inTransaction(db, async (t) => {
    const [first] = claims;
    if (first === undefined) return { articles: 0, claims: 0, known: 0, decisions: 0, refused: [] };
    const text = textAround(claims.flatMap(quotesOf));
    const article = await articleFor(t, first.article, text, runId);
    const ids = claims.map((claim) => claim.id);
    const rows = await t.selectFrom('claims').select('id').where('id', 'in', ids).execute();
    const known = new Set(rows.map((row) => row.id));
    const fresh = claims.filter((claim, i) => !known.has(claim.id) && ids.indexOf(claim.id) === i);
    let position = await nextPosition(t, article.key);
    for (const claim of fresh) {
      const own = holdsAll(text, quotesOf(claim)) ? text : textAround(quotesOf(claim));
      const place = { article: article.key, position, state: article.state, text: own };
      await insertClaim(t, claim, place, runId);
      position += 1;
    }
    const events = (await Promise.all(claims.map((claim) => eventsOf(t, claim)))).flat();
    const { saved, refused } = await record(t, events, { asWritten: true });
    return {
      articles: article.isNew ? 1 : 0,
      claims: fresh.length,
      known: claims.length - fresh.length,
      decisions: saved.length,
      refused: refused.map(({ id, why }) => `${events.find((e) => e.id === id)?.claim ?? id}: ${why}`),
    };
  });
}

const quotesOf = ({ evidence, review }: ExportedClaim): Evidence[] =>
  review.machine === null ? [evidence] : [review.machine.evidence, evidence];

/** Empty lines with the quotes at their places. */
function textAround(quotes: readonly Evidence[]): string {
  const length = Math.max(0, ...quotes.map((q) => q.start + q.quote.length));
  const units = Array.from({ length }, () => '\n');
  for (const { start, quote } of quotes)
    for (let i = 0; i < quote.length; i += 1) units[start + i] = quote.charAt(i);
  return units.join('');
}

const holdsAll = (text: string, quotes: readonly Evidence[]): boolean =>
  quotes.every((q) => text.slice(q.start, q.start + q.quote.length) === q.quote);

interface Home {
  readonly key: number;
  readonly isNew: boolean;
  /** In which state a claim comes in that is not there yet. */
  readonly state: 'current' | 'lost';
}

async function articleFor(
  t: Kysely<Tables>,
  { id, path, title, publisher, published, url, sha256 }: ExportedClaim['article'],
  text: string,
  runId: number,
): Promise<Home> {
  const known = await t
    .selectFrom('articles')
    .select(['key', 'rules_version'])
    .where((e) => e.or([e('path', '=', path), e('id', '=', id)]))
    .orderBy((e) => e('path', '=', path), 'desc')
    .executeTakeFirst();
  if (known !== undefined)
    return { key: known.key, isNew: false, state: known.rules_version === NOT_READ ? 'current' : 'lost' };
  const record = { title, publisher, author: null, categories: '[]', published, url };
  const { key } = await t
    .insertInto('articles')
    .values({
      id,
      path,
      format: 'json',
      encoding: 'utf-8',
      sha256,
      ...record,
      text_key: keepText(statementsOf(t), text),
      reading_key: NO_READING,
      state: 'present',
      rules_version: NOT_READ,
      first_run: runId,
      last_run: runId,
    })
    .returning('key')
    .executeTakeFirstOrThrow();
  return { key, isNew: true, state: 'current' };
}

async function nextPosition(t: Kysely<Tables>, article: number): Promise<number> {
  const row = await t
    .selectFrom('claims')
    .select((e) => e.fn.max('position').as('last'))
    .where('article_key', '=', article)
    .executeTakeFirst();
  return Number(row?.last ?? -1) + 1;
}

interface Place {
  readonly article: number;
  readonly position: number;
  readonly state: 'current' | 'lost';
  readonly text: string;
}

/** Writes the claim as the rules read it; what a person made of it follows from the decisions. */
async function insertClaim(
  t: Kysely<Tables>,
  claim: ExportedClaim,
  { article, position, state, text }: Place,
  runId: number,
): Promise<void> {
  const said: ClaimContent = claim.review.machine ?? claim;
  const runs = { first_run: runId, last_run: runId };
  await t
    .insertInto('claims')
    .values({
      id: claim.id,
      article_key: article,
      text_key: keepText(statementsOf(t), text),
      reading_key: NO_READING,
      trace_at: 0,
      position,
      ...writtenColumns(said),
      rule: claim.rule,
      carried: 0,
      machine: null,
      state_code: codeOf('state', state),
      ...runs,
    })
    .execute();
}

const ACTION = { accepted: 'accept', rejected: 'reject', edited: 'edit' } as const;

/**
 * The events that make a claim stand as its export says. An export holds what was decided last and not the log: of an
 * edit that was accepted or rejected later, both are written with the later's time. None where the book says so already.
 */
async function eventsOf(t: Kysely<Tables>, claim: ExportedClaim): Promise<Decision[]> {
  const { state, by, at, machine } = claim.review;
  if (state === 'unreviewed' || by === null || at === null) return [];
  const standing = await t
    .selectFrom('verdicts')
    .select('at')
    .where('claim_id', '=', claim.id)
    .where('reviewer', '=', by)
    .executeTakeFirst();
  if (standing !== undefined && standing.at >= at) return [];
  const row = await t
    .selectFrom('claims')
    .innerJoin('article_texts', 'article_texts.key', 'claims.text_key')
    .select('article_texts.hash')
    .where('claims.id', '=', claim.id)
    .executeTakeFirst();
  const actions =
    machine === null || state === 'edited' ? [ACTION[state]] : (['edit', ACTION[state]] as const);
  const after = { ...contentOnly(claim), textHash: row?.hash ?? '' };
  return actions.map((action, i) => eventFor(claim, action, after, i === actions.length - 1));
}

function eventFor(
  { id: claim, review }: ExportedClaim,
  action: Decision['action'],
  after: NonNullable<Decision['after']>,
  isLast: boolean,
): Decision {
  const { by, at, note, changed } = review;
  return {
    id: `imported-${idOf([claim, action, by, at])}`,
    claim,
    action,
    before: null,
    after: action === 'edit' ? after : null,
    reviewer: by ?? '',
    at: at ?? '',
    reason: null,
    note: isLast ? note : null,
    undoes: null,
    group: null,
    machine: changed ? CHANGED : null,
  };
}

/** Stands for what the rules said then, which an export does not hold, and which is not what they say now. */
const CHANGED = 'imported: otherwise';

const idOf = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

function contentOnly(claim: ExportedClaim): ClaimContent {
  const { kind, relation, subject, object, scene, status, date, deadline } = claim;
  const { attribution, conditions, evidence } = claim;
  return {
    kind,
    relation,
    subject,
    object,
    scene,
    status,
    date,
    deadline,
    attribution,
    conditions: [...conditions],
    evidence,
  };
}
