import type {
  Conflict,
  ExportedClaim,
  Fact,
  FactDate,
  IsoDay,
  Matter,
  StateNote,
  StateRow,
  StateStep,
  Support,
} from '../types.ts';
import type {
  Days,
  ReportArticle,
  ReportClaim,
  ReportConflict,
  ReportCourse,
  ReportData,
  ReportFact,
  ReportMatter,
  ReportNote,
  ReportRow,
  ReportSupport,
} from './data.ts';

/** What is known of one pair. */
export interface PairStory {
  readonly facts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  /** One list a scene. */
  readonly courses: readonly (readonly StateStep[])[];
}

export interface Names {
  readonly entities: Readonly<Record<string, string>>;
  readonly scenes: Readonly<Record<string, string>>;
}

/** Gathers the stories of all pairs into what the page shows; every article and claim stands in it once. */
export function collect(stories: readonly PairStory[], names: Names, made: IsoDay): ReportData {
  const ledger = new Ledger();
  const all = stories.flatMap((s) => s.conflicts);
  const against = new Set(all.flatMap((c) => c.sides.flatMap((s) => s.facts)));
  const place = new Map(all.map((c, i) => [c, i]));
  const conflicts = all.map((c) => conflictOf(c, ledger));
  const facts = stories.flatMap((s) => s.facts).map((f) => factOf(f, against.has(f), ledger));
  const courses = stories.flatMap((s) => s.courses).flatMap((steps) => courseOf(steps, place, ledger));
  const days = facts.flatMap((f) => f.days.slice(0, 2)).filter((d): d is IsoDay => typeof d === 'string');
  const used = new Set(facts.flatMap((f) => [f.subject, f.object ?? '']));
  return {
    made,
    first: days.toSorted()[0] ?? made,
    last: days.toSorted().at(-1) ?? made,
    names: Object.fromEntries(Object.entries(names.entities).filter(([id]) => used.has(id))),
    scenes: names.scenes,
    articles: ledger.articles,
    claims: ledger.claims,
    facts,
    courses,
    conflicts,
  };
}

/** Numbers claims and articles as they come. */
class Ledger {
  readonly articles: ReportArticle[] = [];
  readonly claims: ReportClaim[] = [];
  private readonly articleAt = new Map<string, number>();
  private readonly claimAt = new Map<string, number>();

  claim(claim: ExportedClaim): number {
    const known = this.claimAt.get(claim.id);
    if (known !== undefined) return known;
    const { id, evidence, status, date, attribution, conditions, review } = claim;
    const at = this.claims.push({
      id,
      article: this.article(claim.article),
      quote: evidence.quote,
      status,
      days: daysOf(date),
      speaker: attribution.type,
      name: attribution.name,
      conditions,
      review: review.state,
    });
    this.claimAt.set(id, at - 1);
    return at - 1;
  }

  private article({ id, title, publisher, published, url, path }: ExportedClaim['article']): number {
    const known = this.articleAt.get(id);
    if (known !== undefined) return known;
    const day = published?.slice(0, 10) ?? null;
    const at = this.articles.push({ title, publisher, published: day, url: safeUrl(url), path }) - 1;
    this.articleAt.set(id, at);
    return at;
  }
}

/** The address where it leads to a web page and does nothing else. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

const daysOf = ({ start, end, precision }: FactDate): Days => [start, end, precision];

const matterOf = ({ relation, subject, object, scene }: Matter): ReportMatter => ({
  relation,
  subject,
  object,
  scene,
});

const claimsOf = (fact: Pick<Fact, 'sources'>, ledger: Ledger): number[] =>
  fact.sources.flatMap((s) => [...s.claims, ...s.reposts].map((c) => ledger.claim(c)));

const supportOf = ({ sources, speakers, sureness }: Support, ledger: Ledger): ReportSupport => ({
  claims: sources.flatMap((s) => s.claims.map((c) => ledger.claim(c))),
  reposts: sources.flatMap((s) => s.reposts.map((c) => ledger.claim(c))),
  speakers,
  articles: sources.length,
  sureness,
});

const factOf = (fact: Fact, conflict: boolean, ledger: Ledger): ReportFact => ({
  ...matterOf(fact),
  ...supportOf(fact, ledger),
  status: fact.status,
  days: daysOf(fact.date),
  conflict,
});

const conflictOf = (conflict: Conflict, ledger: Ledger): ReportConflict => ({
  ...matterOf(conflict),
  kind: conflict.kind,
  about: conflict.about,
  better: conflict.better,
  sides: conflict.sides.map(({ status, facts }) => ({
    status,
    object: facts[0]?.object ?? null,
    facts: facts.map((fact) => ({
      days: daysOf(fact.date),
      sureness: fact.sureness,
      claims: claimsOf(fact, ledger),
    })),
  })),
});

function courseOf(
  steps: readonly StateStep[],
  place: ReadonlyMap<Conflict, number>,
  ledger: Ledger,
): ReportCourse[] {
  const first = steps.find((s) => s.row !== null)?.row;
  if (first === undefined || first === null) return [];
  const rows = steps.map(({ from, row }) => ({ from, row: row === null ? null : rowOf(row, place, ledger) }));
  return [{ ...matterOf(first), steps: rows }];
}

function rowOf(row: StateRow, place: ReadonlyMap<Conflict, number>, ledger: Ledger): ReportRow {
  const ends = row.sources.flatMap((s) => s.claims.map((c) => c.date.end ?? c.date.start ?? ''));
  return {
    ...supportOf(row, ledger),
    status: row.status,
    since: row.since === null ? null : daysOf(row.since),
    began: row.began,
    heard: row.heard === null ? null : (ends.sort().at(-1) ?? row.heard),
    conditions: row.conditions,
    deadline: row.deadline,
    plans: row.plans.map(({ fact, stage }) => ({
      stage,
      days: daysOf(fact.date),
      claims: claimsOf(fact, ledger),
    })),
    conflicts: row.conflicts.flatMap((c) => place.get(c) ?? []),
    notes: row.notes.filter((n) => n.code !== 'old').map((n) => noteOf(n, ledger)),
  };
}

function noteOf(note: StateNote, ledger: Ledger): ReportNote {
  const facts = 'fact' in note ? [note.fact] : 'facts' in note ? note.facts : [];
  const day = 'end' in note ? note.end : 'deadline' in note ? note.deadline : null;
  return {
    code: note.code,
    day,
    words: facts.map((f) => ({ scene: f.scene, status: f.status, days: daysOf(f.date) })),
    claims: facts.flatMap((f) => claimsOf(f, ledger)),
  };
}
