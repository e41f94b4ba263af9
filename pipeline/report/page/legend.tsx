import type { JSX } from 'preact';
import { InlineSign, Sign } from './signs.tsx';
import { STATUS } from './words.ts';

const SHOWN = ['open', 'limited', 'trial', 'closed', 'pending', 'planned'];

/** What the signs mean. */
export function Legend(): JSX.Element {
  return (
    <ul class="legend" aria-label="图例">
      {SHOWN.map((status) => (
        <li key={status}>
          <InlineSign status={status} /> {STATUS[status]}
        </li>
      ))}
      <li>
        <InlineSign status="unknown" /> 说过，但不知何时
      </li>
      <li>
        <svg class="inline-sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path class="corner" d="M0,0 h12 v12 Z" />
        </svg>{' '}
        有不同说法
      </li>
      <li>
        <svg class="inline-sign" viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">
          <Sign status="open" x={0} y={0} scale={0.9} hearsay />
        </svg>{' '}
        只有未具名消息
      </li>
      <li>
        <svg class="inline-sign" viewBox="-9 -9 18 18" width="16" height="16" aria-hidden="true">
          <Sign status="closed" x={0} y={0} faded />
        </svg>{' '}
        淡色：一年多没有人再说起
      </li>
      <li>空格：没有人说过</li>
    </ul>
  );
}
