import { computed, signal } from '@preact/signals';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

export type Language = 'zh' | 'en';

const KEY = 'hutong.language';

function remembered(): Language {
  const kept = readKept();
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** A browser may forbid a page to keep anything. */
function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const language = signal<Language>(remembered());

/** The words of the language that is switched on. */
export const words = computed<Words>(() => (language.value === 'zh' ? zh : en));

/** Changes the language and remembers it. */
export function switchLanguage(): void {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  try {
    localStorage.setItem(KEY, language.value);
  } catch {
    // Not kept: it is asked again the next time.
  }
}
