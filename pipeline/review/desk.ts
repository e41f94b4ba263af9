import { z } from 'zod';
import type { ClaimFilter, Decision, Lexicon } from '../types.ts';
import type { Book, BookClaim } from './book.ts';
import { contentFault, vocabulariesOf, withKind } from './vocabulary.ts';
import {
  type BulkReceipt,
  type BulkRequest,
  type BulkUndo,
  type ClaimView,
  type DecisionReceipt,
  type Filter,
  type NewDecision,
  newDecision,
  type Queue,
  type queueQuery,
  type Session,
} from './wire.ts';

export interface DeskOptions {
  readonly book: Book;
  readonly reviewer: string;
  readonly lexicon: Lexicon;
  /** Rule → why it is a rule. */
  readonly reasons: ReadonlyMap<string, string>;
  /** hutong's version, and the database as the user named it. */
  readonly version: string;
  readonly database: string;
}

/** A bulk whose filter holds another number of claims than the person saw. */
export class Mismatch extends Error {
  readonly count: number;

  constructor(count: number) {
    super(`the filter holds ${count} claims now`);
    this.count = count;
  }
}

/** One person's desk: what the page and the terminal ask of the book, in that person's name. */
export class Desk {
  private readonly options: DeskOptions;
  private readonly scenes: ReadonlySet<string>;

  constructor(options: DeskOptions) {
    this.options = options;
    this.scenes = new Set(options.lexicon.scenes.map((scene) => scene.id));
  }

  async session(): Promise<Session> {
    const { book, reviewer, lexicon, reasons, version, database } = this.options;
    const { publishers, rules, counts } = await book.facets(reviewer);
    return {
      reviewer,
      version,
      database,
      vocabularies: vocabulariesOf(lexicon),
      publishers: [...publishers],
      rules: rules.map((id) => ({ id, reason: reasons.get(id) ?? null })),
      counts,
    };
  }

  async queue(query: z.output<typeof queueQuery>): Promise<Queue> {
    const { order, descending, cursor, at, offset, limit, ...filter } = query;
    const { reviewer, book } = this.options;
    const page = await book.queue({
      reviewer,
      filter: this.claimFilter(filter),
      order,
      descending,
      ...(cursor === undefined ? {} : { cursor }),
      ...(at === undefined ? {} : { at }),
      ...(offset === undefined ? {} : { offset }),
      limit,
    });
    return { ...page, items: page.items.map(({ path: _path, ...item }) => item) };
  }

  /** Null where there is no such claim. */
  async claim(id: string): Promise<ClaimView | null> {
    const found = await this.options.book.reviewedClaim(id, this.options.reviewer);
    return found === null ? null : this.viewOf(found);
  }

  /** Saves what can be saved of events as a client sent them, in their order, and says why the others cannot. */
  async decide(sent: readonly unknown[]): Promise<DecisionReceipt> {
    const { book, reviewer } = this.options;
    const refused: { id: string; why: string }[] = [];
    const events: Decision[] = [];
    for (const one of sent) {
      const event = newDecision.safeParse(one);
      const why = event.success ? this.faultOf(event.data) : z.prettifyError(event.error);
      if (event.success && why === null) events.push(toDecision(event.data, reviewer));
      else refused.push({ id: idOf(one), why: why ?? '' });
    }
    const receipt = await book.decide(events);
    const states = await book.standings([...new Set(events.map((e) => e.claim))], reviewer);
    return {
      saved: [...receipt.saved],
      refused: [...refused, ...receipt.refused],
      states: Object.fromEntries(
        states.map(({ id, state, overall, changed }) => [id, { state, overall, changed }]),
      ),
    };
  }

  /** Throws `Mismatch`. */
  async bulk({ id, filter, ...bulk }: BulkRequest): Promise<BulkReceipt> {
    const { book, reviewer } = this.options;
    const wanted = { ...bulk, group: id, reviewer, filter: this.claimFilter(filter) };
    const { count, mismatch } = await book.decideAll(wanted);
    if (mismatch) throw new Mismatch(count);
    return { group: id, count };
  }

