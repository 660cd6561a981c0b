/**
 * HubSpot's own properties of each type, as far as an app of this kind meets them. Written one a line:
 * `name | label | type | options or flag`. Flags: `ro` set by the portal alone, `unique`, `external` (options elsewhere),
 * `sensitive` (marked as sensitive data).
 * Types: s text, l long text, n number, d date, t datetime, b yes or no, e one of, m several of, p phone.
 */
import type { ObjectTypeName } from './object-types.ts';
import { commerceTables } from './standard-commerce-tables.ts';

/** On records of every type. */
export const everywhere = `
hs_object_id | Record ID | n | ro
hubspot_owner_id | Owner | e | external
hubspot_team_id | Team | e | external
hubspot_owner_assigneddate | Owner assigned date | t | ro
hs_created_by_user_id | Created by user ID | n | ro
hs_updated_by_user_id | Updated by user ID | n | ro
hs_object_source | Record creation source | s | ro
hs_object_source_label | Record source | s | ro
hs_object_source_id | Record creation source ID | s | ro
hs_merged_object_ids | Merged record IDs | s | ro`;

const stages =
  'subscriber, lead, marketingqualifiedlead, salesqualifiedlead, opportunity, customer, evangelist, other';

const contacts = `
createdate | Create date | t | ro
lastmodifieddate | Last modified date | t | ro
email | Email | s | unique
hs_additional_emails | Additional email addresses | s |
firstname | First name | s |
lastname | Last name | s |
phone | Phone number | p |
mobilephone | Mobile phone number | p |
company | Company name | s |
jobtitle | Job title | s |
website | Website URL | s |
address | Street address | s |
city | City | s |
state | State or region | s |
zip | Postal code | s |
country | Country or region | s |
hs_language | Preferred language | s |
hs_timezone | Time zone | s |
lifecyclestage | Lifecycle stage | e | ${stages}
${stages
  .split(', ')
  .map((stage) => `hs_lifecyclestage_${stage}_date | Became a ${stage} date | t | ro`)
  .join('\n')}
hs_lead_status | Lead status | e | NEW, OPEN, IN_PROGRESS, OPEN_DEAL, UNQUALIFIED, ATTEMPTED_TO_CONTACT, CONNECTED, BAD_TIMING
first_conversion_date | First conversion date | t | ro
first_conversion_event_name | First conversion | s | ro
recent_conversion_date | Recent conversion date | t | ro
recent_conversion_event_name | Recent conversion | s | ro
num_conversion_events | Number of form submissions | n | ro
num_unique_conversion_events | Number of unique forms submitted | n | ro
hs_email_optout | Unsubscribed from all email | b |
hs_email_optout_21004711 | Opted out of email: Newsletter | b |
hs_email_bounce | Marketing emails bounced | n | ro
hs_email_hard_bounce_reason_enum | Email hard bounce reason | s | ro
hs_email_delivered | Marketing emails delivered | n | ro
hs_email_first_send_date | First marketing email send date | t | ro
hs_email_last_send_date | Last marketing email send date | t | ro
hs_email_last_open_date | Last marketing email open date | t | ro
hs_email_last_click_date | Last marketing email click date | t | ro
hs_marketable_status | Marketing contact status | e | true, false
hs_email_quarantined | Email address quarantined | b | ro
hs_legal_basis | Legal basis for processing contact's data | m | Legitimate interest – prospect/lead, Legitimate interest – existing customer, Performance of a contract, Freely given consent from contact, Not applicable
hs_analytics_source | Original traffic source | e | ORGANIC_SEARCH, PAID_SEARCH, EMAIL_MARKETING, SOCIAL_MEDIA, REFERRALS, OTHER_CAMPAIGNS, DIRECT_TRAFFIC, OFFLINE, PAID_SOCIAL
hs_analytics_source_data_1 | Original traffic source drill-down 1 | s | ro
hs_analytics_source_data_2 | Original traffic source drill-down 2 | s | ro
hs_analytics_first_timestamp | Time first seen | t | ro
hs_analytics_last_timestamp | Time last seen | t | ro
hs_analytics_num_visits | Number of sessions | n | ro
hs_latest_source | Latest traffic source | s | ro
associatedcompanyid | Primary associated company ID | n |
notes_last_contacted | Last contacted | t | ro
notes_last_updated | Last activity date | t | ro
num_contacted_notes | Number of times contacted | n | ro
num_associated_deals | Number of associated deals | n | ro
hs_is_contact | Is a contact | b | ro
hs_customer_agent_lead_status | Customer agent lead status | s |`;

