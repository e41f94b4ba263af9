import { useEffect, useRef } from 'preact/hooks';
import { go, place } from '../state/navigation.ts';
import { words } from '../words/words.ts';

const PAUSE_MS = 350;

/** Searches in the queue as one types; Escape leaves the field, Enter searches at once. */
export function SearchBox() {
  const w = words.value;
  const asked = place.value.filter.q ?? '';
  const ref = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (ref.current !== null && document.activeElement !== ref.current) ref.current.value = asked;
  }, [asked]);

  const search = (): void => {
    clearTimeout(timer.current);
    const q = ref.current?.value.trim() ?? '';
    const { q: before = '', ...rest } = place.value.filter;
    if (q !== before) go({ filter: q === '' ? rest : { ...rest, q }, claim: null });
  };
  const typed = (event: InputEvent): void => {
    clearTimeout(timer.current);
    if (!event.isComposing) timer.current = setTimeout(search, PAUSE_MS);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') search();
    if (event.key === 'Enter' || event.key === 'Escape') ref.current?.blur();
  };
  return (
    <label class="search">
      <span class="visually-hidden">{w.search}</span>
      <input
        ref={ref}
        id="search"
        type="search"
        maxLength={200}
        placeholder={w.searchHint}
        onInput={typed}
        onCompositionEnd={() => {
          timer.current = setTimeout(search, PAUSE_MS);
        }}
        onKeyDown={pressed}
      />
      <kbd>/</kbd>
    </label>
  );
}
