import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { words } from '../words/words.ts';
import type { Entities, Problem } from './draft.ts';

interface Common {
  readonly name: string | undefined;
  readonly problem?: Problem | undefined;
}

/** A field with its name, and below it what is wrong with it. */
function Labelled({
  name,
  problem,
  id,
  children,
}: Common & { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div class="edit-field">
      <label for={id}>{name}</label>
      {children}
      {problem !== undefined && (
        <p class="wrong-text" id={`${id}-problem`}>
          {words.value.problem[problem]}
        </p>
      )}
    </div>
  );
}

const faulty = (id: string, problem: Problem | undefined) =>
  problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };

interface ChoiceProps<T extends string> extends Common {
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly text: string }[];
  onChoose(value: T): void;
}

/** One of a vocabulary. */
export function Choice<T extends string>({ name, problem, value, options, onChoose }: ChoiceProps<T>) {
  const id = useId();
  const choose = (chosen: string): void => {
    const option = options.find((o) => o.id === chosen);
    if (option !== undefined) onChoose(option.id);
  };
  return (
    <Labelled name={name} problem={problem} id={id}>
      <select id={id} value={value} {...faulty(id, problem)} onInput={(e) => choose(e.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface TextProps extends Common {
  readonly value: string;
  readonly hint?: string;
  onType(value: string): void;
}

/** Words on one line. */
export function TextField({ name, problem, value, hint = '', onType }: TextProps) {
  const id = useId();
  return (
    <Labelled name={name} problem={problem} id={id}>
      <input
        id={id}
        value={value}
        placeholder={hint}
        {...faulty(id, problem)}
        onInput={(e) => onType(e.currentTarget.value)}
      />
    </Labelled>
  );
}

/** Words on several lines. */
export function LinesField({ name, problem, value, hint = '', onType }: TextProps) {
  const id = useId();
  return (
    <Labelled name={name} problem={problem} id={id}>
      <textarea
        id={id}
        value={value}
        rows={2}
        placeholder={hint}
        {...faulty(id, problem)}
        onInput={(e) => onType(e.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A day, in ISO form. */
export function DayField({ name, problem, value, onType }: TextProps) {
  const id = useId();
  return (
    <Labelled name={name} problem={problem} id={id}>
      <input
        id={id}
        type="date"
        value={value}
        {...faulty(id, problem)}
        onInput={(e) => onType(e.currentTarget.value)}
      />
    </Labelled>
  );
}

interface EntityProps extends Common {
  readonly value: string;
  readonly entities: Entities;
  onType(value: string): void;
}

/** A name of the lexicon, offered while one types; an id that is not in it may be written too. */
export function EntityField({ name, problem, value, entities, onType }: EntityProps) {
  const id = useId();
  return (
    <Labelled name={name} problem={problem} id={id}>
      <input
        id={id}
        list={`${id}-list`}
        value={value}
        autocomplete="off"
        placeholder={words.value.pick}
        {...faulty(id, problem)}
        onFocus={(e) => e.currentTarget.select()}
        onInput={(e) => onType(e.currentTarget.value)}
      />
      <datalist id={`${id}-list`}>
        {entities.map((entity) => (
          <option key={entity.id} value={`${entity.name} (${entity.id})`} />
        ))}
      </datalist>
    </Labelled>
  );
}
