/** Business: forms, deals, orders, tickets and answers of a contact's life, as a portal records them. Days are days ago. */
import { iso, type Link } from './desk.ts';
import type { Scribe } from './scribe.ts';

export type Business = ReturnType<typeof createBusiness>;

type TrackedSource =
  | 'PAID_SEARCH'
  | 'PAID_SOCIAL'
  | 'ORGANIC_SEARCH'
  | 'SOCIAL_MEDIA'
  | 'EMAIL_MARKETING'
  | 'DIRECT_TRAFFIC'
  | 'REFERRALS';

export type DealTold = {
  readonly opened: number;
  readonly stage: 'qualifiedtobuy' | 'presentationscheduled' | 'contractsent' | 'closedwon' | 'closedlost';
  readonly closed?: number;
  /** The last day anybody moved it; when it was opened or closed, unless told. */
  readonly changed?: number;
  readonly amount?: number;
  readonly lostBecause?: string;
  /** What the portal's own properties say of it. */
  readonly says?: Readonly<Record<string, string>>;
  /** Others at the table. */
  readonly with?: readonly Link[];
};

export type ProjectTold = {
  readonly opened: number;
  readonly stage: 'project_running' | 'project_delivered';
  readonly delivered?: number;
  readonly amount?: number;
};

export function createBusiness(scribe: Scribe) {
  const { desk, ownerId, person } = scribe;
  const { random } = desk;
  let forms = 0;
  /** How this contact buys, told once for all that follows. */
  let store: string | null = null;
  let sold: Readonly<Record<string, string>> = {};
  let margin: number | null = null;

  function dealRecord(
    opened: number,
    properties: Readonly<Record<string, string>> & { readonly dealstage: string; readonly amount: string },
    closed: number | undefined,
    changed: number,
    also: readonly Link[],
  ): string {
    const openedAt = desk.momentOf(opened, 3);
    const closedAt = closed === undefined ? desk.momentOf(-45) : desk.momentOf(closed, 6);
    const won = ['closedwon', 'project_delivered'].includes(properties.dealstage);
    const dealId = scribe.write(
      'deals',
      openedAt,
      {
        createdate: iso(openedAt),
        closedate: iso(closedAt),
        hubspot_owner_id: ownerId,
        hs_is_closed: String(closed !== undefined),
        hs_is_closed_won: String(won),
        deal_currency_code: 'EUR',
        ...properties,
      },
      { updatedAt: closed === undefined ? desk.momentOf(changed, 6) : closedAt, also },
    );
    if (margin !== null) lineItem(dealId, openedAt, Number(properties.amount), margin);
    return dealId;
  }

  /** One line, with what it cost. */
  function lineItem(dealId: string, at: number, amount: number, share: number): void {
    const cost = String(Math.round(amount * (1 - share)));
    const properties = {
      name: 'Espresso machine',
      quantity: '1',
      amount: String(amount),
      hs_cost_of_goods_sold: cost,
    };
    scribe.write('line_items', at, properties, { also: [{ type: 'deals', id: dealId }], alone: true });
  }

  return {
    form(day: number) {
      const at = iso(desk.momentOf(day, 1));
      forms += 1;
      scribe.knownSince(Date.parse(at));
      const first: Record<string, string> = forms === 1 ? { first_conversion_date: at } : {};
      scribe.note({
        ...first,
        recent_conversion_date: at,
        num_conversion_events: String(forms),
        recent_conversion_event_name: 'Tasting box request',
        hs_analytics_source: 'ORGANIC_SEARCH',
        hs_analytics_first_timestamp: at,
      });
    },
    /** How they found us, before anybody spoke. */
    cameBy(source: TrackedSource, day: number, by?: string) {
      const at = desk.momentOf(day, 0);
      scribe.knownSince(at);
      const drill: Record<string, string> = by === undefined ? {} : { hs_analytics_source_data_1: by };
      scribe.note({ hs_analytics_source: source, hs_analytics_first_timestamp: iso(at), ...drill });
    },
    soldAt(name: string) {
      store = name;
    },
    /** What every deal of theirs says. */
    soldAs(properties: Readonly<Record<string, string>>) {
      sold = properties;
    },
    /** So much of what their deals bring is left. */
    earning(share: number) {
      margin = share;
    },
    imported: (day: number) => scribe.knownSince(desk.momentOf(day, 0)),
    lifecycle(stage: 'lead' | 'opportunity' | 'customer' | 'evangelist', day: number) {
      scribe.note({ lifecyclestage: stage, [`hs_lifecyclestage_${stage}_date`]: iso(desk.momentOf(day, 0)) });
    },
    optedOut(day: number) {
      scribe.note({ hs_email_optout: 'true' });
      scribe.since('hs_email_optout', desk.momentOf(day, 9));
    },

    ordered(day: number, amount = random.int(40, 260), refundedDay?: number) {
      const at = desk.momentOf(day, 3);
      const back: Record<string, string> =
        refundedDay === undefined
          ? { hs_payment_status: 'PAID' }
          : { hs_payment_status: 'REFUNDED', hs_refund_amount: String(amount) };
      scribe.write(
        'orders',
        at,
        {
          hs_order_name: `Beans for ${person.first} ${person.last}`,
          hs_total_price: String(amount),
          hs_currency_code: 'EUR',
          hs_external_created_date: iso(at),
          hs_external_order_status: 'fulfilled',
          ...(store === null ? {} : { hs_source_store: store }),
          ...back,
        },
        refundedDay === undefined ? {} : { updatedAt: desk.momentOf(refundedDay, 5) },
      );
    },
    deal(told: DealTold): string {
      const changed = told.changed ?? told.closed ?? told.opened;
      const reason: Record<string, string> =
        told.lostBecause === undefined ? {} : { closed_lost_reason: told.lostBecause };
      const properties = {
        dealname: `Espresso machine for ${person.last}`,
        pipeline: 'default',
        dealstage: told.stage,
        amount: String(told.amount ?? random.int(18, 95) * 100),
        ...reason,
        ...sold,
        ...told.says,
      };
      return dealRecord(told.opened, properties, told.closed, changed, told.with ?? []);
    },
    project(told: ProjectTold): string {
      const properties = {
        dealname: `Coffee corner for ${person.last}`,
        pipeline: 'projects',
        dealstage: told.stage,
        amount: String(told.amount ?? random.int(60, 240) * 100),
      };
      return dealRecord(told.opened, properties, told.delivered, told.opened, []);
    },
    ticket: (day: number, closed: number | null) => ticket(day, closed, 'GENERAL_INQUIRY', 'MEDIUM'),
    complaint: (day: number, closed: number | null, remedy?: 'replacement' | 'explanation') =>
      ticket(day, closed, 'PRODUCT_ISSUE', 'HIGH', remedy),
    nps: (day: number, value: number) =>
      answer(day, 'NPS', value, value > 8 ? 'promoter' : value > 6 ? 'passive' : 'detractor'),
    csat: (day: number, value: number) =>
      answer(day, 'CSAT', value, value > 3 ? 'happy' : value > 2 ? 'neutral' : 'unhappy'),
  };

  function ticket(
    day: number,
    closed: number | null,
    category: string,
    priority: string,
    remedy?: string,
  ): void {
    const at = desk.momentOf(day, 3);
    const closedAt = closed === null ? null : desk.momentOf(closed, 8);
    scribe.write(
      'tickets',
      at,
      {
        subject:
          category === 'PRODUCT_ISSUE' ? 'Machine out of order again' : 'Question about the subscription',
        createdate: iso(at),
        hs_pipeline: '0',
        hs_pipeline_stage: closed === null ? '3' : '4',
        hs_ticket_category: category,
        hs_ticket_priority: priority,
        source_type: 'EMAIL',
        hubspot_owner_id: ownerId,
        ...(closedAt === null ? {} : { closed_date: iso(closedAt) }),
        ...(remedy === undefined ? {} : { remedy }),
      },
      { updatedAt: closedAt ?? at },
    );
  }

  function answer(day: number, type: 'NPS' | 'CSAT', value: number, group: string): void {
    const at = desk.momentOf(day, 4);
    scribe.write('feedback_submissions', at, {
      hs_survey_type: type,
      hs_survey_name: type === 'NPS' ? 'Would you recommend us?' : 'How was the delivery?',
      hs_survey_channel: 'EMAIL',
      hs_value: String(value),
      hs_response_group: group,
      hs_submission_timestamp: iso(at),
    });
  }
}
