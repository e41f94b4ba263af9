import type { CompiledRule, EntityEntry, Knowledge, Lexicon } from '../../types.ts';
import { readBaked, type WrittenRule, type WrittenRules } from './baked.ts';
import { compileCues } from './cues.ts';
import { write } from './write.ts';

/**
 * Loads the lexicon, the cues and the rules of the package and of the user's own lexicon files.
 * Throws `KnowledgeError` with every fault and its place.
 */
export function loadKnowledge(extra: readonly string[] = []): Knowledge {
  const written = (extra.length === 0 ? readBaked() : null) ?? write(extra);
  const { lexicon, version } = written;
  return {
    lexicon,
    cues: compileCues(written.cues),
    ...compileRules(written),
    walletOf: namesakes(lexicon.entities, 'app', 'payment', (id) => `${id}-pay`),
    typeOf: new Map(lexicon.entities.map((e) => [e.id, e.type])),
    traitOf: new Map(lexicon.entities.flatMap((e) => (e.trait === null ? [] : [[e.id, e.trait]]))),
    ownerOf: new Map(lexicon.entities.flatMap((e) => (e.owner === null ? [] : [[e.id, e.owner]]))),
    partsOf: new Map(
      lexicon.entities.flatMap(({ id, parts }) =>
        parts === undefined ? [] : [[id, new RegExp(parts.join('|'))]],
      ),
    ),
    hostsOf: hostsOf(lexicon),
    groupOf: new Map([
      ...namesakes(lexicon.entities, 'company', 'group', (id) => `${id}-apps`),
      ...namesakes(lexicon.entities, 'company', 'app', (id) => `${id}-app`),
      ...namesakes(lexicon.entities, 'company', 'app', (id) => id.replace(/-group$/, '')),
    ]),
    version,
  };
}

/** Rules that can be run. */
export const compileRules = ({ rules, ways }: WrittenRules): Pick<Knowledge, 'rules' | 'ways'> => ({
  rules: rules.map(compileRule),
  ways,
});

const compileRule = ({ source, unlessSource, ...rule }: WrittenRule): CompiledRule =>
  Object.assign(new Expressions(source, unlessSource), rule);

/** The expressions of a rule, which are sound. Each is made when it is first asked for: an article meets few of them. */
class Expressions {
  readonly #source: string;
  readonly #unlessSource: string | null;
  #regex: RegExp | null = null;
  #unlessRegex: RegExp | null = null;

  constructor(source: string, unlessSource: string | null) {
    this.#source = source;
    this.#unlessSource = unlessSource;
  }

  get regex(): RegExp {
    this.#regex ??= new RegExp(this.#source, 'gd');
    return this.#regex;
  }

  get unlessRegex(): RegExp | null {
    if (this.#unlessSource !== null) this.#unlessRegex ??= new RegExp(this.#unlessSource);
    return this.#unlessRegex;
  }
}

/** Scene → the apps that have it; a trait among its hosts stands for all that have the trait. */
function hostsOf({ scenes, entities }: Lexicon): Map<string, ReadonlySet<string>> {
  const idsOf = (host: string): string[] => [
    host,
    ...entities.filter((e) => e.trait === host).map((e) => e.id),
  ];
  return new Map(
    scenes.flatMap(({ id, hosts }) => (hosts.length === 0 ? [] : [[id, new Set(hosts.flatMap(idsOf))]])),
  );
}

/** Entities of one type with the entity of another type that their id leads to. */
function namesakes(
  entities: readonly EntityEntry[],
  from: string,
  to: string,
  lead: (id: string) => string,
): Map<string, string> {
  const targets = new Set(entities.filter((e) => e.type === to).map((e) => e.id));
  const pairs = entities
    .filter((e) => e.type === from && targets.has(lead(e.id)))
    .map((e): [string, string] => [e.id, lead(e.id)]);
  return new Map(pairs);
}
