/** «1 fact», «2 facts»: for words that only take an s. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
