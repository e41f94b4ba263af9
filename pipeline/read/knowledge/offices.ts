import type { Offices, RawAlias, RawEntity } from './schema.ts';

/** A court only tells what it was asked for, where it does not rule. */
const isCourt = (kind: string): boolean => kind.endsWith('court');

/** Every office of every place as an agency of its own («zhejiang» and «ca» make «zhejiang-ca», 浙江省通信管理局). Pure. */
export function officesIn(lists: readonly Offices[]): RawEntity[] {
  return lists.flatMap(({ kinds, places }) =>
    Object.entries(places).flatMap(([place, prefixes]) =>
      Object.entries(kinds).map(([kind, names]) => officeOf(`${place}-${kind}`, kind, prefixes, names)),
    ),
  );
}

function officeOf(
  id: string,
  kind: string,
  prefixes: readonly string[],
  names: readonly string[],
): RawEntity {
  const aliases = prefixes.flatMap((prefix) => names.map((name): RawAlias => ({ text: prefix + name })));
  const [name] = aliases;
  return {
    id,
    type: 'regulator',
    ...(isCourt(kind) ? { trait: 'court' as const } : {}),
    ...(name === undefined ? {} : { name: name.text }),
    owner: null,
    aliases,
  };
}
