/** What people say on the cards of a portal, drawn by chance and sent as `hubspot.fetch` sends it. */
import { loadManifest } from '../../src/manifest.ts';
import { type DesiredType, verifiedTypes } from '../../src/relationship/desired/desired-types.ts';
import { stages } from '../../src/relationship/stage/stages.ts';
import { createFetchProxy } from '../../src/sandbox/extension-host/fetch-proxy.ts';
import type { Random } from '../../src/sandbox/story/random.ts';
import { sandboxCredentials } from '../../src/world/declare-app.ts';
import type { Portal } from './portals.ts';

export type People = {
  /** Says something about somebody, or takes back what was said; tells what, and what was answered. */
  say(): Promise<{ readonly kind: string; readonly told: string }>;
  /** An admin lets us put events on the timelines. */
  wantEvents(): Promise<void>;
};

type Said = { readonly contact: string; readonly id: string };

const dayMs = 86_400_000;
const { backend, name } = loadManifest();

export function peopleOf(portal: Portal, random: Random, serviceUrl: string): People {
  const { store, clock } = portal.sandbox;
  const { user } = portal.sandbox.portal;
  const send = createFetchProxy({
    app: {
      ...sandboxCredentials,
      name,
      permittedOrigins: [backend],
      localOrigins: { [backend]: serviceUrl },
      signs: 'declared-address',
    },
    viewer: { portalId: portal.portalId, userId: user.id, userEmail: user.email },
    now: clock.now,
  });
  const post = async (path: string, body: object) => {
    const request = { url: `${backend}/${path}`, method: 'POST', body: { locale: 'en', ...body } };
    return (await send(request)).status;
  };
  const said: Said[] = [];

  return {
    async say() {
      const [kind, body] = draw();
      const status = await post(`cards/${kind}`, body);
      return { kind, told: `${kind} ${JSON.stringify(body)}: ${status}` };
    },
    async wantEvents() {
      const status = await post('settings/events', { isOn: true });
      if (status !== 200) throw new Error(`Events could not be turned on: ${status}`);
    },
  };

  function draw(): readonly [kind: string, body: object] {
    const before = said[random.int(0, Math.max(0, said.length - 1))];
    const people = [...store.shelf('contacts').records.values()].filter((it) => it.archivedAt === 0);
    const contact = people[random.int(0, Math.max(0, people.length - 1))]?.id ?? '1';
    const id = `correction-${portal.portalId}-${random.int(1, 1e9)}`;
    const about = { id, contactId: contact };
    const until = dayOf(clock.now() + random.int(1, 60) * dayMs);
    if (before !== undefined && random.chance(0.3)) {
      return ['undo', { id, contactId: before.contact, correction: before.id }];
    }
    said.push({ contact, id });
    return random.pick<readonly [string, object]>([
      ['override', { ...about, stage: random.pick(stages), reason: 'We know them', until }],
      ['override', { ...about, stage: random.pick(stages), reason: 'As we said', until }],
      ['feedback', { ...about, about: 'stage', reason: 'Not so' }],
      ['snooze', { ...about, reason: 'They are away', until }],
      [
        'desired',
        {
          ...about,
          type: random.pick<DesiredType>(verifiedTypes).id,
          source: 'Said in a call',
          saidOn: dayOf(clock.now() - dayMs),
        },
      ],
    ]);
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
