import { describe, expect, test } from 'vitest';
import { activityOf } from '../../../src/sandbox/story/csv-activities.ts';
import type { Actor } from '../../../src/sandbox/story/csv-rows.ts';
import { createIds } from '../../../src/sandbox/story/desk.ts';

/** What a row of 2 January 2026, ten o'clock, becomes: its object type and properties. */
function activity(kind: string, by: Actor, amount: number | null = null): Record<string, string> {
  const row = { contact: 'a', at: Date.UTC(2026, 0, 2, 10), kind, by, amount };
  const { type, properties } = activityOf(row, '1001', '700001', createIds());
  return { type, ...properties };
}

describe('a row', () => {
  test('of a mail says who wrote', () => {
    expect(activity('email', 'customer')).toMatchObject({
      type: 'emails',
      hs_email_direction: 'INCOMING_EMAIL',
    });
    expect(activity('mail', 'us')).toMatchObject({ type: 'emails', hs_email_direction: 'EMAIL' });
    expect(activity('message', 'both')).toMatchObject({ hs_email_direction: 'INCOMING_EMAIL' });
  });

  test('of a newsletter, or of a mail by the system, is list mail', () => {
    expect(activity('newsletter', 'us')['hs_email_headers']).toContain('List-Unsubscribe');
    expect(activity('email', 'system')['hs_email_headers']).toContain('List-Unsubscribe');
    expect(activity('email', 'us')['hs_email_headers']).toBeUndefined();
  });

  test('of an order carries its amount, and without one counts as paid', () => {
    expect(activity('order', 'customer', 29.33)).toMatchObject({
      type: 'orders',
      hs_total_price: '29.33',
    });
    expect(activity('purchase', 'customer')).toMatchObject({
      type: 'orders',
      hs_total_price: '1',
    });
    expect(activity('order', 'customer', 0)).toMatchObject({ hs_total_price: '0' });
  });

  test('of a negative order is a refund', () => {
    const back = {
      type: 'orders',
      hs_payment_status: 'REFUNDED',
      hs_refund_amount: '12',
      hs_total_price: '12',
    };
    expect(activity('order', 'customer', -12)).toMatchObject(back);
  });

  test('of a call connected unless it was ours alone', () => {
    expect(activity('call', 'both')).toMatchObject({ type: 'calls', hs_call_status: 'COMPLETED' });
    expect(activity('call', 'us')).toMatchObject({
      hs_call_status: 'NO_ANSWER',
      hs_call_duration: '0',
    });
  });

  test('of a meeting ends at its time', () => {
    const held = activity('meeting', 'both');
    expect(held).toMatchObject({
      hs_meeting_outcome: 'COMPLETED',
      hs_meeting_end_time: '2026-01-02T10:00:00.000Z',
    });
  });

  test('of a kind nobody knows is a logged message, with an owner only when it is ours', () => {
    const theirs = activity('pull_request', 'customer');
    const ours = activity('pull_request', 'us');
    expect([theirs['type'], theirs['hubspot_owner_id'], theirs['hs_communication_logged_from']]).toEqual([
      'communications',
      undefined,
      undefined,
    ]);
    expect(ours).toMatchObject({ type: 'communications', hs_communication_logged_from: 'CRM' });
    expect(ours['hubspot_owner_id']).toMatch(/^\d+$/);
  });

  test('of a machine is nobody’s act', () => {
    expect(activity('pull_request', 'system')['type']).toBe('notes');
  });

  test('that ascribes the customer’s act to us is a message of ours', () => {
    expect(activity('ticket', 'us')).toMatchObject({
      type: 'communications',
      hs_communication_logged_from: 'CRM',
    });
    expect(activity('meeting', 'us')).toMatchObject({ type: 'communications' });
  });

  test('of a complaint is an urgent ticket closed on its day', () => {
    expect(activity('complaint', 'customer')).toMatchObject({
      type: 'tickets',
      hs_ticket_priority: 'HIGH',
      hs_ticket_category: 'PRODUCT_ISSUE',
      closed_date: '2026-01-02T10:00:00.000Z',
    });
  });

  test('of a survey carries the answer', () => {
    expect(activity('nps', 'customer', 9)).toMatchObject({ hs_survey_type: 'NPS', hs_value: '9' });
    expect(activity('csat', 'customer', 2)).toMatchObject({ hs_survey_type: 'CSAT', hs_value: '2' });
    expect(activity('nps', 'customer')['type']).toBe('communications');
  });
});
