import type { Filter, Order } from '../../wire.ts';

/** Where the person is: it all stands in the address, so that a reload, a bookmark and «back» lead here again. */
export interface Place {
  readonly view: 'focus' | 'table';
  readonly filter: Filter;
  readonly order: Order;
  readonly descending: boolean;
  /** The claim that is shown, or under the cursor. */
  readonly claim: string | null;
}

type List<K extends keyof Filter> =
  NonNullable<Filter[K]> extends readonly (infer V)[] ? readonly V[] : never;

/** What a list of the filter may hold; null where anything goes. In the order of the address. */
const LISTS = {
  kind: ['platform', 'scene', 'payment'] satisfies List<'kind'>,
  relation: [
    'access',
    'acceptance',
    'code-interop',
    'order',
    'policy',
    'launch',
    'pledge',
  ] satisfies List<'relation'>,
  status: [
    'open',
    'limited',
    'closed',
    'trial',
    'pending',
    'planned',
    'required',
    'published',
    'launched',
    'pledged',
  ] satisfies List<'status'>,
  state: ['unreviewed', 'accepted', 'rejected', 'edited'] satisfies List<'state'>,
  overall: ['unreviewed', 'accepted', 'rejected', 'edited'] satisfies List<'overall'>,
} as const;
export const FREE_LISTS = ['subject', 'object', 'scene', 'publisher', 'rule'] as const;
export const FLAGS = ['conflict', 'changed', 'lost'] as const;
const TEXTS = ['from', 'to', 'article', 'q'] as const;

const ORDERS: readonly Order[] = [
  'article',
  'conflicts',
  'uncertain',
  'newest',
  'day',
  'relation',
  'subject',
  'object',
  'scene',
  'status',
  'publisher',
  'rule',
  'state',
];
/** The orders that a reviewer goes through a queue in; the others are the table's columns. */
export const QUEUE_ORDERS: readonly Order[] = ORDERS.slice(0, 4);

/** The values of `all` that the address names under `key`; undefined where there is none. */
function known<T extends string>(params: URLSearchParams, key: string, all: readonly T[]): T[] | undefined {
  const asked = params.getAll(key);
  const found = all.filter((value) => asked.includes(value));
  return found.length > 0 ? found : undefined;
}

/** Reads `?view=table&status=open&status=trial…`; what makes no sense is left out. */
export function placeOf(search: string): Place {
  const params = new URLSearchParams(search);
  return {
    view: params.get('view') === 'table' ? 'table' : 'focus',
    filter: filterOf(params),
    order: ORDERS.find((order) => order === params.get('order')) ?? 'article',
    descending: params.get('descending') === 'true',
    claim: params.get('claim'),
  };
}

function filterOf(params: URLSearchParams): Filter {
  const filter: Filter = {};
  const kind = known(params, 'kind', LISTS.kind);
  const relation = known(params, 'relation', LISTS.relation);
  const status = known(params, 'status', LISTS.status);
  const state = known(params, 'state', LISTS.state);
  const overall = known(params, 'overall', LISTS.overall);
  if (kind !== undefined) filter.kind = kind;
  if (relation !== undefined) filter.relation = relation;
  if (status !== undefined) filter.status = status;
  if (state !== undefined) filter.state = state;
  if (overall !== undefined) filter.overall = overall;
  for (const key of FREE_LISTS) {
    const values = params.getAll(key).filter((value) => value !== '');
    if (values.length > 0) filter[key] = [...new Set(values)];
  }
  for (const key of FLAGS) {
    const value = params.get(key);
    if (value === 'true' || value === 'false') filter[key] = value === 'true';
  }
  for (const key of TEXTS) {
    const value = params.get(key)?.trim() ?? '';
    const isDay = key === 'from' || key === 'to';
    if (value !== '' && (!isDay || /^\d{4}-\d\d-\d\d$/.test(value))) filter[key] = value.slice(0, 200);
  }
  return filter;
}

/** The filter, order and direction as they are sent to the server. */
export function queryOf({
  filter,
  order,
  descending,
}: Pick<Place, 'filter' | 'order' | 'descending'>): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of [...Object.keys(LISTS), ...FREE_LISTS, ...FLAGS, ...TEXTS]) {
    const value = Object.entries(filter).find(([name]) => name === key)?.[1];
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) params.append(key, String(one));
  }
  if (order !== 'article') params.set('order', order);
  if (descending) params.set('descending', 'true');
  return params;
}

/** The address of a place, relative to the page. `placeOf(addressOf(place))` is the same place. */
export function addressOf(place: Place): string {
  const params = queryOf(place);
  if (place.view === 'table') params.set('view', 'table');
  if (place.claim !== null) params.set('claim', place.claim);
  const search = params.toString();
  return search === '' ? '?' : `?${search}`;
}

/** Whether the filter holds everything. */
export const isEmpty = (filter: Filter): boolean => Object.keys(filter).length === 0;
