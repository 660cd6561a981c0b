/** What the guardrails say of the fixture's contacts: of a partner, of a newcomer, after a fight, and after an end. */
import type { GuardrailPanel, OutreachChannelName, PressureMeter, Ruling } from '@rapport/shared/contract.ts';
import { midnight, now, type Say } from './fixture-time.ts';

const channels: readonly OutreachChannelName[] = [
  'email',
  'call',
  'sms',
  'whatsapp',
  'linkedin',
  'postal',
  'meeting',
];
const but = (...left: readonly OutreachChannelName[]) => channels.filter((it) => !left.includes(it));

const all: Ruling['purposes'] = [
  'service_reply',
  'transactional',
  'recovery',
  'follow_up',
  'sales',
  'marketing',
  'referral_ask',
  'survey',
];
const necessary: Ruling['purposes'] = ['service_reply', 'transactional', 'recovery'];
const promotional: Ruling['purposes'] = ['sales', 'marketing', 'referral_ask', 'survey'];

const plain = { because: [], instead: null, notice: null, until: null } as const;

function pressure(value: number, counts: Partial<PressureMeter>): PressureMeter {
  return {
    value,
    noticeAt: 1,
    denyAt: 1.5,
    days: 90,
    calls: 0,
    emails: 0,
    directMessages: 0,
    mailings: 0,
    easesAt: null,
    marketingMailVisible: true,
    ...counts,
  };
}

export function openGuardrails(say: Say): GuardrailPanel {
  return {
    ceiling: 'I4',
    ceilingText: say('Partnership', 'Partnerschaft'),
    ceilingBecause: [],
    sentences: [
      say(
        'They asked not to be called (field “Preferred channel”).',
        'Bitte nicht anrufen (Feld „Bevorzugter Kanal“).',
      ),
      say('Take another way: e-mail.', 'Einen anderen Weg nehmen: E-Mail.'),
    ],
    rulings: [
      { ...plain, purposes: all, channels: but('call'), answer: 'ALLOW' },
      { ...plain, purposes: necessary, channels: ['call'], answer: 'ALLOW' },
      {
        ...plain,
        purposes: ['follow_up', ...promotional],
        channels: ['call'],
        answer: 'DENY',
        because: [0],
        instead: 1,
      },
    ],
    pressure: pressure(0.3, { emails: 1, easesAt: null }),
    nextOutreach: { kind: 'now' },
    mayMention: [
      say(
        'What you wrote and talked about (last on 10 Sept 2026)',
        'Was geschrieben und besprochen wurde (zuletzt am 10. Sept. 2026)',
      ),
      say('Offers and agreements (last on 2 Jul 2026)', 'Angebote und Abmachungen (zuletzt am 2. Juli 2026)'),
      say(
        'That they recommended us (last on 14 Aug 2026)',
        'Dass sie uns empfohlen haben (zuletzt am 14. Aug. 2026)',
      ),
    ],
    mayNotMention: [
      say(
        'Seen without their notice, so never said: What they clicked in our mails.',
        'Unbemerkt gesehen, also nie ausgesprochen: Was sie in unseren Mails geklickt haben.',
      ),
    ],
  };
}

export function earlyGuardrails(say: Say): GuardrailPanel {
  return {
    ceiling: 'I2',
    ceilingText: say('What they told us or did with us', 'Was sie uns erzählt oder mit uns erlebt haben'),
    ceilingBecause: [0],
    sentences: [
      say(
        'Experimenting since 5 Sept 2026: keep to what they told us or did with us.',
        'Erkunden seit 5. Sept. 2026: bei dem bleiben, was sie erzählt oder mit uns erlebt haben.',
      ),
      say(
        'The field “Subscription” for SMS is not visible to Rapport.',
        'Das Feld „Abonnement“ für SMS sieht Rapport nicht.',
      ),
      say('Quiet hours until 15 Sept 2026, 08:00.', 'Ruhezeit bis 15. Sept. 2026, 08:00.'),
      say('Take another way: e-mail.', 'Einen anderen Weg nehmen: E-Mail.'),
      say('Check the subscription: Rapport cannot see it.', 'Das Abonnement prüfen: Rapport sieht es nicht.'),
    ],
    rulings: [
      { ...plain, purposes: all, channels: but('call', 'sms'), answer: 'ALLOW' },
      { ...plain, purposes: necessary, channels: ['call', 'sms'], answer: 'ALLOW' },
      {
        ...plain,
        purposes: ['follow_up', ...promotional],
        channels: ['call'],
        answer: 'DENY',
        because: [2],
        instead: 3,
        until: new Date(now + 20.5 * 3_600_000).toISOString(),
      },
      {
        ...plain,
        purposes: ['follow_up', ...promotional],
        channels: ['sms'],
        answer: 'ALLOW_WITH_NOTICE',
        because: [1],
        notice: 4,
      },
    ],
    pressure: pressure(0, {}),
    nextOutreach: { kind: 'at', at: midnight(1) },
    mayMention: [
      say(
        'Forms they filled in (last on 5 Sept 2026)',
        'Formulare, die sie ausgefüllt haben (zuletzt am 5. Sept. 2026)',
      ),
    ],
    mayNotMention: [],
  };
}

