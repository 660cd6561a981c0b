/**
 * What the sandbox portal answers to its own pages, under `/_sandbox/*`: JSON, no authentication, no rate limit.
 * Changes made here are a user's changes in the portal (`changeSource` CRM_UI): they fire webhooks and workflows.
 * Times are ms since epoch on the sandbox's clock. Refusals are 400, 404 or 409 with a `PageError`.
 *
 * | call | body | answer |
 * |---|---|---|
 * | GET /_sandbox/portal | | PortalInfo |
 * | GET, POST /_sandbox/clock | ClockMove | ClockState |
 * | GET /_sandbox/contacts?limit&offset&query&sort&direction&columns=a,b&filter=property:value (repeatable) | | ContactList |
 * | GET /_sandbox/records/{type}/{id} | | RecordView |
 * | GET /_sandbox/records/{type}/{id}/timeline?limit&offset&types=emails,calls | | TimelinePage |
 * | GET /_sandbox/records/{type}/{id}/history?property= | | PropertyHistory |
 * | GET /_sandbox/records/{type}/{id}/app-events | | AppEventView[] |
 * | POST /_sandbox/records/{type} | NewRecord | RecordView |
 * | PATCH /_sandbox/records/{type}/{id} | RecordEdit | RecordView |
 * | DELETE /_sandbox/records/{type}/{id} | | 204 |
 * | POST /_sandbox/records/{type}/{id}/restore | | RecordView |
 * | POST /_sandbox/records/{type}/{id}/merge | { otherId } | RecordView |
 * | POST /_sandbox/records/contacts/{id}/form | { form } (the contact submits a form of that name) | RecordView |
 * | POST /_sandbox/records/contacts/{id}/forget | | 204 (privacy deletion) |
 * | GET /_sandbox/properties/{type} | | PropertyCatalogView |
 * | GET /_sandbox/pipelines/{deals or tickets} | | PipelineView[] |
 * | GET /_sandbox/owners | | OwnerView[] |
 * | GET /_sandbox/calls | | CallCounts |
 * | GET /_sandbox/webhooks | | WebhookLog |
 * | GET /_sandbox/apps | | InstalledAppView[] |
 * | POST /_sandbox/apps/{appId}/uninstall | | 204 |
 * | POST /_sandbox/apps/{appId}/withhold | { scopes } (not granted at the next install, and taken away now) | InstalledAppView |
 * | GET /_sandbox/workflows | | WorkflowView[] |
 * | POST /_sandbox/workflows | NewWorkflow | WorkflowView |
 * | PATCH /_sandbox/workflows/{id} | { enabled } | WorkflowView |
 * | DELETE /_sandbox/workflows/{id} | | 204 |
 * | GET /_sandbox/workflows/log?limit&workflowId&contactId | | WorkflowRun[], newest first |
 * | GET /_sandbox/workflow-actions?language | | CustomActionView[] |
 * | GET /_sandbox/workflow-events | | EventTypeView[] |
 *
 * Types are HubSpot's plural path names: contacts, companies, deals, tickets, orders, line_items, emails, calls, meetings,
 * notes, tasks, communications, postal_mail, feedback_submissions, quotes.
 */

export type PageError = { readonly error: { readonly message: string; readonly field?: string } };

export type PortalInfo = {
  readonly portalId: number;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly uiDomain: string;
  /** The person who is at the portal's pages; sent along by hubspot.fetch. */
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
  };
};

export type ClockState = { readonly now: number; readonly offset: number };
export type ClockMove = { readonly advanceMs: number } | { readonly advanceTo: number };

export type ContactRow = {
  readonly id: string;
  readonly title: string;
  readonly properties: Readonly<Record<string, string | null>>;
};

export type ContactList = {
  readonly total: number;
  readonly offset: number;
  readonly results: readonly ContactRow[];
};

export type PropertyOption = {
  readonly value: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
};

export type PropertyView = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly groupName: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options: readonly PropertyOption[];
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly hubspotDefined: boolean;
};

export type PropertyGroupView = {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
};

export type PropertyCatalogView = {
  readonly groups: readonly PropertyGroupView[];
  readonly properties: readonly PropertyView[];
};

