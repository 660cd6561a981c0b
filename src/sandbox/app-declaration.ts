/** What a portal knows of an app before anybody installs it: the part of the app's own declaration that HubSpot reads. */
export type AppDeclaration = {
  readonly appId: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly description?: string;
  /** Exact addresses that may receive the authorization code. */
  readonly redirectUrls: readonly string[];
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  /** Where a person in the portal begins the installation. */
  readonly installUrl?: string;
  readonly webhooks?: WebhookDeclaration;
  readonly eventTypes?: readonly EventTypeDeclaration[];
  readonly workflowActions?: readonly WorkflowActionDeclaration[];
};

export type WebhookDeclaration = {
  /** The public https address: it is what gets signed. */
  readonly targetUrl: string;
  /** Requests under way to one app at a time; HubSpot's default is 10. */
  readonly maxConcurrentRequests?: number;
  readonly subscriptions: readonly SubscriptionDeclaration[];
};

export type SubscriptionDeclaration = {
  /** `object.creation`, `object.propertyChange`, ... or the older `contact.creation`, `contact.privacyDeletion`, ... */
  readonly subscriptionType: string;
  /** With `object.*` only: `contact`, `meeting_event`, `feedback submission`, or a type id such as `0-1`. */
  readonly objectType?: string;
  readonly propertyName?: string;
};

export type EventTypeDeclaration = {
  /** The uid in the project; the name to send with is `ae{appId}_{uid}`, told by `/types/projects`. */
  readonly uid: string;
  readonly name: string;
  readonly objectType: 'CONTACT' | 'COMPANY' | 'DEAL' | 'TICKET';
  readonly headerTemplate?: string;
  readonly detailTemplate?: string;
  readonly properties: readonly {
    readonly name: string;
    readonly label?: string;
    readonly type: 'string' | 'number' | 'enumeration' | 'date' | 'datetime';
    readonly options?: readonly { readonly value: string; readonly label: string }[];
  }[];
};

export type WorkflowActionDeclaration = {
  readonly uid: string;
  readonly name: string;
  /** By language, what the action and its fields are called in it; `name` and `label` are English. */
  readonly labels?: Readonly<Record<string, ActionLabels>>;
  /** The public https address: it is what gets signed. */
  readonly actionUrl: string;
  /** Contact properties that are sent along. */
  readonly objectProperties?: readonly string[];
  readonly inputFields?: readonly {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
    readonly required?: boolean;
  }[];
  readonly outputFields?: readonly {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
  }[];
};

/** By field name, what the fields are called. */
export type ActionLabels = {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
};

/** The name an app event is sent with. HubSpot makes it of the app's id and the event's uid. */
export function qualifiedEventName(app: AppDeclaration, uid: string): string {
  return `ae${app.appId}_${uid}`;
}
