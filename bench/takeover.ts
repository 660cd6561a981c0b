/** Four workers on twenty portals that are read for the first time, one of them killed in the middle of it. */
import { setTimeout } from 'node:timers/promises';
import { type Figure, figure } from './figure.ts';
import { type LightPortal, startLightPortal } from './portal/light-portal.ts';
import { startCrew } from './portal/made-crew.ts';
import { twentyEach } from './portal/made-records.ts';
import { installMade } from './portal/made-service.ts';

export const needsServer = true;

const portals = Array.from({ length: 20 }, (_, place) => 101 + place);
/** So many that three workers on two cores keep up with what HubSpot lets twenty portals call. */
const contacts = 200;
const workers = 4;
const timeScale = 1;
/** A portal with work left that calls nothing for so long counts as starved. */
const starvedAfterMs = 15_000;
/** What is missing by then is lost. */
const patienceMs = 240_000;

export async function figures(): Promise<Figure[]> {
  await using hubspot = await startLightPortal({
    contentsOf: () => twentyEach(contacts),
    timeScale,
    latencyMs: 20,
  });
  await using crew = await startCrew(hubspot, workers, timeScale);
  for (const portal of portals) {
    await installMade(crew.service, portal, contacts);
    await crew.jobs.wakeups.wake('backfill', portal);
  }
  const quiet = watchQuiet(hubspot);
  await until(() => writtenOf(hubspot) > (portals.length * contacts) / 10);
  const killedAt = Date.now();
  quiet.restart();
  crew.kill(0);
  await until(() => isComplete(hubspot) || Date.now() - killedAt > patienceMs);
  quiet.stop();
  const { twice } = hubspot.counts();
  return [
    none('contacts lost', portals.length * contacts - writtenOf(hubspot)),
    none('contacts written twice at a time', twice),
    none('portals starved', quiet.starved()),
    figure('longest silence of a portal after one of 4 workers was killed', quiet.longest() / 1000, 's', {
      better: 'less',
      must: 15,
    }),
  ];
}

function none(name: string, value: number): Figure {
  return figure(`${name}, 4 workers on 20 portals, one killed`, value, '', { better: 'less', must: 0 });
}

function writtenOf(hubspot: LightPortal): number {
  return Object.values(hubspot.counts().contactsWritten).reduce((sum, count) => sum + count, 0);
}

function isComplete(hubspot: LightPortal): boolean {
  return writtenOf(hubspot) >= portals.length * contacts;
}

/** Looks four times a second how long each portal with work left has called nothing. */
function watchQuiet(hubspot: LightPortal) {
  const starved = new Set<number>();
  let since = Date.now();
  let longest = 0;
  const timer = setInterval(() => {
    const { contactsWritten, lastCallAt } = hubspot.counts();
    for (const portal of portals) {
      if ((contactsWritten[portal] ?? 0) >= contacts) continue;
      const silence = Date.now() - Math.max(since, lastCallAt[portal] ?? 0);
      longest = Math.max(longest, silence);
      if (silence > starvedAfterMs) starved.add(portal);
    }
  }, 250);
  return {
    restart: () => {
      since = Date.now();
      longest = 0;
    },
    stop: () => clearInterval(timer),
    longest: () => longest,
    starved: () => starved.size,
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setTimeout(50);
}