/** After a fight: nothing is sold, and they have heard too much from us. */
export function strictGuardrails(say: Say): GuardrailPanel {
  const stops = [0, 1];
  return {
    ceiling: 'I1',
    ceilingText: say('The matter at hand', 'Die Sache selbst'),
    ceilingBecause: [3, 4],
    sentences: [
      say(
        'A complaint is open since 10 Sept 2026: nothing is sold before it is mended.',
        'Seit 10. Sept. 2026 ist eine Beschwerde offen: Vorher wird nichts verkauft.',
      ),
      say(
        'Contact pressure is 1.6 (2 calls, 3 e-mails, 1 direct message in 90 days) until 2 Oct 2026.',
        'Der Kontaktdruck ist 1,6 (2 Anrufe, 3 E-Mails, 1 Direktnachricht in 90 Tagen) bis 2. Okt. 2026.',
      ),
      say('Mend the complaint first.', 'Zuerst die Beschwerde klären.'),
      say(
        'They want Basic exchange (said on 18 Mar 2026): keep to the matter at hand.',
        'Gewünscht ist Einfacher Tausch (gesagt am 18. März 2026): bei der Sache bleiben.',
      ),
      say(
        'Stagnating since 3 Aug 2026: keep to what they told us or did with us.',
        'Stillstand seit 3. Aug. 2026: bei dem bleiben, was sie erzählt oder mit uns erlebt haben.',
      ),
      say('They opted out of SMS on 2 May 2026.', 'Am 2. Mai 2026 wurde SMS abbestellt.'),
      say('Wait until 2 Oct 2026.', 'Bis 2. Okt. 2026 warten.'),
    ],
    rulings: [
      { ...plain, purposes: necessary, channels, answer: 'ALLOW' },
      {
        ...plain,
        purposes: ['sales', 'marketing', 'referral_ask'],
        channels: but('sms'),
        answer: 'DENY',
        because: stops,
        instead: 2,
      },
      {
        ...plain,
        purposes: ['sales', 'marketing', 'referral_ask'],
        channels: ['sms'],
        answer: 'DENY',
        because: [5, ...stops],
        instead: 2,
      },
      {
        ...plain,
        purposes: ['follow_up', 'survey'],
        channels: but('sms'),
        answer: 'DENY',
        because: [1],
        instead: 6,
        until: midnight(18),
      },
      {
        ...plain,
        purposes: ['follow_up', 'survey'],
        channels: ['sms'],
        answer: 'DENY',
        because: [5, 1],
        instead: 6,
      },
    ],
    pressure: pressure(1.6, {
      calls: 2,
      emails: 3,
      directMessages: 1,
      easesAt: midnight(18),
      marketingMailVisible: false,
    }),
    nextOutreach: { kind: 'blocked', because: [0] },
    mayMention: [
      say('What they bought (last on 14 Jul 2026)', 'Was sie gekauft haben (zuletzt am 14. Juli 2026)'),
    ],
    mayNotMention: [
      say(
        'Seen without their notice, so never said: Their visits to our pages.',
        'Unbemerkt gesehen, also nie ausgesprochen: Ihre Besuche auf unseren Seiten.',
      ),
      say('Sensitive: Allergies. Leave it out.', 'Heikel: Allergien. Weglassen.'),
    ],
  };
}

export function closedGuardrails(say: Say): GuardrailPanel {
  return {
    ceiling: 'I1',
    ceilingText: say('The matter at hand', 'Die Sache selbst'),
    ceilingBecause: [0],
    sentences: [
      say('They opted out of everything on 17 May 2026.', 'Am 17. Mai 2026 wurde alles abbestellt.'),
      say('Wait until they write, and answer.', 'Warten, bis sie schreiben, und antworten.'),
      say(
        'The consent is from 3 Mar 2024: ask again.',
        'Die Einwilligung ist vom 3. März 2024: noch einmal fragen.',
      ),
    ],
    rulings: [
      { ...plain, purposes: necessary, channels, answer: 'ALLOW' },
      {
        ...plain,
        purposes: ['follow_up'],
        channels: ['meeting', 'postal'],
        answer: 'ASK_FIRST',
        because: [2],
      },
      {
        ...plain,
        purposes: promotional,
        channels: ['meeting', 'postal'],
        answer: 'DENY',
        because: [0],
        instead: 1,
      },
      {
        ...plain,
        purposes: ['follow_up', ...promotional],
        channels: but('meeting', 'postal'),
        answer: 'DENY',
        because: [0],
        instead: 1,
      },
    ],
    pressure: pressure(0.8, { emails: 2, mailings: 3 }),
    nextOutreach: { kind: 'blocked', because: [0] },
    mayMention: [],
    mayNotMention: [],
  };
}
