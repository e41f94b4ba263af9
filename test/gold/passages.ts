import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { exportedClaimSchema } from '../../pipeline/export/schema.ts';
import type { Claim } from '../../pipeline/types.ts';

/** One of the values that a field may have. */
const oneOf = z.string().transform((words) => words.split('|'));
const { relation, status } = exportedClaimSchema.shape;

const asked = z.object({
  relation,
  subject: oneOf,
  object: oneOf,
  scene: oneOf,
  status: oneOf.pipe(z.array(status)),
  /** The first day on which it holds, or «null»; undefined where that is not told. */
  from: z.string().optional(),
  speaker: oneOf.optional(),
  optional: z.boolean(),
});

/** What a careful reader finds in a passage; every field may have more than one right value. */
export type Asked = z.infer<typeof asked>;

export interface Passage {
  readonly published: string;
  readonly text: string;
  readonly claims: readonly Asked[];
}

const CLAIM =
  /^= (?<relation>\S+) (?<subject>\S+) > (?<object>\S+) (?<scene>\S+) (?<status>[a-z|]+)(?: (?<from>\d{4}-\d\d-\d\d|null)\S*)?(?: (?<speaker>[a-z|]+))?(?<optional> \?)?$/;

/** The passages of a file; see the README beside it. Throws for a line that is neither text nor a claim. */
export function readPassages(path: string): Passage[] {
  const blocks = readFileSync(path, 'utf8')
    .trim()
    .split(/\n{2,}/);
  return blocks.map((block) => {
    const [head = '', ...lines] = block.split('\n');
    const text = lines.filter((line) => !line.startsWith('='));
    if (!/^@\d{4}-\d\d-\d\d$/.test(head) || text.length === 0)
      throw new Error(`${path}: ${head}: no passage`);
    const claims = lines.filter((line) => line.startsWith('=')).map((line) => readClaim(line, path));
    return { published: head.slice(1), text: text.join('\n'), claims };
  });
}

function readClaim(line: string, path: string): Asked {
  const fields = CLAIM.exec(line)?.groups;
  if (fields === undefined) throw new Error(`${path}: ${line}: no claim`);
  return asked.parse({ ...fields, optional: fields.optional !== undefined });
}

/** Whether a claim says what is asked, day and speaker aside; the scene of a payment is not compared. */
export function says(claim: Claim, want: Asked): boolean {
  const object = claim.object ?? '-';
  const paid = claim.relation === 'acceptance' || claim.relation === 'code-interop';
  const ends = want.subject.includes(claim.subject) && want.object.includes(object);
  const turned = want.subject.includes(object) && want.object.includes(claim.subject);
  return (
    claim.relation === want.relation &&
    want.status.includes(claim.status) &&
    (paid || want.scene.includes(claim.scene ?? '-')) &&
    (ends || (claim.relation === 'code-interop' && turned))
  );
}

export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Counts claims against what is asked, each used once; an optional one is neither right nor missed. */
export function tally(claims: readonly Claim[], wants: readonly Asked[]): Tally {
  const left = [...claims];
  let right = 0;
  let missed = 0;
  for (const want of wants) {
    const at = left.findIndex((claim) => says(claim, want));
    if (at >= 0) left.splice(at, 1);
    if (want.optional) continue;
    if (at >= 0) right += 1;
    else missed += 1;
  }
  return { right, wrong: left.length, missed };
}
