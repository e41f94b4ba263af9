/** Words in a tree of characters. Latin letters are one in both cases; offsets are UTF-16. */
export interface Trie<T> {
  readonly first: readonly (Node<T> | undefined)[];
}

interface Node<T> {
  next: Map<number, Node<T>> | null;
  ends: T[] | null;
}

export interface Hit<T> {
  readonly end: number;
  readonly values: readonly T[];
}

export function buildTrie<T>(words: Iterable<readonly [string, T]>): Trie<T> {
  const first: (Node<T> | undefined)[] = new Array(0x10000).fill(undefined);
  for (const [word, value] of words) {
    if (word === '') continue;
    const head = fold(word.charCodeAt(0));
    let node = first[head];
    if (node === undefined) {
      node = { next: null, ends: null };
      first[head] = node;
    }
    for (let i = 1; i < word.length; i++) node = child(node, fold(word.charCodeAt(i)));
    node.ends = [...(node.ends ?? []), value];
  }
  return { first };
}

const NONE: readonly never[] = [];

/** Every word that begins at `start`, shortest first. */
export function hitsAt<T>(trie: Trie<T>, text: string, start: number): readonly Hit<T>[] {
  let node = trie.first[fold(text.charCodeAt(start))];
  if (node === undefined) return NONE;
  const hits: Hit<T>[] = [];
  for (let end = start + 1; ; end++) {
    if (node.ends !== null) hits.push({ end, values: node.ends });
    if (node.next === null || end >= text.length) return hits;
    node = node.next.get(fold(text.charCodeAt(end)));
    if (node === undefined) return hits;
  }
}

function child<T>(node: Node<T>, code: number): Node<T> {
  node.next ??= new Map();
  let next = node.next.get(code);
  if (next === undefined) {
    next = { next: null, ends: null };
    node.next.set(code, next);
  }
  return next;
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
