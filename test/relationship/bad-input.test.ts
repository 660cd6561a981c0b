/** Every kind of bad input has one documented outcome, and the model never throws: docs/matrix-and-level.md. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { type ContactFacts, noFacts } from '../../src/relationship/facts.ts';
import { measurePortal, type PortalRow } from '../../src/relationship/measure-portal.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { type Portal, type PortalView, unmeasuredView } from '../../src/relationship/portal-view.ts';
import { preparePortal } from '../../src/relationship/prepare-portal.ts';
import { readSettings } from '../../src/relationship/settings/read-settings.ts';
import { defaultSettings, type Settings, settingsVersion } from '../../src/relationship/settings.ts';
import type { FactsOf, Signal, SignalKind } from '../../src/relationship/signal/signal.ts';
import { anyKnownFacts, anyPortal, anySettings } from './any-contact.ts';
import { anyHistory, dayMs, now } from './stage/any-history.ts';

const ago = (days: number) => now - days * dayMs;

function signal<K extends SignalKind>(kind: K, days: number, facts: FactsOf[K]): Signal {
  const source = `${kind}:${days}`;
  const head = { id: source, source, at: ago(days), by: 'customer', channel: 'email' };
  // A kind and its facts belong together by the type of this function.
  return { ...head, kind, facts } as unknown as Signal;
}

const portalOf = (view: Partial<PortalView> = {}): Portal => ({
  ...shippedModel(90),
  view: { ...unmeasuredView, ...view },
});

const ask = (
  signals: readonly Signal[],
  facts: Partial<ContactFacts> = {},
  settings: Partial<Settings> = {},
  portal = portalOf(),
) => assess(signals, { ...noFacts, ...facts }, portal, { ...defaultSettings, ...settings }, now);

const codesOf = (found: { readonly problems: readonly { readonly code: string }[] }) =>
  found.problems.map(({ code }) => code);

const complaint = signal('complaint', 3, { severity: 'high', closedAt: null } as FactsOf['complaint']);

const row = (id: string, of: Partial<PortalRow> = {}): PortalRow => ({
  ...{ id, owner: '70', company: null, segment: null, isClose: false, interest: null, acted: true },
  ...{ isActiveCustomer: true, purchases: [], won: [], links: [] },
  ...{ quadrant: 'undetermined', hasKey: true, encounter: null },
  ...of,
});

const deal = (id: string, lines: PortalRow['won'][number]['lines']) => {
  return { id, at: ago(5), family: null, currency: null, lines };
};

describe('bad input', () => {
  test('without business hours all hours count', () => {
    const hours = { timeZone: null, week: [], holidays: [] };
    const businessHours = { ...defaultSettings.businessHours, hours };
    const settings = { ...defaultSettings, businessHours };
    expect(codesOf(preparePortal(settings, unmeasuredView))).toEqual(['no_business_hours']);
    const fight = ask([complaint], {}, { businessHours }).milestones?.firstFight;
    expect(fight?.acknowledgement.dueAt).toBe(complaint.at + 6 * 3_600_000);
  });

  test('an impossible time zone is read as UTC', () => {
    const mars = portalOf({ timeZone: 'Mars/Olympus' });
    expect(codesOf(preparePortal(defaultSettings, mars.view))).toEqual(['unknown_time_zone']);
    const due = (portal: Portal) =>
      ask([complaint], {}, {}, portal).milestones?.firstFight?.acknowledgement.dueAt;
    expect(due(mars)).toBe(due(portalOf({ timeZone: 'UTC' })));
  });

  test('two currencies without a rate are counted and not added', () => {
    const orders = [
      signal('order', 40, { amount: 10, currency: 'USD' }),
      signal('order', 20, { amount: 10, currency: 'EUR' }),
    ];
    const found = ask(orders);
    expect(codesOf(found)).toEqual(['two_currencies']);
    expect(found.quadrant?.payment).toMatchObject({ by: expect.any(String) });
    expect(found.stage).toBe('integrating');
  });

  test('a negative margin is taken as it is, and is low', () => {
    const { view } = measurePortal(
      [row('1', { won: [deal('9', [{ price: 10, cost: 30 }])] })],
      defaultSettings,
      'UTC',
      now,
    );
    expect(view.whole.margin).toMatchObject({ source: 'line_items', share: -2, band: 'low' });
    expect(view.story?.problems).toEqual([{ code: 'negative_margin', deals: ['9'] }]);
  });

  test('a cost missing on some lines leaves the deal out, and without enough others no margin is guessed', () => {
    const lines = [
      { price: 10, cost: 4 },
      { price: 10, cost: null },
    ];
    const { view } = measurePortal([row('1', { won: [deal('9', lines)] })], defaultSettings, 'UTC', now);
    expect(view.whole.margin).toEqual({ source: 'unknown', filled: 0, deals: 1 });
    expect(view.story?.problems).toEqual([{ code: 'cost_missing', deals: ['9'] }]);
  });

  test('of referrals in a circle the closing one is left out', () => {
    const link = (referrer: string, referred: string, at: number) => ({ referrer, referred, at });
    const rows = [row('1', { links: [link('1', '2', 5)] }), row('2', { links: [link('2', '1', 6)] })];
    const { view, contacts } = measurePortal(rows, defaultSettings, 'UTC', now);
    expect(view.story?.problems).toEqual([{ code: 'referral_cycle', referrer: '2', referred: '1' }]);
    expect(contacts.get('1')?.advocacy?.brought).toEqual(['2']);
    expect(contacts.get('2')).toBeUndefined();
  });

  test('a contact that refers itself has no referrer and brought nobody', () => {
    const itself = signal('referred', 30, { contactId: '7' } as FactsOf['referred']);
    const found = ask([itself], { milestones: { contactId: '7' } });
    expect(codesOf(found)).toEqual(['self_referral']);
    expect(found.milestones?.firstEncounter?.referrer).toBeNull();
    const rows = [row('7', { links: [{ referrer: '7', referred: '7', at: 5 }] })];
    expect(measurePortal(rows, defaultSettings, 'UTC', now).view.story?.problems).toEqual([
      { code: 'self_referral', contactId: '7' },
    ]);
  });

  test('overlapping terms count as one', () => {
    const found = ask([
      signal('term', 50, { endAt: ago(-200) }),
      { ...signal('term', 40, { endAt: ago(-100) }), source: 'deals:2' },
    ]);
    expect(codesOf(found)).toEqual(['overlapping_terms']);
    expect(found.heldBy).toBe('term');
  });

  test('an orphan survey shows no follow-up', () => {
    const found = ask([
      signal('survey', 200, { metric: 'nps', value: 8 }),
      signal('order', 30, { amount: 5 }),
    ]);
    expect(codesOf(found)).toEqual(['orphan_survey']);
    expect(found.level?.practised.followed).toBe(0);
  });

  test('an unknown settings version is refused with the one that is known', () => {
    const read = readSettings({ ...defaultSettings, version: settingsVersion + 1 });
    expect(read).toMatchObject({ ok: false });
    expect(JSON.stringify(read)).toContain(String(settingsVersion));
  });
});

test('whatever the contact, the portal and its settings, the model never throws', { timeout: 60_000 }, () => {
  const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e300);
  fc.assert(
    fc.property(
      anyHistory,
      anyKnownFacts,
      anyPortal,
      anySettings,
      odd,
      (signals, facts, portal, settings, number) => {
        const broken = signals.map((it, i) =>
          i % 3 === 0
            ? ({
                ...it,
                at: i % 2 === 0 ? number : it.at,
                facts: { ...it.facts, amount: number },
              } as unknown as Signal)
            : it,
        );
        const level = { ...settings.level, fewCustomers: number, highMargin: number, followUpDays: number };
        const guardrails = { ...settings.guardrails, callsTolerated: number, quietFromHour: number };
        expect(() => assess(broken, facts, portal, { ...settings, level, guardrails }, now)).not.toThrow();
      },
    ),
    { numRuns: 500 },
  );
});