  async undoBulk({ id, group, at }: BulkUndo): Promise<BulkReceipt> {
    const { book, reviewer } = this.options;
    return { group: id, count: await book.undoAll({ group: id, undoes: group, reviewer, at }) };
  }

  private faultOf({ action, after, reason }: NewDecision): string | null {
    const known = vocabulariesOf(this.options.lexicon).reasons;
    if (reason !== null && !known.some((r) => r.id === reason)) return `there is no reason ${reason}`;
    return action === 'edit' && after !== null ? contentFault(withKind(after), this.scenes) : null;
  }

  private claimFilter({ state, overall, changed, q, lost, ...rest }: Filter): ClaimFilter {
    const mine = { ...(state === undefined ? {} : { state }), ...(changed === undefined ? {} : { changed }) };
    const decided: ClaimFilter =
      lost === true ? { lost: 'only', state: ['accepted', 'rejected', 'edited'] } : {};
    return defined({
      ...decided,
      ...rest,
      object: rest.object?.map(orNone),
      scene: rest.scene?.map(orNone),
      publisher: rest.publisher?.map(orNone),
      state: overall ?? decided.state,
      words: q?.split(/\s+/).filter((word) => word !== ''),
      mine: Object.keys(mine).length === 0 ? undefined : { reviewer: this.options.reviewer, ...mine },
    });
  }

  private viewOf({ row, claim, machine, changedSince, article, trace, ...rest }: BookClaim): ClaimView {
    const { reasons } = this.options;
    const isEdited = JSON.stringify(claim) !== JSON.stringify(machine);
    return {
      id: row.id,
      claim: mutable(claim),
      machine: isEdited ? mutable(machine) : null,
      state: row.state,
      overall: row.overall,
      changedSince: changedSince === null ? null : mutable(changedSince),
      lost: row.lost,
      spans: spansOf({ claim, machine, trace }),
      article: { ...article, blocks: article.blocks.map((block) => ({ ...block })) },
      others: rest.others.map((other) => ({ ...other })),
      rule: { id: row.rule, reason: reasons.get(row.rule) ?? null },
      trace: trace.map((step) => ({ ...step })),
      agreeing: [...rest.agreeing],
      contrary: [...rest.contrary],
      history: rest.history.map(({ machine: _hash, before, after, ...event }) => ({
        ...event,
        before: before === null ? null : mutable(before),
        after: after === null ? null : mutable(after),
      })),
    };
  }
}

const orNone = (value: string): string | null => (value === '-' ? null : value);

/** Without the fields that nobody asks about. */
function defined(filter: { [K in keyof ClaimFilter]?: ClaimFilter[K] | undefined }): ClaimFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

type Content = ClaimView['claim'];

const mutable = (content: BookClaim['claim']): Content => ({
  ...content,
  conditions: [...content.conditions],
});

const idOf = (sent: unknown): string =>
  typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string' ? sent.id : '?';

const toDecision = ({ claim, after, ...event }: NewDecision, reviewer: string): Decision => ({
  ...event,
  claim,
  after: after === null ? null : withKind(after),
  reviewer,
  group: null,
  machine: null,
});

const ROLES = {
  subject: 'subject',
  object: 'object',
  scene: 'scene',
  status: 'status',
  date: 'date',
  attribution: 'speaker',
} as const;

/** Where the words of each part stand; those of a part that a person has changed are not known. */
function spansOf({
  claim,
  machine,
  trace,
}: Pick<BookClaim, 'claim' | 'machine' | 'trace'>): ClaimView['spans'] {
  const { start, end } = claim.evidence;
  const kept = (field: keyof typeof ROLES): boolean =>
    claim.textHash === machine.textHash && JSON.stringify(claim[field]) === JSON.stringify(machine[field]);
  const parts = trace.flatMap(({ field, span }) => {
    const name = Object.keys(ROLES).find((key): key is keyof typeof ROLES => key === field);
    return span === null || name === undefined || !kept(name) ? [] : [{ role: ROLES[name], ...span }];
  });
  return [{ role: 'evidence', start, end }, ...parts];
}
