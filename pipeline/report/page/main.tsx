import { render } from 'preact';
import type { ReportData } from '../data.ts';
import { App } from './app.tsx';

const root = document.getElementById('report');
const text = document.getElementById('data')?.textContent;
if (root === null || text === null || text === undefined) throw new Error('the page is not whole');
const data: ReportData = JSON.parse(text);
root.textContent = '';
render(<App data={data} />, root);

/** A link to a quotation, and paper, show what is folded away. */
const unfold = (): void => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};
window.addEventListener('beforeprint', unfold);
window.addEventListener('hashchange', () => {
  if (!location.hash.startsWith('#claim-')) return;
  const claim = document.getElementById(location.hash.slice(1));
  claim?.closest('details')?.setAttribute('open', '');
  claim?.scrollIntoView();
});
