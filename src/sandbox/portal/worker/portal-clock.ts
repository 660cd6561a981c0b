/** Makes a card's clock the portal's, which can be moved: what a card calls "today" is the day its portal shows. */

/** `now` is the portal's time at this moment, ms since epoch. Only what asks for the present changes. */
export function setClock(scope: Record<string, unknown>, now: number): void {
  const RealDate = Date;
  const ahead = now - RealDate.now();
  scope['Date'] = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [target.now() + ahead] : args, newTarget),
    get: (target, key) => (key === 'now' ? () => target.now() + ahead : Reflect.get(target, key)),
  });
}
