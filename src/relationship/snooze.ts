/** Somebody put the alert of a relationship that comes apart aside. Times in ms since epoch. */
export type Snooze = { readonly id: string; readonly until: number; readonly reason: string };
