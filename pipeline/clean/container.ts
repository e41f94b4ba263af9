/** The element that holds the article where the page says so itself; null where only its looks tell. */
export function containerOf(_document: Document): Element | null {
  return null;
}
