import { queueQuery } from '../wire.ts';

const LISTS = [
  'kind',
  'relation',
  'subject',
  'object',
  'scene',
  'status',
  'publisher',
  'rule',
  'state',
  'overall',
];
const FLAGS = ['conflict', 'changed', 'lost', 'descending'];

/** What a queue's address asks: lists are repeated parameters, flags are `true` or `false`, what is empty is left out. */
export function parseQuery(address: URLSearchParams): ReturnType<typeof queueQuery.safeParse> {
  const asked: Record<string, unknown> = {};
  for (const name of new Set(address.keys())) {
    const values = address.getAll(name).filter((value) => value !== '');
    const [first] = values;
    if (first === undefined) continue;
    if (LISTS.includes(name)) asked[name] = values;
    else asked[name] = FLAGS.includes(name) && /^(?:true|false)$/.test(first) ? first === 'true' : first;
  }
  return queueQuery.safeParse(asked);
}
