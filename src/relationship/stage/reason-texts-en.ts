import type { SignalKind } from '../signal/signal.ts';
import type { ReasonTexts, Words } from './reason-texts.ts';

/** The sentences of all reasons in English. */
const words: Words = {
  reached: {
    outreach: 'We reached out',
    page_view: 'They looked at our pages',
    click: 'They clicked in a mail of ours',
    ad: 'An ad of ours reached them',
    referred: 'Somebody referred them to us',
  },
  negotiating: {
    open_deal: 'a deal past qualification is open',
    open_quote: 'a quote is open',
    meetings: 'they met us repeatedly',
  },
  exchange: {
    order: 'They ordered',
    won_deal: 'They signed a deal',
    term: 'A paid contract began',
    lifecycle: 'The CRM says they are a customer',
    registered: 'They registered what they own of us',
    engagement: 'They keep taking part',
  },
  bonding: {
    promoter: 'they would recommend us',
    referral: 'they referred somebody to us',
    review: 'they reviewed us in public',
    renewal: 'they renewed',
    term: 'they signed for a year or longer',
    loyalty: 'they joined the loyalty programme',
    third_cycle: 'they have come back over half a year',
  },
  trouble: {
    complaint: 'a complaint',
    bad_nps: 'a low recommendation score',
    bad_csat: 'a low satisfaction score',
    refund: 'a refund',
    downgrade: 'a downgrade',
    competitor: 'a competitor named',
    price_objection: 'a price objection',
  },
  narrowing: {
    partial_opt_out: 'they opted out of a channel',
    trouble: 'trouble is fresh',
    slower_replies: 'their replies take twice as long',
  },
  narrowed: {
    breadth: 'They use half as many ways to reach us as before',
    depth: 'They are in touch half as often as before',
  },
};

/** What a first touch was. */
const firstWords: Partial<Record<SignalKind, string>> & { readonly other: string } = {
  message: 'They wrote to us',
  call: 'They talked to us on the phone',
  meeting: 'They met us',
  booking: 'They booked a meeting',
  form: 'They filled in a form',
  ticket: 'They came to us with a question',
  opt_in: 'They subscribed',
  other: 'They reacted',
};

const ending = (until: string | null) => (until === null ? '' : ` until ${until}`);

export const englishReasons: ReasonTexts = {
  cause: {
    objection: () => 'This person objected: nothing is assessed.',
    nothing_yet: () => 'Nothing has reached this contact and nothing came back.',
    internal_address: () => 'This address belongs to our own company.',
    role_mailbox: () => 'This is a shared mailbox, not a person.',
    reached: (cause, date) => `${words.reached[cause.how]} (${date(cause.at)}); nothing came back yet.`,
    first_words: (cause, date) =>
      `${firstWords[cause.kind] ?? firstWords.other} on ${date(cause.at)}; nothing is agreed yet.`,
    negotiation_over: (cause, date) => `The deal was lost on ${date(cause.at)}; the acquaintance remains.`,
    negotiating: (cause, date) =>
      `We are agreeing terms: ${words.negotiating[cause.how]} since ${date(cause.at)}.`,
    customer: (cause, date) => `${words.exchange[cause.by]} on ${date(cause.at)}: the exchange runs.`,
    recovery_unproven: (cause, date) =>
      cause.settled
        ? `There was ${words.trouble[cause.trouble]} on ${date(cause.at)}; it is settled, but recovery is not proven yet.`
        : `There is ${words.trouble[cause.trouble]} since ${date(cause.at)}; otherwise the exchange runs.`,
    bonded: (cause, date) =>
      `They bought ${cause.cycles} times, and ${words.bonding[cause.sign]} (${date(cause.at)}).`,
    differs: (cause, date) =>
      `They set themselves apart: ${cause.troubles.map((kind) => words.trouble[kind]).join(' and ')}, last on ${date(cause.at)}.`,
    differs_and_orders_slower: (cause, date) =>
      `There is ${words.trouble[cause.trouble]} since ${date(cause.at)}, and they order less often than they used to.`,
    narrowed: (cause, date) =>
      `${words.narrowed[cause.what]} (${date(cause.at)}), and ${words.narrowing[cause.and]}.`,
    quiet: (cause, date) =>
      `Nothing from them since ${date(cause.lastTouchAt)}, longer than is usual for them.`,
    we_owe_an_answer: (cause, date) =>
      `We owe them an answer since ${date(cause.since)}; it stands still because of us.`,
    renewal_quiet: (cause, date) =>
      `The contract ends on ${date(cause.termEndsAt)} and nothing came from them since ${date(cause.lastTouchAt)}.`,
    deal_stale: (cause, date) =>
      `The open deal has not moved since ${date(cause.changedAt)}, and nothing came from them since ${date(cause.lastTouchAt)}.`,
    withdrew: (cause, date) =>
      `They called off or missed ${cause.count} appointments or channels, last on ${date(cause.at)}.`,
    opted_out: (cause, date) => `They opted out of everything on ${date(cause.at)}.`,
    unanswered: (cause, date) =>
      `${cause.count} personal messages since ${date(cause.firstAt)} stayed unanswered.`,
    faded: (cause, date) => `Nothing from them since ${date(cause.lastTouchAt)}: it has faded away.`,
    faded_owing: (cause, date) =>
      `We never answered what they asked on ${date(cause.since)}, and it has faded away.`,
    cancelled: (cause, date) => `They cancelled on ${date(cause.at)}, effective ${date(cause.effectiveAt)}.`,
    asked_to_stop: (cause, date) => `They asked us to stop on ${date(cause.at)}.`,
    do_not_contact: (cause, date) =>
      `The deal was closed on ${date(cause.at)} with the wish not to be contacted.`,
    account_closed: (cause, date) => `Their account was closed on ${date(cause.at)}.`,
    project_completed: (cause, date) => `The project was completed on ${date(cause.at)}.`,
    set_by_hand: (cause, date) =>
      `A person set this stage on ${date(cause.at)}, to hold until ${date(cause.until)}.`,
  },
  held: {
    none: () => '',
    term: (until) => `The running contract covers their silence${ending(until)}.`,
    rhythm: (until) => `Their own rhythm covers the silence${ending(until)}.`,
    season: (until) => `They buy once a season; silence means nothing${ending(until)}.`,
    meeting: (until) => `A meeting is agreed; silence means nothing${ending(until)}.`,
    date: (until) => `They asked for time${ending(until)}.`,
    colleague: (until) => `A colleague of theirs is still talking to us, which holds it${ending(until)}.`,
    override: (until) => `A person set this stage${ending(until)}.`,
  },
};
