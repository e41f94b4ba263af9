import { randomUUID } from 'node:crypto';
import type { Desk } from '../review/desk.ts';
import { editByLine } from '../review/edit-line.ts';
import { REASONS } from '../review/vocabulary.ts';
import type { ClaimView, NewDecision, QueueItem } from '../review/wire.ts';
import { palette, plain } from './colour.ts';
import { Keyboard } from './keyboard.ts';
import { claimScreen, KEYS } from './review-screen.ts';
import type { Terminal } from './terminal.ts';

/**
 * The review on a terminal: the queue by article, from the first claim that is not decided, with the keys of the page.
 * Ends with `q`, Ctrl-C or the end of the input; every decision is saved before the next claim is shown.
 */
export async function reviewOnTerminal(desk: Desk, terminal: Terminal): Promise<void> {
  terminal.raw?.(true);
  try {
    const review = new TerminalReview(desk, terminal);
    await review.begin();
    while (await review.step());
  } finally {
    terminal.raw?.(false);
  }
}

/** Claims that are fetched at once. */
const PAGE = 50;

class TerminalReview {
  private readonly desk: Desk;
  private readonly terminal: Terminal;
  private readonly keyboard: Keyboard;
  private items: QueueItem[] = [];
  private next: string | null = null;
  private words: string | undefined;
  private index = 0;
  private view: ClaimView | null = null;
  /** What was decided here, last at the end. */
  private readonly trail: { readonly id: string; readonly claim: string }[] = [];

  constructor(desk: Desk, terminal: Terminal) {
    this.desk = desk;
    this.terminal = terminal;
    this.keyboard = new Keyboard(terminal);
  }

  async begin(): Promise<void> {
    this.say(`${KEYS}\n`);
    await this.load();
    await this.toOpen(0);
  }

  /** Takes one key; false at the end. */
  async step(): Promise<boolean> {
    const key = await this.keyboard.key();
    if (key === null || key === 'q') return false;
    if (key === '?') this.say(`${KEYS}\n`);
    else if (key === '/') await this.search();
    else if (key === 'u') await this.undo();
    else if (key === 'n') await this.toOpen(this.index + 1);
    else if (key === 'j' || key === 's') await this.show(this.index + 1);
    else if (key === 'k') await this.show(this.index - 1);
    else if (key === 'a') await this.decide('accept', {});
    else if (key === 'x') await this.reject();
    else if (key === 'e') await this.edit();
    return true;
  }

  private async load(): Promise<void> {
    const cursor = this.next === null ? {} : { cursor: this.next };
    const words = this.words === undefined ? {} : { q: this.words };
    const query = { ...words, ...cursor, order: 'article' as const, descending: false, limit: PAGE };
    const page = await this.desk.queue(query);
    this.items.push(...page.items);
    this.next = page.next;
  }

  private async show(index: number): Promise<void> {
    while (index >= this.items.length && this.next !== null) await this.load();
    const item = this.items[index];
    if (item === undefined) {
      this.say(index < 0 ? 'This is the first claim.\n' : 'This was the last claim.\n');
      return;
    }
    this.index = index;
    this.view = await this.desk.claim(item.id);
    if (this.view !== null)
      this.terminal.out(claimScreen(this.view, index + 1, palette(this.terminal.colour)));
  }

  /** To the first claim from `from` on that is not decided. */
  private async toOpen(from: number): Promise<void> {
    for (let i = from; ; i += 1) {
      while (i >= this.items.length && this.next !== null) await this.load();
      const item = this.items[i];
      if (item === undefined) break;
      if (item.state === 'unreviewed') return this.show(i);
    }
    this.say(this.items.length === 0 ? 'There is no such claim.\n' : 'Everything from here on is decided.\n');
  }

  private async search(): Promise<void> {
    const words = await this.keyboard.line('search: ');
    if (words === null) return;
    this.words = words.trim() === '' ? undefined : words;
    this.items = [];
    this.next = null;
    this.view = null;
    await this.load();
    if (this.items.length === 0) this.say('No claim holds these words.\n');
    else await this.show(0);
  }

  private async reject(): Promise<void> {
    if (this.view === null) return;
    this.say(`${REASONS.map(({ digit, en }) => `${digit} ${en}`).join(' · ')} · Enter none\n`);
    const key = await this.keyboard.key();
    if (key === null || key === '\x1b') return;
    await this.decide('reject', { reason: REASONS.find(({ digit }) => digit === key)?.id ?? null });
  }

  private async edit(): Promise<void> {
    if (this.view === null) return;
    const line = await this.keyboard.line('edit (field=value …): ');
    if (line === null || line.trim() === '') return;
    const after = editByLine(this.view.claim, line, this.view.article.text);
    if (typeof after === 'string') this.say(`${plain(after)}\n`);
    else await this.decide('edit', { after });
  }

  private async undo(): Promise<void> {
    const last = this.trail.pop();
    if (last === undefined) {
      this.say('There is nothing of this sitting to take back.\n');
      return;
    }
    await this.send({ ...blank(last.claim), action: 'undo', undoes: last.id });
    const at = this.items.findIndex((item) => item.id === last.claim);
    if (at >= 0) await this.show(at);
  }

  private async decide(
    action: 'accept' | 'reject' | 'edit',
    more: Partial<Pick<NewDecision, 'reason' | 'after'>>,
  ): Promise<void> {
    if (this.view === null) return;
    const event = { ...blank(this.view.id), before: this.view.claim, action, ...more };
    if (!(await this.send(event))) return;
    this.trail.push({ id: event.id, claim: event.claim });
    await this.show(this.index + 1);
  }

  private async send(event: NewDecision): Promise<boolean> {
    const { refused, states } = await this.desk.decide([event]);
    if (refused[0] !== undefined) {
      this.say(`Not saved: ${plain(refused[0].why)}\n`);
      return false;
    }
    const state = states[event.claim]?.state ?? 'unreviewed';
    this.items = this.items.map((item) => (item.id === event.claim ? { ...item, state } : item));
    this.say(`${event.claim} ${state}\n`);
    return true;
  }

  private say(text: string): void {
    this.terminal.err(text);
  }
}

const blank = (claim: string): NewDecision => ({
  id: randomUUID(),
  claim,
  action: 'accept',
  before: null,
  after: null,
  at: new Date().toISOString(),
  reason: null,
  note: null,
  undoes: null,
});
