import { describe, expect, it } from 'vitest';
import type { SubscriptionStatus } from '../../../src/hubspot/facts/consent.ts';
import { type Beside, contactFacts } from '../../../src/hubspot/facts/contact-facts.ts';
import { created, day, fullyMapped, happened, iso, meaning, record } from '../signals/records.ts';

const facts = (properties: Record<string, string>, by = meaning, beside: Beside = {}) =>
  contactFacts(record('contacts', properties), by, beside);

describe('the key of a contact', () => {
  it.each([
    [{ email: 'ada@x.example' }, 'personal'],
    [{ email: 'info@x.example' }, 'role'],
    [{ email: 'Familie@x.example' }, 'shared'],
    [{ email: 'ada@x.example', own_sharedMailbox: 'true' }, 'shared'],
    [{ phone: '+49 30 1' }, 'personal'],
    [{ mobilephone: '+49 170 1' }, 'personal'],
    [{}, 'none'],
  ])('of %o is %s', (properties, key) => {
    expect(facts(properties, fullyMapped).matrix?.key).toBe(key);
  });
});

describe('consent to tracking', () => {
  it.each([
    ['yes', 'given', false],
    ['no', 'refused', true],
    ['', 'unknown', false],
  ])('answered with "%s" is %s', (own_trackingConsent, tracking, refused) => {
    const said = facts({ own_trackingConsent }, fullyMapped);
    expect(said.guardrails?.tracking).toBe(tracking);
    expect(said.matrix?.trackingRefused).toBe(refused);
  });

  it('is unknown where the portal has no field for it', () => {
    expect(facts({}).guardrails?.tracking).toBe('unknown');
  });
});

describe('how they first met us', () => {
  it.each([
    ['ORGANIC_SEARCH', 'organic_search'],
    ['PAID_SEARCH', 'paid_search'],
    ['EMAIL_MARKETING', 'email'],
    ['SOCIAL_MEDIA', 'social'],
    ['PAID_SOCIAL', 'paid_social'],
    ['REFERRALS', 'referral'],
    ['OTHER_CAMPAIGNS', 'other'],
    ['DIRECT_TRAFFIC', 'direct'],
    ['OFFLINE', null],
    ['', null],
  ])('is tracked as %s', (hs_analytics_source, source) => {
    expect(facts({ hs_analytics_source }).milestones?.trackedSource).toBe(source);
  });

  it.each([
    ['A friend told me', 'word_of_mouth'],
    ['Empfehlung', 'word_of_mouth'],
    ['trade fair', 'event'],
    ['Messe', 'event'],
    ['an advertisement', 'paid_search'],
    ['Instagram', 'social'],
    ['Google', 'organic_search'],
    ['newsletter', 'email'],
    ['walked past your shop', 'offline'],
    ['my horoscope', 'other'],
    ['', null],
  ])('is told by the answer "%s", whose words are not kept', (own_claimedSource, source) => {
    const { milestones } = facts({ own_claimedSource }, fullyMapped);
    expect(milestones?.claimedSource).toBe(source);
    expect(JSON.stringify(milestones)).not.toContain('horoscope');
  });
});

it('what was promised is kept by the form it was promised for', () => {
  const said = { own_promised: 'a tasting box', first_conversion_event_name: 'Tasting box request' };
  expect(facts(said, fullyMapped).milestones?.promises).toEqual({ 'Tasting box request': 'a tasting box' });
  expect(facts(said).milestones?.promises).toEqual({});
});

it('acts of advocacy are told with their dates, and only a case study agrees that we use it', () => {
  const said = { own_caseStudyAt: iso(happened), own_mentionedAt: iso(happened), own_spokeAt: iso(happened) };
  const referrals = [{ how: 'introduced', contactId: '9', createdAt: created } as const];
  expect(facts(said, fullyMapped, { referrals }).milestones?.introductions).toEqual([
    { at: happened, kind: 'case_study', contactId: null, consentToUse: true },
    { at: happened, kind: 'public_mention', contactId: null, consentToUse: false },
    { at: happened, kind: 'speaker', contactId: null, consentToUse: false },
    { at: created, kind: 'colleague', contactId: '9', consentToUse: false },
  ]);
});

describe('legal bases', () => {
  const bases = (hs_legal_basis: string) => facts({ hs_legal_basis }).guardrails?.legalBases;

  it('are read from HubSpot’s own choices, several at a time', () => {
    const both = 'Performance of a contract;Freely given consent from contact';
    expect(bases(both)).toEqual(['contract', 'consent']);
    expect(bases('Legitimate interest – prospect/lead')).toEqual(['legitimate_interest']);
    expect(bases('Berechtigtes Interesse – Interessent')).toEqual(['legitimate_interest']);
    expect(bases('Not applicable')).toEqual(['not_applicable']);
  });

  it('are none where the field is empty, and not visible where the portal keeps none', () => {
    expect(bases('')).toEqual([]);
    expect(facts({}).guardrails).not.toHaveProperty('legalBases');
  });
});

