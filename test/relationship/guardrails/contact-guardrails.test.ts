import { expect, test } from 'vitest';
import {
  ceilingOf,
  channelLights,
  guardrailsOf,
  nextOutreachAt,
} from '../../../src/relationship/guardrails/contact-guardrails.ts';
import { wordMentions } from '../../../src/relationship/guardrails/mention-texts.ts';
import { mentionLists, signalMentions } from '../../../src/relationship/guardrails/mentions.ts';
import {
  complaint,
  dayMs,
  daysAgo,
  field,
  now,
  optOut,
  order,
  ourCall,
  ours,
  standing,
  theirs,
  visit,
} from './standing-fixture.ts';

const light = (at: ReturnType<typeof standing>) =>
  Object.fromEntries(channelLights(at).map(({ channel, answer, reply }) => [channel, [answer, reply]]));

test('there is one light per channel, for what we begin and for replies', () => {
  const at = standing({
    signals: [optOut(daysAgo(5), 'email')],
    facts: { refusedChannels: [{ channel: 'call', at: null }] },
  });
  expect(light(at)).toEqual({
    email: ['DENY', 'ALLOW'],
    call: ['DENY', 'ALLOW'],
    sms: ['ALLOW', 'ALLOW'],
    whatsapp: ['ALLOW', 'ALLOW'],
    linkedin: ['ALLOW', 'ALLOW'],
    postal: ['ALLOW', 'ALLOW'],
    meeting: ['ALLOW', 'ALLOW'],
  });
});

test('a light that is not green names its strongest reason, a green one names none', () => {
  const lights = channelLights(standing({ stage: 'stagnating', signals: [optOut(daysAgo(5), 'email')] }));
  expect(lights.map(({ channel, strongest }) => [channel, strongest?.rule ?? null]).slice(0, 2)).toEqual([
    ['email', 'G02'],
    ['call', null],
  ]);
});

test('the ceiling of a contact names every rule that sets it', () => {
  const at = standing({ stage: 'avoiding', facts: { mailbox: 'shared' } });
  expect(ceilingOf(at)).toMatchObject({ ceiling: 'I1', ceilingBy: [{ rule: 'G12' }, { rule: 'G19' }] });
  expect(ceilingOf(standing())).toEqual({ ceiling: 'I4', ceilingBy: [] });
});

test('an opt-out of one channel does not lower the ceiling of the contact, one of all does', () => {
  expect(ceilingOf(standing({ signals: [optOut(daysAgo(5), 'email')] })).ceiling).toBe('I4');
  expect(ceilingOf(standing({ signals: [optOut(daysAgo(5))] })).ceiling).toBe('I1');
});

test('the next marketing outreach is possible when the pressure fell below the bound', () => {
  const at = standing({ signals: [80, 60, 40, 30, 20, 10].map((days) => ours(daysAgo(days))) });
  expect(guardrailsOf(at).nextOutreach).toEqual({
    kind: 'at',
    at: Math.floor(daysAgo(80) / dayMs + 90) * dayMs,
  });
});

test('where marketing passes the next outreach is now, dated by what stands still', () => {
  const at = standing({ signals: [theirs(daysAgo(3))] });
  expect(guardrailsOf(at).nextOutreach).toEqual({ kind: 'now', since: daysAgo(3) });
  expect(nextOutreachAt(at)).toBe(now);
});

test('an opt-out has no date: the next outreach is blocked by it', () => {
  const at = standing({ signals: [optOut(daysAgo(5))] });
  expect(guardrailsOf(at).nextOutreach).toMatchObject({ kind: 'blocked', by: [{ rule: 'G02' }] });
  expect(nextOutreachAt(at)).toBeNull();
});

test('a wait that outlives the consent leads to no date', () => {
  const facts = { consentAt: daysAgo(725), askedUntil: daysAgo(-20) };
  expect(nextOutreachAt(standing({ facts }))).toBeNull();
});

