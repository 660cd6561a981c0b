import { expect, test } from 'vitest';
import { loadManifest, parseManifest } from '../src/manifest.ts';
import {
  endings,
  flights,
  holds,
  movements,
  stageAnswers,
  stages,
} from '../src/relationship/stage/stages.ts';
import { activityTypes, appEventTypes } from '../src/usecases/ports.ts';

const manifest = loadManifest();
const property = (name: string) => manifest.properties.find((it) => it.name === name);
const values = (name: string) => property(name)?.options?.map((it) => it.value);

test('every property of ours is named once and carries our prefix', () => {
  const names = manifest.properties.map((it) => it.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((it) => !it.startsWith('rapport_'))).toEqual([]);
  expect(names).toHaveLength(38);
});

test('a property that we alone write is never subscribed', () => {
  const computed = manifest.properties.filter((it) => it.author === 'computed').map((it) => it.name);
  const subscribed = manifest.subscriptions.map((it) => it.propertyName);
  expect(computed.filter((it) => subscribed.includes(it))).toEqual([]);
});

test('every property that people write, too, is subscribed on the contact', () => {
  const shared = manifest.properties.filter((it) => it.author === 'shared').map((it) => it.name);
  const subscribed = manifest.subscriptions
    .filter((it) => it.objectTypeId === '0-1')
    .map((it) => it.propertyName);
  expect(shared.filter((it) => !subscribed.includes(it))).toEqual([]);
  expect(shared).toContain('rapport_objection');
});

test('the options are the words of the model, in its order', () => {
  expect(values('rapport_stage')).toEqual(stageAnswers);
  expect(values('rapport_stage_previous')).toEqual(stageAnswers);
  expect(values('rapport_next_stage_if_silent')).toEqual(stageAnswers);
  expect(values('rapport_stage_runner_up')).toEqual(stages);
  expect(values('rapport_flight')).toEqual(flights);
  expect(values('rapport_stage_movement')).toEqual(movements);
  expect(values('rapport_ending')).toEqual(endings);
  expect(values('rapport_held_by')).toEqual(holds);
});

test('the core is what workflows need first', () => {
  expect(manifest.properties.filter((it) => it.core).map((it) => it.name)).toEqual([
    'rapport_stage',
    'rapport_flight',
    'rapport_stage_changed_at',
    'rapport_stage_movement',
    'rapport_stage_reason',
    'rapport_holds_until',
    'rapport_objection',
  ]);
});

test('every activity we read is listened to, and contacts are', () => {
  expect(manifest.webhooks.objects.map((it) => it.type)).toEqual(['contacts', ...activityTypes]);
  expect(manifest.webhooks.hubEvents).toEqual(['contact.privacyDeletion']);
});

test('every change that HubSpot offers is listened to; only what has a merge can be merged', () => {
  const all = ['creation', 'deletion', 'merge', 'restore', 'associationChange'];
  // HubSpot merges contacts, companies, deals and tickets, and none of the others.
  const merged = ['contacts', 'deals', 'tickets'];
  for (const { type, changes } of manifest.webhooks.objects) {
    expect(changes, type).toEqual(all.filter((it) => it !== 'merge' || merged.includes(type)));
  }
});

test('no object is listened to without its scope being asked for', () => {
  const asked = [...manifest.scopes.required, ...manifest.scopes.optional].map((it) => it.name);
  expect(new Set(asked).size).toBe(asked.length);
  expect(manifest.webhooks.objects.map((it) => it.scope).filter((it) => !asked.includes(it))).toEqual([]);
});

test('no scope for sensitive data is asked for, since it would switch the cards off', () => {
  const asked = [...manifest.scopes.required, ...manifest.scopes.optional].map((it) => it.name);
  expect(asked.filter((it) => it.includes('sensitive'))).toEqual([]);
});

test('the cards may fetch from the backend', () => {
  expect(manifest.permittedUrls.fetch).toContain(manifest.backend);
});

test('a stage change on the timeline speaks in neutral words and knows every stage', () => {
  const event = manifest.appEvents.find((it) => it.name === 'stage_changed');
  const stage = event?.properties.find((it) => it.name === 'stage')?.options;
  expect(stage?.map((it) => it.value)).toEqual([...stages, 'not_enough_evidence']);
  const ownLabels = property('rapport_stage')?.options?.map((it) => it.label);
  expect(stage?.filter((it) => ownLabels?.includes(it.label))).toEqual([]);
});

test('every event that we send is declared, with neutral words and no reason', () => {
  expect(manifest.appEvents.map((it) => it.name)).toEqual(appEventTypes);
  const names = manifest.appEvents.flatMap((it) => it.properties.map((property) => property.name));
  expect(names.filter((it) => it.includes('reason'))).toEqual([]);
});

test('a recalibrated stage has no word on the timeline, because it is no event', () => {
  const movement = manifest.appEvents[0]?.properties.find((it) => it.name === 'movement');
  expect(movement?.options?.map((it) => it.value)).toEqual(movements.filter((it) => it !== 'recalibrated'));
});

test('all that is wrong with a declaration is said at once', () => {
  const { subscriptions: _s, redirectUrl: _r, webhookUrl: _w, ...declared } = manifest;
  const broken = { ...declared, backend: 'http://api.rapport.example', redirectPath: 'callback', extra: 1 };
  expect(() => parseManifest(broken)).toThrow(/backend[\s\S]*redirectPath|redirectPath[\s\S]*backend/);
  expect(() => parseManifest(broken)).toThrow(/extra/);
});