export type LinkedRecord = {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly label: string | null;
};

export type RecordView = {
  readonly type: string;
  readonly typeId: string;
  readonly id: string;
  /** A name that a person would recognise: full name, subject, deal name ... */
  readonly title: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archived: boolean;
  /** Set when this id was merged away: the id that was asked for, while the answer is the surviving record. */
  readonly mergedFrom: string | null;
  readonly properties: Readonly<Record<string, string>>;
  /** Linked records by type, newest first, at most 100 of each; `linkCounts` has all. */
  readonly links: Readonly<Record<string, readonly LinkedRecord[]>>;
  readonly linkCounts: Readonly<Record<string, number>>;
};

export type TimelineItem = {
  readonly type: string;
  readonly id: string;
  /** When it happened: hs_timestamp, close date, order date ... */
  readonly at: number;
  readonly title: string;
  /** One line about it: direction, outcome, stage, amount. */
  readonly summary: string;
  readonly ownerName: string | null;
  readonly properties: Readonly<Record<string, string>>;
};

/** Newest first. App events of the contact are in it with type `app_events`. */
export type TimelinePage = {
  readonly total: number;
  readonly offset: number;
  readonly results: readonly TimelineItem[];
};

export type HistoryEntry = {
  readonly value: string;
  readonly at: number;
  readonly source: string;
  /** Who: the app's name, the user's name or the workflow's name. */
  readonly sourceLabel: string;
};

/** By property, newest first. */
export type PropertyHistory = Readonly<Record<string, readonly HistoryEntry[]>>;

export type AppEventView = {
  readonly id: string;
  readonly eventTypeName: string;
  readonly appName: string;
  readonly at: number;
  /** The declared header template with the values in it. */
  readonly header: string;
  readonly properties: Readonly<Record<string, string>>;
};

export type NewRecord = {
  readonly properties: Readonly<Record<string, string>>;
  readonly associations?: readonly { readonly type: string; readonly id: string }[];
};

export type RecordEdit = { readonly properties: Readonly<Record<string, string>> };

export type PipelineView = {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly closed: boolean;
    readonly won: boolean;
  }[];
};

export type OwnerView = { readonly id: string; readonly name: string; readonly email: string };

export type CallCounts = {
  /** API calls by apps, refused ones included; the portal's own pages are not counted. */
  readonly total: number;
  /** By what was called, e.g. `objects.list`, `objects.batch.update`, `search`, `associations.batch.read`, `oauth`. */
  readonly byFamily: Readonly<Record<string, number>>;
  /** By method and path with placeholders, e.g. `GET /crm/objects/2026-09/contacts`. */
  readonly byOperation: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Answers 429. */
  readonly rateLimited: number;
  readonly lanes: readonly {
    readonly lane: string;
    readonly max: number;
    readonly windowMs: number;
    readonly used: number;
  }[];
};

export type WebhookLog = {
  readonly waiting: number;
  readonly delivered: number;
  readonly retried: number;
  readonly givenUp: number;
  /** Never sent, because such faults were asked for. */
  readonly lost: number;
  /** Newest first, at most 200 requests. */
  readonly recent: readonly {
    readonly at: number;
    readonly url: string;
    readonly status: number | null;
    readonly attempt: number;
    readonly items: number;
    readonly subscriptions: readonly string[];
  }[];
};

export type InstalledAppView = {
  readonly appId: number;
  readonly name: string;
  readonly installed: boolean;
  readonly installedAt: number | null;
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly grantedScopes: readonly string[];
  readonly withheldScopes: readonly string[];
  /** Where the portal sends a person who clicks Install: the app's own start of the OAuth round trip. */
  readonly installUrl: string | null;
};

export type CustomActionView = {
  readonly uid: string;
  readonly name: string;
  readonly inputFields: readonly {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly required: boolean;
  }[];
  readonly outputFields: readonly FieldView[];
};

export type FieldView = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** An event type of an installed app, as a trigger. */
export type EventTypeView = {
  readonly uid: string;
  readonly label: string;
  readonly properties: readonly FieldView[];
};

export type * from './workflow-shapes.ts';