test('a date that falls into quiet hours moves to their end', () => {
  const at = standing({
    facts: { askedUntil: Date.UTC(2026, 6, 1, 22) },
    settings: { marketingChannel: 'sms' },
  });
  expect(nextOutreachAt(at)).toBe(Date.UTC(2026, 6, 2, 8));
});

test('the strongest reason is the one against marketing, or else the one that sets the ceiling', () => {
  expect(guardrailsOf(standing({ signals: [complaint(daysAgo(2))] })).strongest?.rule).toBe('G14');
  expect(guardrailsOf(standing({ stage: 'stagnating' })).strongest?.rule).toBe('G12');
  expect(guardrailsOf(standing()).strongest).toBeNull();
});

test('what a contact shows is due again on the day on which its pressure falls', () => {
  const at = standing({ signals: [ourCall(daysAgo(50))] });
  expect(guardrailsOf(at).dueAt).toBe(Math.floor(daysAgo(50) / dayMs + 90) * dayMs);
});

test('purchases may be mentioned freely, visits in general words only, and our stage with a notice or not at all', () => {
  const signals = [order(daysAgo(9)), theirs(daysAgo(8))];
  const lists = (at: ReturnType<typeof standing>) =>
    mentionLists(at, signalMentions(at), { purpose: 'follow_up', channel: 'email' });
  expect(lists(standing({ signals })).mayMention).toMatchObject([
    { name: 'purchases', manner: 'freely', at: daysAgo(9) },
    { name: 'conversations', manner: 'freely', at: daysAgo(8) },
    { name: 'stage', manner: 'with_notice' },
  ]);
  const seen = lists(standing({ signals: [...signals, visit(daysAgo(7))] }));
  expect(seen.mayMention.at(-1)).toMatchObject({ name: 'visits', manner: 'generically' });
  expect(seen.mayNotMention).toMatchObject([{ name: 'stage', because: { rule: 'G08' } }]);
});

test('what was seen without consent, what is sensitive and what nobody knows the source of may not be mentioned', () => {
  const at = standing({ facts: { tracking: 'refused' } });
  const fields = [
    field('P3', { name: 'visits' }),
    field('P7', { name: 'illness' }),
    field(null, { name: 'rumour' }),
  ];
  const { mayMention, mayNotMention } = mentionLists(at, fields, { purpose: 'follow_up', channel: 'email' });
  expect(mayMention).toEqual([]);
  expect(mayNotMention.map(({ name, because }) => [name, because.rule])).toEqual([
    ['visits', 'G06'],
    ['illness', 'G05'],
    ['rumour', 'G07'],
  ]);
});

test('what may be mentioned does not depend on whether a channel is open', () => {
  const at = standing({ signals: [optOut(daysAgo(5), 'email')] });
  const lists = mentionLists(at, [field('P1')], { purpose: 'follow_up', channel: 'email' });
  expect(lists.mayMention.map(({ name }) => name)).toEqual(['field_P1']);
});

test('both lists are said in words: how, when, and why not', () => {
  const at = standing({ signals: [order(daysAgo(9)), visit(daysAgo(7))] });
  const lists = mentionLists(at, signalMentions(at), { purpose: 'follow_up', channel: 'email' });
  expect(wordMentions(lists, 'en', 'UTC')).toEqual({
    mayMention: [
      'What they bought (last on 6 June 2026)',
      'Their visits to our pages (in general words only, last on 8 June 2026)',
    ],
    mayNotMention: ['A conclusion of ours, too early or too thin to be said: The stage of the relationship.'],
  });
  expect(wordMentions(lists, 'de', 'UTC').mayMention[0]).toBe(
    'Was sie gekauft haben (zuletzt am 6. Juni 2026)',
  );
});

test('a property without a topic is said by its name', () => {
  const lists = mentionLists(standing(), [field('P1', { name: 'shoe_size' })], {
    purpose: 'sales',
    channel: 'email',
  });
  expect(wordMentions(lists, 'en', 'UTC').mayMention).toEqual(['shoe_size']);
});
