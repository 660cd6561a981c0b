import { describe, expect, test } from 'vitest';
import { correctContact, longestReason, type Wish } from '../../src/usecases/correct-contact.ts';
import { inputsText } from '../../src/usecases/inputs-text.ts';
import { setDesired } from '../../src/usecases/set-desired.ts';
import { undoCorrection } from '../../src/usecases/undo-correction.ts';
import { contact, message } from '../support/timeline-builders.ts';
import { installedWorld, portal, withMail } from '../support/work-world.ts';

const by = { userId: 5, email: 'rep@us.example' };
const day = 86_400_000;

async function world() {
  const opened = await withMail(await installedWorld());
  await opened.run('refresh');
  const { clock, deps, store } = opened;
  const all = { ...deps, ...store, digest: (text: string) => `#${text}` };
  const correct = (wish: Wish, id = 'a', of = '1') =>
    correctContact(all, { portal, contact: of, by, id, wish });
  const override = (of: Partial<Extract<Wish, { kind: 'override' }>> = {}): Wish => ({
    kind: 'override',
    stage: 'bonding',
    reason: 'signed on paper',
    until: clock.now() + day,
    ...of,
  });
  return { ...opened, all, correct, override };
}

describe('a correction', () => {
  test('sent twice with the same id has one effect', async () => {
    const { correct, override, store } = await world();
    expect((await correct(override())).kind).toBe('done');
    expect((await correct(override({ reason: 'again' }))).kind).toBe('done');
    const [kept, ...more] = await store.corrections.of(portal, '1');
    expect([kept?.says, more]).toEqual([{ ...override(), reason: 'signed on paper' }, []]);
    const [stored] = await store.timeline.load(portal, ['1']);
    expect(stored?.facts.override?.stage).toBe('bonding');
  });

  test('with everything wrong is refused with every problem at once, and nothing is kept', async () => {
    const { correct, override, store, clock } = await world();
    const reason = 'x'.repeat(5000);
    expect(await correct(override({ stage: 'friendly', reason, until: clock.now() }))).toEqual({
      kind: 'refused',
      problems: ['reason-too-long', 'stage-unknown', 'until-past'],
    });
    expect(
      await correct({
        kind: 'snooze',
        alert: '<b>',
        reason: ' ',
        until: clock.now() + 400 * day,
      }),
    ).toEqual({
      kind: 'refused',
      problems: ['reason-missing', 'about-unknown', 'until-too-far'],
    });
    expect(await correct(override({ until: Number.NaN }))).toMatchObject({ problems: ['until-past'] });
    expect(await store.corrections.of(portal, '1')).toEqual([]);
  });

  test('keeps markup in a reason as the plain text it is', async () => {
    const { correct, override, store } = await world();
    const reason = `<img src=x onerror=alert(1)> ${'x'.repeat(longestReason - 40)}`;
    await correct(override({ reason }));
    expect((await store.corrections.of(portal, '1'))[0]?.says).toMatchObject({ reason });
  });

  test('about an unknown contact, or one who objected, is not kept', async () => {
    const { correct, override, store } = await world();
    expect(await correct(override(), 'a', '404')).toEqual({ kind: 'unknown-contact' });
    await store.timeline.saveContacts(portal, [contact('1', { modifiedAt: 9, objection: true })]);
    expect(await correct(override())).toEqual({ kind: 'objection' });
    expect(await store.corrections.find(portal, 'a')).toBeNull();
  });

  test('cannot use the id of another one', async () => {
    const { correct, override, store } = await world();
    await store.timeline.saveContacts(portal, [contact('2')]);
    await correct(override());
    expect(await correct(override(), 'a', '2')).toEqual({ kind: 'taken' });
    expect(await correct({ kind: 'feedback', about: 'stage', reason: 'no' })).toEqual({ kind: 'taken' });
  });

  test('"this is wrong" is kept beside what was shown and the hash of what it was computed from', async () => {
    const { correct, store } = await world();
    await correct({ kind: 'feedback', about: 'stage', reason: 'they called me yesterday' });
    const [stored] = await store.timeline.load(portal, ['1']);
    if (stored === undefined) throw new Error('the contact is stored');
    expect(stored.corrections[0]?.says).toEqual({
      kind: 'feedback',
      about: 'stage',
      reason: 'they called me yesterday',
      shown: 'experimenting',
      inputsHash: `#${inputsText(stored)}`,
      modelVersion: 'm1',
    });
  });

  test('is undone by its id, once, and never through another contact', async () => {
    const { all, correct, override, store } = await world();
    await store.timeline.saveContacts(portal, [contact('2')]);
    await correct(override());
    const undo = (of: string) => undoCorrection(all, { portal, contact: of, id: 'a', by });
    expect((await undo('2')).kind).toBe('unknown-correction');
    expect((await undo('1')).kind).toBe('done');
    expect((await undo('1')).kind).toBe('done');
    const [stored] = await store.timeline.load(portal, ['1']);
    expect([stored?.facts.override, stored?.corrections[0]?.undone?.by]).toEqual([null, by]);
  });
});

describe('the desired relationship', () => {
  const wish = {
    portal,
    contact: '1',
    by,
    id: 'd',
    type: 'buddies',
    source: ' said on the phone ',
    saidOn: '2026-01-03',
    today: '2026-01-05',
  };

  test('is written to the shared properties with its source, and taken back to what stood', async () => {
    const { all, crm, store } = await world();
    expect((await setDesired(all, wish)).kind).toBe('done');
    expect(crm.writes.at(-1)).toEqual({
      contactId: '1',
      values: {
        rapport_desired_relationship: 'buddies',
        rapport_desired_relationship_source: 'said on the phone (2026-01-03)',
      },
    });
    expect((await setDesired(all, wish)).kind).toBe('done');
    await undoCorrection(all, { portal, contact: '1', id: 'd', by });
    expect(crm.writes.at(-1)?.values).toEqual({
      rapport_desired_relationship: '',
      rapport_desired_relationship_source: '',
    });
    expect((await store.corrections.of(portal, '1')).map(({ undone }) => undone?.by)).toEqual([by]);
  });

  test('needs a known type, a source, and a day that has come', async () => {
    const { all } = await world();
    expect(await setDesired(all, { ...wish, type: 'soulmates', source: ' ', saidOn: '2026-01-06' })).toEqual({
      kind: 'refused',
      problems: ['type-unknown', 'source-missing', 'said-later'],
    });
  });

  test('that HubSpot does not take is not kept either', async () => {
    const { all, crm, store } = await world();
    crm.fail('writeProperties', 'unavailable');
    expect(await setDesired(all, wish)).toEqual({ kind: 'not-written' });
    expect(await store.corrections.of(portal, '1')).toEqual([]);
  });
});

test('what names the inputs changes with them and not with their order', () => {
  const facts = { ...contact('1').facts, colleagueTouches: [] };
  const [a, b] = [message('emails:1', 1), message('emails:2', 2)];
  expect(inputsText({ signals: [a, b], facts })).toBe(inputsText({ signals: [b, a], facts }));
  expect(inputsText({ signals: [a], facts })).not.toBe(inputsText({ signals: [a, b], facts }));
  expect(inputsText({ signals: [a], facts: { ...facts, captive: true } })).not.toBe(
    inputsText({ signals: [a], facts }),
  );
});
