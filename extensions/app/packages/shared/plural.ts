/** `2 calls`, `1 call`; null for none, so that what did not happen is not listed. */
export function times(count: number, one: string, many: string): string | null {
  if (count === 0) return null;
  return `${count} ${count === 1 ? one : many}`;
}
