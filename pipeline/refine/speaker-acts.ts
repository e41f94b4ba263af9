import { type Ask, type Found, recalled } from './ask.ts';

/** «快手称，受影响的只有淘宝联盟，自3月1日起停止接入»: what is stopped where an app speaks of itself, that app stops. */
export function speakerActs({ draft, sentence, knowledge: { typeOf } }: Ask): Found | null {
  if (draft.frame !== 'act' || draft.subjects.length + draft.objects.length > 0) return null;
  const own = sentence.speeches.findLast(
    (s) => s.firstSegment <= draft.segment && draft.segment <= s.lastSegment,
  );
  const id = own?.type === 'official' ? own.entity : null;
  const passive = PASSIVE.test(sentence.encoded.slice(0, draft.match.start));
  return id !== null && typeOf.get(id) === 'app' && !passive ? recalled([id]) : null;
}

const PASSIVE = /[被遭][^，。；]{0,8}$/;

/** What it stops: the one app of the clause just before, and not one before that. */
export function namedJustBefore(ask: Ask, places: readonly string[]): Found | null {
  const { earlier, sentence, draft } = ask;
  const last = earlier.at(-1);
  if (last?.clause !== sentence.segments[draft.segment]?.clause || speakerActs(ask) === null) return null;
  const [only, another] = last?.tokens.filter((t) => t.class === 'app' && t.mark !== 'speaker') ?? [];
  const fits = only !== undefined && another === undefined && !only.ids.some((id) => places.includes(id));
  return fits ? { ids: only.ids, segment: earlier.length - 1 } : null;
}