const companies = `
createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
name | Company name | s |
domain | Company domain name | s |
industry | Industry | s |
phone | Phone number | p |
city | City | s |
country | Country or region | s |
website | Website URL | s |
description | Description | l |
numberofemployees | Number of employees | n |
annualrevenue | Annual revenue | n |
lifecyclestage | Lifecycle stage | e | ${stages}
type | Type | e | PROSPECT, PARTNER, RESELLER, VENDOR, OTHER
num_associated_contacts | Number of associated contacts | n | ro`;

const deals = `
createdate | Create date | t |
hs_lastmodifieddate | Last modified date | t | ro
dealname | Deal name | s |
dealstage | Deal stage | e | external
pipeline | Pipeline | e | external
amount | Amount | n |
amount_in_home_currency | Amount in company currency | n | ro
deal_currency_code | Currency | s |
closedate | Close date | t |
dealtype | Deal type | e | newbusiness, existingbusiness, renewal
hs_is_closed | Is deal closed? | b | ro
hs_is_closed_won | Is closed won | b | ro
hs_is_closed_lost | Is closed lost | b | ro
hs_closed_amount | Closed deal amount | n | ro
hs_deal_stage_probability | Deal probability | n |
closed_lost_reason | Closed lost reason | l |
closed_won_reason | Closed won reason | l |
description | Deal description | l |
hs_priority | Priority | e | low, medium, high
num_associated_contacts | Number of associated contacts | n | ro`;

const tickets = `
createdate | Create date | t |
hs_lastmodifieddate | Last modified date | t | ro
subject | Ticket name | s |
content | Ticket description | l |
hs_pipeline | Pipeline | e | external
hs_pipeline_stage | Ticket status | e | external
hs_ticket_category | Category | m | PRODUCT_ISSUE, BILLING_ISSUE, FEATURE_REQUEST, GENERAL_INQUIRY
hs_ticket_priority | Priority | e | LOW, MEDIUM, HIGH, URGENT
source_type | Source | e | CHAT, EMAIL, FORM, PHONE
closed_date | Close date | t |
time_to_close | Time to close | n | ro
first_agent_reply_date | First agent email response date | t | ro
hs_is_closed | Is closed | b | ro
hs_last_message_received_at | Last message received at | t | ro
hs_last_message_sent_at | Last response date | t | ro
hs_resolution | Resolution | s |`;

/** On every kind of activity. */
export const activity = `
hs_createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
hs_timestamp | Activity date | t |
hs_activity_type | Activity type | s |
hs_attachment_ids | Attached file IDs | s |
hs_body_preview | Body preview | s | ro
hs_unique_id | Unique ID | s |`;

const outcomes = 'SCHEDULED, COMPLETED, RESCHEDULED, NO_SHOW, CANCELED';

