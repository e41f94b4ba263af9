import type { ComponentChildren } from 'preact';
import type { ClaimContent, ClaimView } from '../../wire.ts';
import { label, names } from '../state/session.ts';
import { words } from '../words/words.ts';

/** All fields of the claim, with the ids that the book holds. */
export function Fields({ view }: { readonly view: ClaimView }) {
  const { claim } = view;
  const f = words.value.field;
  return (
    <dl class="fields">
      <Field name={f.relation}>
        {label('relations', claim.relation)} <Id>{claim.relation}</Id>
      </Field>
      <Field name={f.subject}>
        {names.value.entity(claim.subject)} <Id>{claim.subject}</Id>
      </Field>
      {claim.object !== null && (
        <Field name={f.object}>
          {names.value.entity(claim.object)} <Id>{claim.object}</Id>
        </Field>
      )}
      {claim.scene !== null && (
        <Field name={f.scene}>
          {names.value.scene(claim.scene)} <Id>{claim.scene}</Id>
        </Field>
      )}
      <Field name={f.status}>
        {label('statuses', claim.status)} <Id>{claim.status}</Id>
      </Field>
      <Field name={f.date}>
        <Days claim={claim} />
      </Field>
      {claim.deadline !== null && <Field name={f.deadline}>{claim.deadline}</Field>}
      <Field name={f.speaker}>
        {label('speakers', claim.attribution.type)}
        {claim.attribution.name !== null && ` · ${claim.attribution.name}`}
      </Field>
      {claim.conditions.length > 0 && <Field name={f.conditions}>{claim.conditions.join('；')}</Field>}
      <Field name={f.evidence}>
        <q class="quote">{claim.evidence.quote}</q>
      </Field>
    </dl>
  );
}

function Days({ claim: { date } }: { readonly claim: ClaimContent }) {
  const w = words.value;
  const days = date.start === date.end ? date.start : `${date.start ?? '…'} – ${date.end ?? '…'}`;
  return (
    <>
      {days ?? w.unknown}
      <span class="dim">
        {' '}
        {label('precisions', date.precision)} · {label('bases', date.basis)}
        {date.text !== null && ` · «${date.text}»`}
      </span>
    </>
  );
}

function Field({
  name,
  children,
}: {
  readonly name: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const Id = ({ children }: { readonly children: string }) => <code class="dim">{children}</code>;
