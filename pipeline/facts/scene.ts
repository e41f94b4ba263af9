import type { Statement, StateRow } from '../types.ts';

/**
 * The row of one scene (null: none named) among the rows of one pair; where it has none, a row that says that it is
 * not known, and of which scenes something is.
 */
export function inScene<C extends Statement>(
  rows: readonly StateRow<C>[],
  scene: string | null,
): StateRow<C>[] {
  const own = rows.filter((r) => r.scene === scene);
  const [other] = rows;
  if (own.length > 0 || other === undefined) return own;
  const unknown: StateRow<C> = {
    relation: other.relation,
    subject: other.subject,
    object: other.object,
    scene,
    status: null,
    sources: [],
    reposts: 0,
    voices: 0,
    speakers: [],
    reviewed: 0,
    sureness: 'hearsay',
    conditions: [],
    since: null,
    began: false,
    heard: null,
    deadline: null,
    plans: [],
    conflicts: [],
    notes: [{ code: 'elsewhere', scenes: rows.map((r) => r.scene) }],
  };
  return [unknown];
}
