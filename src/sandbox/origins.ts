/** Where declared public addresses really are: the portal signs the public one and calls the mapped one. */
export type Origins = {
  map(publicOrigin: string, localOrigin: string): void;
  /** The address to call; one that is not mapped is called as it is. */
  resolve(url: string): string;
};

export function createOrigins(mapped: Readonly<Record<string, string>> = {}): Origins {
  const origins = new Map(
    Object.entries(mapped).map(([from, to]) => [new URL(from).origin, new URL(to).origin]),
  );
  return {
    map: (publicOrigin, localOrigin) =>
      void origins.set(new URL(publicOrigin).origin, new URL(localOrigin).origin),
    resolve(url) {
      const { origin, pathname, search } = new URL(url);
      return `${origins.get(origin) ?? origin}${pathname}${search}`;
    },
  };
}
