/** The requests that benchmarks send: deliveries as HubSpot makes them, and questions of a card, signed. */
import { createHmac } from 'node:crypto';
import { requestOf } from './load.ts';

export const benchSecret = 'a-secret-of-the-benchmark';
export const benchPoint = 'https://api.rapport.example';

/** One event is some 340 bytes and a hundred of them 34 kB, as HubSpot's are. */
function eventOf(number: number): object {
  return {
    eventId: 3_816_279_340 + number,
    subscriptionId: 2_500_000 + (number % 90),
    portalId: 145_550_001,
    appId: 4_711_001,
    occurredAt: 1_772_442_000_000 + number,
    subscriptionType: 'object.propertyChange',
    attemptNumber: 0,
    objectId: 90_000_000_000 + (number % 50_000),
    objectTypeId: '0-49',
    changeSource: 'CRM_UI',
    sourceId: 'userId:7001',
    propertyName: 'hs_timestamp',
    propertyValue: '2026-03-02T09:00:00.000Z',
    isSensitive: false,
  };
}

function signed(method: 'GET' | 'POST', target: string, body: string): Record<string, string> {
  const at = String(Date.now());
  const value = createHmac('sha256', benchSecret).update(`${method}${benchPoint}${target}${body}${at}`);
  return {
    'x-hubspot-signature-v3': value.digest('base64'),
    'x-hubspot-request-timestamp': at,
  };
}

/** Ready to send for the next five minutes, so that signing costs nothing while it is measured. */
export function deliveries(events: number): (number: number) => Buffer {
  const made = Array.from({ length: 16 }, (_, place) => {
    const all = Array.from({ length: events }, (_it, number) => eventOf(place * events + number));
    const body = JSON.stringify(all);
    return requestOf('POST', '/hubspot/webhooks', signed('POST', '/hubspot/webhooks', body), body);
  });
  return (number) => made[number % made.length] ?? Buffer.alloc(0);
}

/** Questions of the card of some of these contacts, ready to send for the next five minutes. */
export function cardQuestions(portal: number, contacts: readonly string[]): (number: number) => Buffer {
  const made = contacts.map((contact) => {
    const target = `/cards/contact?contactId=${contact}&locale=en&portalId=${portal}&userId=7001`;
    return requestOf('GET', target, signed('GET', target, ''));
  });
  return (number) => made[number % made.length] ?? Buffer.alloc(0);
}
