import type { Draft, Knowledge } from '../../types.ts';

type Seen = Pick<
  Draft,
  | 'relation'
  | 'frame'
  | 'status'
  | 'subjects'
  | 'objects'
  | 'scenes'
  | 'sentence'
  | 'segment'
  | 'match'
  | 'lastSegment'
>;

/** What was seen in what a sentence set up, as a draft of the rule that set it up; none where no rule of that relation does. */
export function asDraft(seen: Seen, { rules }: Knowledge): Draft[] {
  const rule = rules.find((r) => r.frame === 'sets-up' && r.relation === seen.relation);
  if (rule === undefined) return [];
  return [
    {
      ...seen,
      rule: rule.id,
      topical: false,
      asked: false,
      firstSegment: seen.segment,
      trace: [{ field: 'status', from: 'rule', note: `${rule.id}: ${rule.reason}`, span: null }],
    },
  ];
}
