import { words } from '../words/words.ts';
import type { MarkRole } from './marks.ts';

/** What the marks in the article mean. */
export function Legend({ roles }: { readonly roles: readonly MarkRole[] }) {
  const w = words.value;
  return (
    <ul class="legend">
      {roles.map((role) => (
        <li key={role}>
          <span class={`m m-${role}`}>{w.role[role]}</span>
        </li>
      ))}
      <li>
        <span class="m-other">{w.otherClaim}</span>
      </li>
    </ul>
  );
}
