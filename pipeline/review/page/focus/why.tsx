import type { ClaimView } from '../../wire.ts';
import { words } from '../words/words.ts';

/** The rule that made the claim, its reason, and where each part was taken from. */
export function Why({ view }: { readonly view: ClaimView }) {
  const w = words.value;
  const { rule, trace } = view;
  return (
    <section class="block-of">
      <h2>{w.why}</h2>
      <p>
        <code>{rule.id}</code>
        {rule.reason !== null && <span class="dim"> — {rule.reason}</span>}
      </p>
      {trace.length > 0 && (
        <details>
          <summary>{w.steps}</summary>
          <table class="trace">
            <tbody>
              {trace.map((step) => (
                <tr key={`${step.field} ${step.note}`}>
                  <th scope="row">
                    {w.field[step.field === 'attribution' ? 'speaker' : step.field] ?? step.field}
                  </th>
                  <td class="dim">{w.from[step.from]}</td>
                  <td>{step.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
