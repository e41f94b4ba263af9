import { notice } from '../state/notice.ts';

/** What was just done, at the lower edge. The place stays, so that a screen reader hears what comes into it. */
export function NoticeLine() {
  const now = notice.value;
  return (
    <div class="notice-place" role="status" aria-live="polite">
      {now !== null && <p class={`notice ${now.tone}`}>{now.text}</p>}
    </div>
  );
}
