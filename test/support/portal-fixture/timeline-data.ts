/** The activities that the cards' evidence names, and some more, newest first. */
import type { TimelineItem } from '../../../src/sandbox/sandbox-api-for-pages.ts';
import { cardContacts } from './card-data.ts';
import { now } from './fixture-time.ts';

const day = 86_400_000;

const typeOf: Readonly<Record<string, string>> = {
  '0-3': 'deals',
  '0-47': 'meetings',
  '0-48': 'calls',
  '0-49': 'emails',
  '0-123': 'orders',
};

const around: readonly TimelineItem[] = [
  {
    type: 'meetings',
    id: '9001',
    at: now + 8 * day,
    title: 'Quarterly review',
    summary: 'Scheduled · 45 minutes',
    ownerName: 'Robin Hale',
    properties: {},
  },
  {
    type: 'emails',
    id: '9002',
    at: now - 6 * day,
    title: 'Your autumn range',
    summary: 'To the contact · sent',
    ownerName: 'Robin Hale',
    properties: {},
  },
  {
    type: 'notes',
    id: '9003',
    at: now - 26 * day,
    title: 'Prefers to be called before noon',
    summary: '',
    ownerName: 'Robin Hale',
    properties: {},
  },
  {
    type: 'app_events',
    id: '9004',
    at: now - 42 * day,
    title: 'Relationship changed',
    summary: 'Rapport',
    ownerName: null,
    properties: {},
  },
];

export function timelineOf(contactId: string): readonly TimelineItem[] {
  const card = cardContacts.find(({ id }) => id === contactId)?.card;
  const evidence = card?.kind === 'ready' ? card.evidence : [];
  const told = evidence.flatMap(({ activity, at, sentence, channel }): TimelineItem[] =>
    activity === null || at === null
      ? []
      : [
          {
            type: typeOf[activity.objectTypeId] ?? 'notes',
            id: activity.objectId,
            at: Date.parse(at),
            title: sentence,
            summary: `By ${channel ?? 'hand'}`,
            ownerName: 'Robin Hale',
            properties: {},
          },
        ],
  );
  return [...around, ...told].sort((a, b) => b.at - a.at);
}
