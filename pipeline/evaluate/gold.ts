import { z } from 'zod';

const days = z.object({ start: z.string().nullish(), end: z.string().nullish() });

const fields = z.object({
  relation: z.string(),
  subject: z.string(),
  object: z.string().nullish(),
  scene: z.string().nullish(),
  status: z.string(),
  date: days.nullish(),
  attribution: z.object({ type: z.string() }).nullish(),
});

const goldClaim = fields.extend({
  article: z.string().min(1),
  quote: z.string().default(''),
  optional: z.boolean().default(false),
  date_free: z.boolean().default(false),
  /** Other readings that are right too: fields to put in place of the claim's own. */
  alternatives: z.array(z.record(z.string(), z.unknown())).default([]),
});

/** A line without a relation: an article that holds no claim. */
const bareArticle = z.object({ article: z.string().min(1), relation: z.null().optional() });

/** The fields of a claim that are scored. */
export type Scored = z.output<typeof fields>;

export interface GoldClaim extends Scored {
  readonly article: string;
  readonly quote: string;
  /** Neither asked for nor held against anybody. */
  readonly optional: boolean;
  /** No day that the text fixes: not asked for at the dated level. */
  readonly dateFree: boolean;
  /** The claim itself, then its other right readings. */
  readonly readings: readonly Scored[];
}

export interface Gold {
  /** Ids of the articles, sorted; each is a file name without its ending. */
  readonly articles: readonly string[];
  readonly claims: ReadonlyMap<string, readonly GoldClaim[]>;
}

/** A gold file that cannot be read, told with file and line. */
export class GoldFault extends Error {}

/**
 * Reads a gold file: one claim a line as JSON, or `{"article": …}` alone for an article without claims.
 * `name` is for messages. Throws GoldFault at the first line that is wrong.
 */
export function parseGold(text: string, name: string): Gold {
  const claims = new Map<string, GoldClaim[]>();
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const read = parseLine(line, `${name}:${i + 1}`);
    const own = claims.get(read.article) ?? [];
    claims.set(read.article, own);
    if (read.claim !== null) own.push(read.claim);
  });
  return { articles: [...claims.keys()].sort(), claims };
}

function parseLine(line: string, place: string): { article: string; claim: GoldClaim | null } {
  const value = parseJson(line, place);
  const bare = bareArticle.safeParse(value);
  if (bare.success) return { article: bare.data.article, claim: null };
  const claim = checked(goldClaim, value, place);
  const { alternatives, date_free: dateFree, ...own } = claim;
  const others = alternatives.map((other) => checked(fields, { ...own, ...other }, `${place}: alternatives`));
  return { article: own.article, claim: { ...own, dateFree, readings: [own, ...others] } };
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new GoldFault(`${place}: not JSON; a gold file holds one claim a line`);
  }
}

function checked<T extends z.ZodType>(schema: T, value: unknown, place: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new GoldFault(`${place}: ${issue?.path.join('.') ?? 'claim'}: ${issue?.message ?? 'is not a claim'}`);
}
