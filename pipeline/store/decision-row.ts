import { z } from 'zod';
import type { Decision } from '../types.ts';
import { contentFromJson } from './content.ts';
import type { DecisionTable } from './tables.ts';

const nullable = z.string().nullable();

const row = z.object({
  id: z.string(),
  claim_id: z.string(),
  action: z.enum(['accept', 'reject', 'edit', 'undo']),
  before: z.string(),
  after: nullable,
  reviewer: z.string(),
  at: z.string(),
  reason: nullable,
  note: nullable,
  undoes: nullable,
  group_id: nullable,
  machine: nullable,
});

/** An event as a row of the log comes back. */
export function decisionFromRow(found: unknown): Decision {
  const { claim_id: claim, group_id: group, before, after, ...rest } = row.parse(found);
  return { ...rest, claim, group, before: contentFromJson(before), after: contentFromJson(after) };
}

/** An event as a row of the log. */
export function rowOfDecision(event: Decision): Omit<DecisionTable, 'seq'> {
  const { claim, group, before, after, ...rest } = event;
  return {
    ...rest,
    claim_id: claim,
    group_id: group,
    before: JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  };
}
