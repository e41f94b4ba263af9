/** One thing wrong with a file of knowledge (lexicon, cues, rules). Lines and columns count from 1. */
export interface KnowledgeFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to do, in one line. */
  readonly message: string;
}

/** The fault as editors and terminals understand it: `file:line:column message`. */
export function formatFault(fault: KnowledgeFault): string {
  return `${fault.file}:${fault.line}:${fault.column} ${fault.message}`;
}

/** Thrown when knowledge does not load. Carries every fault that was found; its message is one line for each. */
export class KnowledgeError extends Error {
  readonly faults: readonly KnowledgeFault[];

  constructor(faults: readonly KnowledgeFault[]) {
    super(faults.map(formatFault).join('\n'));
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}
