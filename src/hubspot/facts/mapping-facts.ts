/** Where every standing fact of a contact comes from: one line for each, beside the table of the signals. */
import type { PropertyMapping } from '../../usecases/property-mapping.ts';
import type { SignalMapping } from '../signals/crm-record.ts';
import { notedFields, notedProperties } from './noted.ts';

export type FactRow = {
  readonly fact: string;
  /** Of the contact. */
  readonly properties: readonly string[];
  /** The portal's own properties it is read from, by the settings that name them. */
  readonly mapped: readonly (keyof PropertyMapping)[];
  readonly setting: keyof SignalMapping | null;
  /** The scope beside that of contacts. */
  readonly scope: string | null;
  readonly rule: string;
  /** What is not known without it. */
  readonly lost: string;
};

const own = { properties: [], setting: null, scope: null } as const;

export const factRows: readonly FactRow[] = [
  {
    ...own,
    fact: 'objection',
    properties: ['rapport_objection'],
    mapped: [],
    rule: 'True, in any spelling.',
    lost: 'Objections would have to come by another way.',
  },
  {
    ...own,
    fact: 'key, mailbox',
    properties: ['email', 'phone', 'mobilephone'],
    mapped: ['sharedMailbox'],
    setting: 'roleMailboxes',
    rule: 'One person’s own address, else the phone; a role mailbox and an address of several people identify nobody.',
    lost: 'Who buys: the contact counts as unidentified.',
  },
  {
    ...own,
    fact: 'consent to tracking',
    mapped: ['trackingConsent'],
    rule: 'A filled field says yes or no; an empty one says nothing.',
    lost: 'Behaviour counts as seen covertly.',
  },
  {
    ...own,
    fact: 'tracked source',
    properties: ['hs_analytics_source'],
    mapped: [],
    rule: 'HubSpot’s original source; OFFLINE says only that somebody put the contact there.',
    lost: 'How they first met us.',
  },
  {
    ...own,
    fact: 'claimed source',
    mapped: ['claimedSource'],
    rule: 'Their answer, read as one of our kinds by its words; the words are not kept. It beats what was tracked.',
    lost: 'Word of mouth that nobody tracked.',
  },
  {
    ...own,
    fact: 'promise',
    properties: ['first_conversion_event_name'],
    mapped: ['promised'],
    rule: 'What we promised for the first form, by the name of the form.',
    lost: 'Whether we kept it cannot be asked.',
  },
  {
    ...own,
    fact: 'introductions',
    mapped: ['caseStudyAt', 'mentionedAt', 'spokeAt', 'introducedLabels'],
    rule: 'A case study they agreed to, a word in public, a talk; a colleague by the label of a link, dated when that one came.',
    lost: 'Advocacy that leaves no other trace.',
  },
  {
    ...own,
    fact: 'legal basis',
    properties: ['hs_legal_basis'],
    mapped: [],
    rule: 'HubSpot’s own choices, and those of the subscriptions. Where the portal keeps none, nothing is known.',
    lost: 'A contract as the only basis, and that none was recorded.',
  },
  {
    ...own,
    fact: 'subscriptions, consent',
    properties: ['hs_marketable_status', 'hs_email_optout_*'],
    mapped: ['consentAt', 'optOutTypes'],
    scope: 'communication_preferences.statuses.batch.read',
    rule: 'The statuses of marketing contacts, one call per hundred of them; without the scope only refusals and the portal’s own date of consent. HubSpot opens the statuses to Marketing Hub Enterprise.',
    lost: 'Who agreed to what, and when that grows old.',
  },
  {
    ...own,
    fact: 'marketing mail in sight',
    properties: ['hs_email_delivered', 'hs_email_first_send_date', 'hs_email_last_send_date'],
    mapped: [],
    rule: 'Only where there were no more mails than we have dates.',
    lost: 'The true contact pressure may be higher, and the verdict says so.',
  },
  {
    ...own,
    fact: 'wishes about contact',
    mapped: ['askedUntil', 'cadenceDays', 'noCalls'],
    rule: 'Not before a date, at most one outreach in so many days, not by phone.',
    lost: 'Wishes that only a person remembers.',
  },
  {
    ...own,
    fact: 'special care',
    mapped: ['vulnerable'],
    rule: 'A child, or somebody in need of special care.',
    lost: 'Nobody is protected by it.',
  },
  {
    ...own,
    fact: 'desired relationship',
    properties: ['rapport_desired_relationship', 'rapport_desired_relationship_source'],
    mapped: [],
    rule: 'What they said, who says so, and since when by the history of the property: one call more per fifty contacts who said it. Without source or date it is no answer.',
    lost: 'Too close and too distant cannot be told.',
  },
  {
    ...own,
    fact: 'captivity',
    properties: ['rapport_desired_relationship'],
    mapped: ['captive'],
    rule: 'They cannot leave, or want every need met.',
    lost: 'A tie may be taken for loyalty.',
  },
  {
    ...own,
    fact: 'owner since',
    properties: ['hubspot_owner_id', 'hubspot_owner_assigneddate'],
    mapped: [],
    rule: 'When the present owner was assigned.',
    lost: 'Whether somebody is known to them by name.',
  },
  {
    ...own,
    fact: 'company',
    properties: ['associatedcompanyid'],
    mapped: [],
    rule: 'Whether there is one.',
    lost: 'Ties between companies are not offered.',
  },
  {
    ...own,
    fact: 'segment',
    mapped: ['segment'],
    rule: 'As the portal calls it.',
    lost: 'The whole portal is one segment.',
  },
  {
    ...own,
    fact: 'interest',
    mapped: ['interests'],
    rule: 'The first they named, kept as a hash: to count who shares it needs no more.',
    lost: 'Limited clubs and communities are not offered.',
  },
  {
    ...own,
    fact: 'ties',
    mapped: ['sharedPlan', 'onSite', 'integration', 'exitTerms', 'introductionConsent'],
    rule: 'A shared plan, meetings at their place, connected systems; a way out in writing; consent to be introduced.',
    lost: 'Partnership shows by meetings only; structural ties and communities are not offered.',
  },
  {
    ...own,
    fact: 'filled properties',
    properties: notedProperties,
    mapped: notedFields,
    rule: 'That they are filled, and at most 20 of those that an admin classified; never what they hold. Where values come from is in the provenance register, which is read at install and every night: three calls.',
    lost: 'Which properties may be mentioned, and which not.',
  },
];

/** The part of docs/signals.md that tells of them. */
export function factsDocument(): string {
  const rows = factRows.map(({ fact, properties, mapped, setting, scope, rule, lost }) => {
    const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');
    const settings = [...(setting === null ? [] : [setting]), ...mapped];
    const cells = [fact, code(properties), scope === null ? '' : `\`${scope}\``, code(settings), rule, lost];
    return `| ${cells.join(' | ')} |`;
  });
  return `${intro}\n${rows.join('\n')}`;
}

const intro = `## Where each standing fact comes from

All of these come with the contact itself, so that they cost no call, but where a line says so. What a portal does not say
is *not visible*: never a no, and never a guess.

| fact | properties | scope | setting | rule | not known without it |
|---|---|---|---|---|---|`;
