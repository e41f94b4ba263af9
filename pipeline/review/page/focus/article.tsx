import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClaimView } from '../../wire.ts';
import { draft } from '../edit/draft.ts';
import { show } from '../state/navigation.ts';
import { words } from '../words/words.ts';
import { Legend } from './legend.tsx';
import { type MarkSpan, type Run, runsOf } from './marks.ts';

type Block = ClaimView['article']['blocks'][number];

/** The article as plain text: every word of it is a text node, whatever it looks like. */
export function ArticlePane({ view }: { readonly view: ClaimView }) {
  const w = words.value;
  const { article, others } = view;
  const evidence = draft.value?.claim === view.id ? draft.value.evidence : null;
  const marks = marksOf(view, evidence);
  const ref = useEvidenceInView(`${view.id} ${evidence?.start ?? ''} ${evidence?.end ?? ''}`);
  const from = [article.publisher, article.author, article.published?.slice(0, 16).replace('T', ' ')];
  return (
    <>
      <div class="article-head">
        <h1>{article.title ?? w.untitled}</h1>
        <p class="dim">
          {[...new Set(from.filter((part) => part !== null && part !== undefined))].join(' · ')}
          <span class="path">{article.path}</span>
        </p>
        {!article.current && <p class="hint">{w.notCurrent}</p>}
        <Legend roles={[...new Set(marks.map(({ role }) => role))]} />
      </div>
      <div
        class="article"
        lang="zh"
        ref={ref}
        id="article-text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key.
        tabIndex={0}
        role="document"
        aria-label={w.article}
      >
        {article.blocks.map((block) => (
          <BlockText
            key={block.start}
            block={block}
            text={article.text}
            runs={runsOf(block, marks, others)}
          />
        ))}
      </div>
    </>
  );
}

/** The claim's marks; while new evidence is being chosen, that in place of the old. */
function marksOf(view: ClaimView, evidence: { start: number; end: number } | null): readonly MarkSpan[] {
  const chosen = evidence ?? view.claim.evidence;
  const parts = view.spans.filter(({ role }) => role !== 'evidence');
  return [{ role: 'evidence', start: chosen.start, end: chosen.end }, ...parts];
}

/** Brings the evidence into view when another claim is shown, without moving the page. */
function useEvidenceInView(what: string) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const pane = ref.current;
    const mark = pane?.querySelector('.m-evidence');
    if (pane === null || !(mark instanceof HTMLElement)) return;
    const box = mark.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const isIn = box.top >= frame.top + 40 && box.bottom <= frame.bottom - 60;
    if (!isIn) pane.scrollTop += box.top - frame.top - frame.height * 0.35;
  }, [what]);
  return ref;
}

interface BlockTextProps {
  readonly block: Block;
  readonly text: string;
  readonly runs: readonly Run[];
}

function BlockText({ block, text, runs }: BlockTextProps) {
  const pieces = runs.map((run) => (
    <RunText key={run.start} run={run} text={text.slice(run.start, run.end)} />
  ));
  if (block.kind === 'heading') return <h2 class="block">{pieces}</h2>;
  return <p class={`block ${block.kind}`}>{pieces}</p>;
}

function RunText({ run, text }: { readonly run: Run; readonly text: string }) {
  const w = words.value;
  const [other] = run.others;
  const inner = run.roles.reduceRight<ComponentChildren>(
    (inside, role) => (
      <span
        class={`m m-${role}`}
        data-label={run.begins.includes(role) && role !== 'evidence' ? w.mark[role] : undefined}
      >
        {inside}
      </span>
    ),
    text,
  );
  if (other === undefined) return <span data-start={run.start}>{inner}</span>;
  const open = (): void => {
    const isBusy = draft.value !== null || getSelection()?.isCollapsed === false;
    if (!isBusy) show(other);
  };
  // With keys the same claims are opened from the list beside the article.
  return (
    // biome-ignore lint/a11y: the list of the article's other claims holds the same as buttons.
    <span data-start={run.start} class="m-other" title={w.otherClaim} onClick={open}>
      {inner}
    </span>
  );
}
