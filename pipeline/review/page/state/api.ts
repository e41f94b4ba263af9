import { signal } from '@preact/signals';
import type {
  BulkReceipt,
  BulkRequest,
  BulkUndo,
  ClaimView,
  DecisionReceipt,
  NewDecision,
  Queue,
  Session,
} from '../../wire.ts';

/**
 * Why a request came to nothing. `offline`: no answer, or the server failed: try again. `unauthorised`: the cookie is
 * no longer good. `busy`: try again. `refused`: it never will succeed as it is. `mismatch`: a bulk over another number.
 */
export type FaultKind = 'offline' | 'unauthorised' | 'busy' | 'refused' | 'mismatch';

export class Fault extends Error {
  readonly kind: FaultKind;
  /** For `mismatch`: how many claims the filter holds now. */
  readonly count: number;

  constructor(kind: FaultKind, message: string, count = 0) {
    super(message);
    this.kind = kind;
    this.count = count;
  }
}

/** Why the server cannot be reached at the moment; null while the last answer was a good one. */
export const trouble = signal<FaultKind | null>(null);

/** A request is given up after this many milliseconds; a write is sent again with the same id. */
const PATIENCE_MS = 20_000;

async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  try {
    const answer = await ask<T>(path, init);
    trouble.value = null;
    return answer;
  } catch (error) {
    const passes = error instanceof Fault && (error.kind === 'refused' || error.kind === 'mismatch');
    trouble.value = error instanceof Fault && !passes ? error.kind : null;
    throw error;
  }
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new Fault('offline', error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw await faultOf(response);
  try {
    return await response.json();
  } catch {
    throw new Fault('offline', 'the answer is no JSON');
  }
}

async function faultOf(response: Response): Promise<Fault> {
  const body: { error?: string; count?: number } = await response.json().catch(() => ({}));
  const message = body.error ?? `${response.status} ${response.statusText}`;
  if (response.status === 401) return new Fault('unauthorised', message);
  if (response.status === 503) return new Fault('busy', message);
  if (response.status === 409 && body.count !== undefined) return new Fault('mismatch', message, body.count);
  if (response.status >= 500) return new Fault('offline', message);
  return new Fault('refused', message);
}

const send = <T>(path: string, body: unknown): Promise<T> =>
  request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The server, as `wire.ts` describes it. Every call throws a `Fault`. */
export const api = {
  session: (): Promise<Session> => request('api/session'),
  queue: (query: URLSearchParams): Promise<Queue> => request(`api/queue?${query}`),
  claim: (id: string): Promise<ClaimView> => request(`api/claims/${encodeURIComponent(id)}`),
  decide: (events: readonly NewDecision[]): Promise<DecisionReceipt> => send('api/decisions', { events }),
  bulk: (bulk: BulkRequest): Promise<BulkReceipt> => send('api/bulk', bulk),
  undoBulk: (undo: BulkUndo): Promise<BulkReceipt> => send('api/bulk/undo', undo),
};