describe('subscriptions', () => {
  const status = (more: Partial<SubscriptionStatus>): SubscriptionStatus => ({
    ...{ id: '7', name: 'Newsletter', status: 'subscribed', legalBasis: 'consent', at: happened },
    ...more,
  });
  const told = (...statuses: SubscriptionStatus[]) => facts({}, meaning, { statuses }).guardrails;

  it('say who agreed to what, on what ground and when', () => {
    expect(told(status({}))).toMatchObject({
      subscriptions: [
        { name: 'Newsletter', channel: 'email', purposes: ['marketing'], status: 'subscribed' },
      ],
      legalBases: ['consent'],
      consentAt: happened,
    });
  });

  it('are for what their name says', () => {
    const named = told(status({ name: 'Feedback survey' }), status({ name: 'One to One' }));
    expect(named?.subscriptions?.map(({ purposes }) => purposes)).toEqual([['survey'], ['sales']]);
  });

  it('that were never chosen say nothing', () => {
    expect(told(status({ status: 'not_specified' }))).toMatchObject({ subscriptions: [] });
    expect(told(status({ status: 'unsubscribed' }))).not.toHaveProperty('consentAt');
  });

  it('are known as refusals only where the statuses cannot be read', () => {
    const { guardrails } = facts({ hs_email_optout_7: 'true', hs_email_optout_8: 'false' }, fullyMapped);
    expect(guardrails?.subscriptions).toMatchObject([
      { name: 'hs_email_optout_7', status: 'not_subscribed' },
    ]);
    expect(facts({}, fullyMapped).guardrails).not.toHaveProperty('subscriptions');
  });

  it('renew the portal’s own date of consent, whichever is later', () => {
    const own = { own_consentAt: iso(happened + day) };
    expect(facts(own, fullyMapped, { statuses: [status({})] }).guardrails?.consentAt).toBe(happened + day);
  });
});

it('wishes about contact are a date, a pace and a channel', () => {
  const said = { own_askedUntil: iso(happened), own_cadenceDays: '30', own_noCalls: 'true' };
  const found = facts(said, fullyMapped);
  expect(found.askedUntil).toBe(happened);
  expect(found.guardrails).toMatchObject({
    cadenceDays: 30,
    refusedChannels: [{ channel: 'call', at: null }],
  });
});

it('who needs special care is told where the portal says it, and unknown elsewhere', () => {
  expect(facts({ own_vulnerable: 'true' }, fullyMapped).guardrails?.vulnerable).toBe(true);
  expect(facts({}, fullyMapped).guardrails?.vulnerable).toBe(false);
  expect(facts({}).guardrails).not.toHaveProperty('vulnerable');
});

describe('marketing mail', () => {
  const visible = (hs_email_delivered: string, first: number, last: number) =>
    facts({
      hs_email_delivered,
      hs_email_first_send_date: iso(first),
      hs_email_last_send_date: iso(last),
    }).guardrails?.marketingMailVisible;

  it('is in sight while there were no more than we have dates of', () => {
    expect(visible('1', happened, happened)).toBe(true);
    expect(visible('2', happened, happened + day)).toBe(true);
    expect(visible('3', happened, happened + day)).toBe(false);
  });

  it('is not in sight where HubSpot sent none: it may come from elsewhere', () => {
    expect(facts({ hs_email_delivered: '0' }).guardrails?.marketingMailVisible).toBe(false);
    expect(facts({}).guardrails?.marketingMailVisible).toBe(false);
  });
});

describe('the desired relationship', () => {
  const said = {
    rapport_desired_relationship: 'buddies',
    rapport_desired_relationship_source: 'said so at the tasting',
  };

  it('has its source, and the day of its history', () => {
    const changes = new Map([
      ['5', new Map([['rapport_desired_relationship', { at: happened, set: true }]])],
    ]);
    expect(facts(said, meaning, { changes }).desired).toEqual({
      ...{ id: 'buddies', source: 'said so at the tasting' },
      at: happened,
    });
  });

  it('without a date is no answer', () => {
    expect(facts(said).desired?.at).toBeNull();
  });

  it('of every need met means that they cannot leave', () => {
    expect(facts({ rapport_desired_relationship: 'master_slave' }).captive).toBe(true);
    expect(facts({ own_captive: 'yes' }, fullyMapped).captive).toBe(true);
    expect(facts(said, fullyMapped).captive).toBe(false);
  });
});

describe('closeness', () => {
  it('rests on an owner since a day, a company and a segment', () => {
    const found = facts(
      {
        hubspot_owner_id: '7',
        hubspot_owner_assigneddate: iso(created),
        associatedcompanyid: '3',
        own_segment: 'offices',
      },
      fullyMapped,
    );
    expect(found.approaches).toMatchObject({ ownerSince: created, isCompany: true });
    expect(found.segment).toBe('offices');
    expect(facts({ hubspot_owner_assigneddate: iso(created) }).approaches?.ownerSince).toBeNull();
  });

  it('counts an interest by a hash, so that what it is stays where they said it', () => {
    const one = facts({ own_interests: 'Cycling;Ceramics' }, fullyMapped).approaches;
    const other = facts({ own_interests: 'cycling' }, fullyMapped).approaches;
    expect(one?.affinity).toBe('volunteered');
    expect(one?.interest).toBe(other?.interest);
    expect(JSON.stringify(one)).not.toMatch(/cycling/i);
    expect(facts({}, fullyMapped).approaches).toMatchObject({ affinity: 'none', interest: null });
    expect(facts({}).approaches).not.toHaveProperty('affinity');
  });

  it('is tied by what the portal says, and by nothing that it does not', () => {
    const ties = { own_sharedPlan: 'true', own_onSite: 'no', own_integration: 'yes' };
    expect(facts(ties, fullyMapped).level).toEqual({ sharedPlan: true, onSite: false, integration: true });
    expect(facts({}).level).toEqual({});
    const agreed = { own_exitTerms: 'true', own_introductionConsent: 'true' };
    expect(facts(agreed, fullyMapped).approaches).toMatchObject({
      exitTermsWritten: true,
      consentsToIntroduction: true,
    });
  });
});
