/** The stores that a contract suite runs on: the fake of the use case tests and the real one. */
import type { Store } from '../../src/db/store.ts';
import { storeName, type TestClock, testClock, testStore } from './database.ts';
import { fakeStore } from './fake-store.ts';

type Ports = Omit<Store, 'vault' | 'turns' | 'oauthStates' | 'counts' | 'home' | 'previews' | 'personalData'>;
export type World = AsyncDisposable & { readonly store: Ports; readonly clock: TestClock };

async function fakeWorld(): Promise<World> {
  const clock = testClock();
  return { store: fakeStore(clock), clock, [Symbol.asyncDispose]: async () => {} };
}

export const storeWorlds: readonly (readonly [string, () => Promise<World>])[] = [
  ['the fake', fakeWorld],
  [storeName, testStore],
];
