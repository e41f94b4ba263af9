import type { Session } from '../../wire.ts';
import { label, names } from '../state/session.ts';
import { words } from '../words/words.ts';
import { change, changeDays, changeRelation } from './change.ts';
import type { Draft, Problems } from './draft.ts';
import { Choice, DayField, EntityField, LinesField, TextField } from './fields.tsx';

interface FormProps {
  readonly now: Draft;
  readonly problems: Problems;
  readonly vocabularies: Session['vocabularies'];
}

/** The fields of the claim, in the order in which it is read. */
export function Form(props: FormProps) {
  return (
    <div class="edit-grid">
      <Core {...props} />
      <Days {...props} />
      <Speaker {...props} />
    </div>
  );
}

function Core({ now, problems, vocabularies }: FormProps) {
  const w = words.value;
  const { relations, entities, scenes } = vocabularies;
  const relation = relations.find(({ id }) => id === now.relation);
  const noScene = { id: '', text: w.none };
  return (
    <>
      <Choice
        name={w.field.relation}
        value={now.relation}
        options={relations.map(({ id }) => ({ id, text: label('relations', id) }))}
        onChoose={(chosen) => changeRelation(chosen, relations)}
      />
      <Choice
        name={w.field.status}
        value={now.status}
        options={(relation?.statuses ?? [now.status]).map((id) => ({ id, text: label('statuses', id) }))}
        onChoose={(status) => change({ status })}
      />
      <EntityField
        name={w.field.subject}
        problem={problems.subject}
        value={now.subject}
        entities={entities}
        onType={(subject) => change({ subject })}
      />
      {relation?.object !== false && (
        <EntityField
          name={w.field.object}
          problem={problems.object}
          value={now.object}
          entities={entities}
          onType={(object) => change({ object })}
        />
      )}
      {relation?.scene !== false && (
        <Choice
          name={w.field.scene}
          value={now.scene}
          options={[noScene, ...scenes.map(({ id }) => ({ id, text: names.value.scene(id) }))]}
          onChoose={(scene) => change({ scene })}
        />
      )}
    </>
  );
}

function Days({ now, problems, vocabularies }: FormProps) {
  const { field } = words.value;
  const day = (key: 'start' | 'end', onType: (value: string) => void) => (
    <DayField name={field[key]} value={now[key]} problem={problems[key]} onType={onType} />
  );
  return (
    <>
      {day('start', (start) => changeDays({ start }))}
      {day('end', (end) => changeDays({ end }))}
      <Choice
        name={field.precision}
        value={now.precision}
        options={vocabularies.precisions.map(({ id }) => ({ id, text: label('precisions', id) }))}
        onChoose={(precision) => change({ precision })}
      />
      <Choice
        name={field.basis}
        value={now.basis}
        options={vocabularies.bases.map(({ id }) => ({ id, text: label('bases', id) }))}
        onChoose={(basis) => change({ basis })}
      />
      <TextField name={field.dateText} value={now.dateText} onType={(dateText) => change({ dateText })} />
      {now.relation === 'order' && (
        <DayField
          name={field.deadline}
          value={now.deadline}
          problem={problems.deadline}
          onType={(deadline) => change({ deadline })}
        />
      )}
    </>
  );
}

function Speaker({ now, vocabularies }: FormProps) {
  const w = words.value;
  return (
    <>
      <Choice
        name={w.field.speakerType}
        value={now.speaker}
        options={vocabularies.speakers.map(({ id }) => ({ id, text: label('speakers', id) }))}
        onChoose={(speaker) => change({ speaker })}
      />
      <TextField
        name={w.field.speakerName}
        value={now.speakerName}
        onType={(speakerName) => change({ speakerName })}
      />
      <LinesField
        name={w.field.conditions}
        value={now.conditions}
        hint={w.conditionsHint}
        onType={(conditions) => change({ conditions })}
      />
      <LinesField name={w.note} value={now.note} hint={w.noteHint} onType={(note) => change({ note })} />
    </>
  );
}