export const activities: Readonly<Record<string, string>> = {
  emails: `
hs_email_direction | Email direction | e | EMAIL, INCOMING_EMAIL, FORWARDED_EMAIL
hs_email_status | Email send status | e | BOUNCED, FAILED, SCHEDULED, SENDING, SENT
hs_email_subject | Email subject | s |
hs_email_text | Email text | l |
hs_email_html | Email body | l |
hs_email_headers | Email headers | l |
hs_email_thread_id | Thread ID | s |
hs_email_message_id | Message ID | s |
hs_email_from_email | Email from address | s | ro
hs_email_from_firstname | Email from first name | s | ro
hs_email_from_lastname | Email from last name | s | ro
hs_email_to_email | Email to address | s | ro
hs_email_cc_email | Email CC address | s | ro
hs_email_sender_email | Email sender address | s | ro
hs_email_open_count | Number of email opens | n | ro
hs_email_reply_count | Number of email replies | n | ro
hs_email_click_count | Number of email clicks | n | ro
hs_email_attached_video_opened | Video opened | b | ro
hs_email_bounce_error_detail_message | Bounce detail | s | ro`,
  calls: `
hs_call_direction | Call direction | e | INBOUND, OUTBOUND
hs_call_disposition | Call outcome | e | 9d9162e7-6cf3-4944-bf63-4dff82258764=Busy, f240bbac-87c9-4f6e-bf70-924b57d47db7=Connected, a4c4c377-d246-4b32-a13b-75a56a4cd0ff=Left live message, b2cf5968-551e-4856-9783-52b3da59a7d0=Left voicemail, 73a0d17f-1163-4015-bdd5-ec830791da20=No answer, 17b47fee-58de-441e-a44c-c6300d46f273=Wrong number
hs_call_duration | Call duration | n |
hs_call_status | Call status | e | BUSY, CALLING_CRM_USER, CANCELED, COMPLETED, CONNECTING, FAILED, IN_PROGRESS, MISSED, NO_ANSWER, QUEUED, RINGING
hs_call_title | Call title | s |
hs_call_body | Call notes | l |
hs_call_from_number | From number | s |
hs_call_to_number | To number | s |
hs_call_recording_url | Recording URL | s |
hs_call_source | Call source | s |`,
  meetings: `
hs_meeting_outcome | Meeting outcome | e | ${outcomes}
hs_meeting_start_time | Meeting start time | t |
hs_meeting_end_time | Meeting end time | t |
hs_meeting_title | Meeting name | s |
hs_meeting_body | Meeting description | l |
hs_internal_meeting_notes | Internal meeting notes | l |
hs_meeting_location | Meeting location | s |
hs_meeting_external_url | Meeting URL | s |
hs_meeting_source | Meeting source | s | ro
hs_attendee_owner_ids | Attendee owners | s |`,
  notes: `
hs_note_body | Note body | l |`,
  tasks: `
hs_task_body | Task notes | l |
hs_task_subject | Task title | s |
hs_task_status | Task status | e | COMPLETED, DEFERRED, IN_PROGRESS, NOT_STARTED, WAITING
hs_task_priority | Priority | e | NONE, LOW, MEDIUM, HIGH
hs_task_type | Task type | e | EMAIL, CALL, TODO, LINKED_IN, MEETING
hs_task_completion_date | Completed at | t | ro
hs_task_is_completed | Is completed | b | ro`,
  communications: `
hs_communication_channel_type | Channel type | e | LINKED_IN_MESSAGE, SMS, WHATS_APP, CUSTOM_CHANNEL_CONVERSATION, FACEBOOK_MESSENGER, LIVE_CHAT
hs_communication_logged_from | Logged from | e | CRM, CONVERSATIONS_MIGRATION, HELP_DESK
hs_communication_body | Communication body | l |
hs_communication_conversation_id | Conversation ID | s |
hs_communication_conversation_object_id | Conversation record ID | n |`,
  postal_mail: `
hs_postal_mail_body | Postal mail body | l |`,
  feedback_submissions: `
hs_survey_type | Survey type | e | NPS, CSAT, CES, CUSTOM
hs_survey_name | Survey name | s |
hs_survey_channel | Survey channel | e | EMAIL, WEB, CHAT
hs_survey_id | Survey ID | n |
hs_response_group | Response group | s |
hs_sentiment | Sentiment | e | POSITIVE, NEUTRAL, NEGATIVE
hs_value | Rating | n |
hs_content | Response | l |
hs_submission_timestamp | Date submitted | t |
hs_contact_id | Contact ID | n |`,
};

export const own: Readonly<Partial<Record<ObjectTypeName, string>>> = {
  contacts,
  companies,
  deals,
  tickets,
  ...commerceTables,
};

/** What the people of this portal defined for themselves, as most portals do; these count as custom properties. */
export const ofThisPortal: Readonly<Partial<Record<ObjectTypeName, string>>> = {
  contacts: `
how_did_you_hear_about_us | How did you hear about us? | e | a friend, a search engine, an advertisement, a trade fair, social media, our shop, other
lead_magnet | Promised for the form | s |
consent_date | Consent given on | d |
tracking_consent | Consent to tracking | e | yes, no
contact_not_before | Not before | d |
contact_every_days | At most one message in so many days | n |
do_not_call | Not by phone | b |
is_minor | Under age | b |
sole_source | We are the only source | b |
shared_mailbox | Address of several people | b |
customer_segment | Segment | e | offices, households, laboratories, studios, ceramics, workshops, kitchens, practices
interests | Interests they told us | m | cycling, ceramics, gardens, music
introduction_consent | May be introduced to others | b |
exit_terms_agreed | Terms of leaving agreed | b |
success_plan | Shared plan | b |
onsite_meetings | We meet at their place | b |
integration_live | Systems connected | b |
case_study_consent_date | Agreed to a case study | d |
public_mention_date | Spoke of us in public | d |
spoke_at_event_date | Spoke at our event | d |
loyalty_tier | Club tier | e | silver, gold
loyalty_member_since | Club member since | d |
referred_by | Referred by | s |
allergies | Allergies | s | sensitive`,
  deals: `
product_family | Product family | e | beans, machines, capsules
sold_through | Sold through | s |
contract_start_date | Contract start | d |
contract_end_date | Contract end | d |
cancellation_notice_date | Notice given on | d |
cancellation_effective_date | Notice in force from | d |
competitor | Competitor | s |`,
  tickets: `
remedy | What we did | e | refund, replacement, repair, credit, apology, explanation`,
};
