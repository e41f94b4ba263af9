import type { Alias } from '../../types.ts';
import type { KnowledgeFault } from './fault.ts';
import { aliasKey, normalAlias } from './normal.ts';
import type { RawAlias } from './schema.ts';

/** Where an entry was written, able to complain about itself. */
export interface Origin {
  readonly fault: (path: readonly PropertyKey[], message: string) => KnowledgeFault;
  readonly place: (path: readonly PropertyKey[]) => string;
  /** From a user's own file: it may add to what is there and replace an alias. */
  readonly extra: boolean;
}

interface Claimed {
  readonly id: string;
  readonly alias: Alias;
  /** `file:line`, found only when somebody must be told. */
  readonly where: () => string;
}

/** Who owns which alias, within one layer (entities or scenes). Two may own one only in different years. */
export class AliasRegister {
  readonly #byKey = new Map<string, Claimed[]>();
  readonly #faults: KnowledgeFault[];

  constructor(faults: KnowledgeFault[]) {
    this.#faults = faults;
  }

  add(id: string, raw: RawAlias, origin: Origin, path: readonly PropertyKey[]): void {
    const alias = toAlias(raw);
    if ([...alias.text].length < 2) {
      this.#faults.push(
        origin.fault(
          path,
          `alias 「${alias.text}」 is one character and would match everywhere; write a longer one`,
        ),
      );
      return;
    }
    const key = aliasKey(alias.text);
    const claimed = this.#byKey.get(key) ?? [];
    const clash = claimed.find(
      (other) => (other.id === id && !origin.extra) || (other.id !== id && meet(other.alias, alias)),
    );
    if (clash) {
      this.#faults.push(origin.fault(path, clashMessage(alias.text, clash, id)));
      return;
    }
    const kept = origin.extra ? claimed.filter((other) => other.id !== id) : claimed;
    this.#byKey.set(key, [...kept, { id, alias, where: () => origin.place(path) }]);
  }

  /** Aliases by owner, each list in the order of writing. */
  byOwner(): Map<string, Alias[]> {
    const owners = new Map<string, Alias[]>();
    for (const { id, alias } of [...this.#byKey.values()].flat()) {
      const list = owners.get(id);
      if (list) list.push(alias);
      else owners.set(id, [alias]);
    }
    return owners;
  }
}

function clashMessage(text: string, clash: Claimed, id: string): string {
  return clash.id === id
    ? `alias 「${text}」 is listed twice for ${id} (also ${clash.where()}); keep one`
    : `alias 「${text}」 belongs to ${clash.id} already (${clash.where()}); keep one, or give both years that do not meet`;
}

function meet(a: Alias, b: Alias): boolean {
  return (a.from ?? 0) <= (b.to ?? 9999) && (b.from ?? 0) <= (a.to ?? 9999);
}

function toAlias(raw: RawAlias): Alias {
  return {
    text: normalAlias(raw.text),
    from: raw.from ?? null,
    to: raw.to ?? null,
    ambiguous: raw.ambiguous ?? false,
    near: (raw.near ?? []).map(normalAlias),
    not: (raw.not ?? []).map(normalAlias),
  };
}
