import { signal } from '@preact/signals';
import type { ClaimView } from '../../wire.ts';
import { api } from './api.ts';

/** Claims that were opened or are about to be, the latest last. */
const views = signal<ReadonlyMap<string, ClaimView>>(new Map());
const KEPT = 40;
const reading = new Map<string, Promise<void>>();
/** Claims that were decided on while they were being read: what comes back is from before. */
const overtaken = new Set<string>();

/** The claim as far as it is known here; undefined until it is loaded. */
export const viewOf = (id: string | null): ClaimView | undefined =>
  id === null ? undefined : views.value.get(id);

/** Puts a claim in as it is foreseen to read; an answer of the server that is on its way is from before. */
export function foresee(view: ClaimView): void {
  if (reading.has(view.id)) overtaken.add(view.id);
  keep(view);
}

/** Reads a claim from the server, once where it is asked for twice at a time. Throws the server's fault. */
export function readView(id: string): Promise<void> {
  const already = reading.get(id);
  if (already !== undefined) return already;
  const answer = api
    .claim(id)
    .then((view) => {
      if (!overtaken.has(id)) keep(view);
    })
    .finally(() => {
      reading.delete(id);
      overtaken.delete(id);
    });
  reading.set(id, answer);
  return answer;
}

/** Loads claims that will probably be opened next. Where that fails they are loaded when they are opened. */
export function prefetch(ids: readonly string[]): void {
  for (const id of ids) if (!views.value.has(id)) readView(id).catch(() => {});
}

/** Reads those of the claims anew that are kept here. */
export function readAgain(ids: readonly string[]): void {
  for (const id of ids) if (views.value.has(id)) readView(id).catch(() => {});
}

function keep(view: ClaimView): void {
  const next = new Map(views.value);
  next.delete(view.id);
  next.set(view.id, view);
  for (const id of next.keys()) {
    if (next.size <= KEPT) break;
    next.delete(id);
  }
  views.value = next;
}

/** After a bulk every claim has to be read again. */
export function forgetViews(): void {
  for (const id of reading.keys()) overtaken.add(id);
  views.value = new Map();
}
