import { go, place } from '../state/navigation.ts';
import { open } from '../state/panels.ts';
import type { Place } from '../state/place.ts';
import { session } from '../state/session.ts';
import { switchLanguage, words } from '../words/words.ts';
import { SaveState } from './save-state.tsx';

/** Name, views, what is saved, who reviews. */
export function Header() {
  const w = words.value;
  const who = session.value;
  return (
    <header class="head">
      <a class="skip-link" href="#claim">
        {w.skipTo}
      </a>
      <span class="brand">
        hutong <span class="brand-sub">{w.title}</span>
      </span>
      <nav class="tabs" aria-label={w.views}>
        <Tab view="focus" />
        <Tab view="table" />
      </nav>
      <span class="spring" />
      <SaveState />
      {who !== null && (
        <span class="who" title={who.database}>
          {who.reviewer}
        </span>
      )}
      <button
        type="button"
        class="quiet"
        lang={w.lang === 'en' ? 'zh-CN' : 'en'}
        onClick={switchLanguage}
        title={w.otherLanguage}
      >
        {w.other}
      </button>
      <button type="button" class="quiet" onClick={() => open('help')}>
        {w.help} <kbd>?</kbd>
      </button>
    </header>
  );
}

function Tab({ view }: { readonly view: Place['view'] }) {
  const here = place.value.view === view;
  return (
    <button
      type="button"
      class="tab"
      aria-current={here ? 'page' : undefined}
      onClick={() => here || go({ view })}
    >
      {words.value[view]}
    </button>
  );
}
