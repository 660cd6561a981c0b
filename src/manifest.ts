/**
 * Reads app.json, the one declaration of the app: what it asks for, listens to and writes. HubSpot's project files are
 * generated from it, the adapter provisions from it, and the sandbox installs by it.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const url = z.url({ protocol: /^https$/ });
const path = z.string().regex(/^\/[a-z0-9/-]+$/);
const name = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

const option = z.strictObject({ value: z.string().min(1), label: z.string().min(1) });

const scope = z.strictObject({
  name: z.string().min(1),
  /** Why we ask, in words an admin reads on the install page. */
  reason: z.string().min(1),
  /** What the admin does without when it is not granted. */
  lost: z.string().min(1),
});

const property = z
  .strictObject({
    name,
    label: z.string().min(1),
    type: z.enum(['enumeration', 'string', 'number', 'datetime', 'bool']),
    fieldType: z.enum(['select', 'checkbox', 'text', 'textarea', 'number', 'date', 'booleancheckbox']),
    description: z.string().min(1),
    /** Created first where a portal's quota of properties is short. */
    core: z.boolean(),
    /** `computed`: written by us alone. `shared`: written by people and forms, too. */
    author: z.enum(['computed', 'shared']),
    formField: z.boolean(),
    options: z.array(option).min(2).optional(),
  })
  .refine((it) => (it.type === 'enumeration' || it.type === 'bool') === (it.options !== undefined), {
    error: 'exactly the enumerations and bools have options',
  })
  .refine((it) => it.formField === (it.author === 'shared'), {
    error: 'people write the shared properties, and only those',
  });

const watchedObject = z.strictObject({
  /** HubSpot's plural path name, as in our ports. */
  type: z.string().min(1),
  /** HubSpot's name in a subscription. */
  objectType: z.string().min(1),
  /** HubSpot's type id, as it stands in a delivery and in a link to a record. */
  objectTypeId: z.string().regex(/^0-\d+$/),
  /** Without it HubSpot stays silent about this object. */
  scope: z.string().min(1),
  changes: z.array(z.enum(['creation', 'deletion', 'merge', 'restore', 'associationChange'])).min(1),
  properties: z.array(z.string().min(1)),
});

const appEvent = z.strictObject({
  name: z.enum(['stage_changed', 'milestone_reached', 'recovery_opened', 'recovery_closed']),
  /** The developer symbol by which HubSpot's full event name is looked up; unchangeable once deployed. */
  uid: name,
  label: z.string().min(1).max(50),
  objectType: z.literal('CONTACT'),
  headerTemplate: z.string().min(1).max(1000),
  detailTemplate: z.string().min(1).max(10_000),
  properties: z.array(
    z.strictObject({
      name,
      label: z.string().min(1),
      type: z.enum(['string', 'number', 'enumeration', 'date', 'datetime']),
      options: z.array(option).optional(),
    }),
  ),
});

const field = z.strictObject({
  name,
  type: z.enum(['enumeration', 'string', 'number', 'datetime']),
  options: z.array(option).min(2).optional(),
});

const actionTexts = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** What the card in the workflow says; `{{field}}` stands for an input. */
  card: z.string().min(1),
  /** By field: its label, and what to put into an input. */
  inputs: z.record(z.string(), z.strictObject({ label: z.string().min(1), help: z.string().min(1) })),
  outputs: z.record(z.string(), z.string().min(1)),
});

const workflowAction = z
  .strictObject({
    name: z.enum(['assess_now', 'check_guardrail', 'set_desired', 'open_recovery_case']),
    uid: name,
    path,
    /** `field`: may be taken from a property of the enrolled contact, too. */
    inputs: z.array(field.extend({ required: z.boolean(), from: z.enum(['static', 'field']) })),
    outputs: z.array(field).min(1),
    labels: z.strictObject({ en: actionTexts, de: actionTexts }),
    /** How an agent may use it, where the account has agents; null for what no agent is to do. */
    agent: z
      .strictObject({ toolType: z.enum(['GET_DATA', 'TAKE_ACTION']), description: z.string().min(1) })
      .nullable(),
  })
  .refine(
    ({ inputs, outputs, labels }) => Object.values(labels).every((texts) => isWorded(texts, inputs, outputs)),
    {
      error: 'every field has a label in every language, and nothing else has',
    },
  );

type Named = readonly { readonly name: string }[];

function isWorded(texts: z.infer<typeof actionTexts>, inputs: Named, outputs: Named): boolean {
  const same = (words: object, fields: Named) =>
    Object.keys(words).sort().join() ===
    fields
      .map((it) => it.name)
      .sort()
      .join();
  return same(texts.inputs, inputs) && same(texts.outputs, outputs);
}

const declaration = z.strictObject({
  name: z.string().min(1).max(200),
  uid: name,
  description: z.string().min(1).max(8192),
  /** Public origin of the service: HubSpot calls it and the cards fetch from it. */
  backend: url,
  redirectPath: path,
  permittedUrls: z.strictObject({ fetch: z.array(url), iframe: z.array(url), img: z.array(url) }),
  support: z.strictObject({ supportEmail: z.email(), documentationUrl: url, supportUrl: url }),
  scopes: z.strictObject({ required: z.array(scope).min(1), optional: z.array(scope) }),
  webhooks: z.strictObject({
    path,
    /** Per portal; HubSpot wants more than 5. */
    maxConcurrentRequests: z.int().min(6),
    objects: z.array(watchedObject).min(1),
    hubEvents: z.array(z.literal('contact.privacyDeletion')),
  }),
  propertyGroup: z.strictObject({ name, label: z.string().min(1) }),
  properties: z.array(property).min(1),
  appEvents: z.array(appEvent),
  workflowActions: z.array(workflowAction),
});

export type Manifest = Readonly<z.infer<typeof declaration>> & {
  /** Where HubSpot sends the admin back to after consent. */
  readonly redirectUrl: string;
  /** Where HubSpot delivers webhooks. */
  readonly webhookUrl: string;
  readonly subscriptions: readonly Subscription[];
};

export type ScopeDeclaration = z.infer<typeof scope>;
export type PropertyDeclaration = z.infer<typeof property>;
export type WatchedObject = z.infer<typeof watchedObject>;
export type WorkflowActionDeclaration = z.infer<typeof workflowAction>;

/** One webhook subscription; `objectType` is null for a hub event, `propertyName` for all but a property change. */
export type Subscription = {
  readonly subscriptionType: string;
  readonly objectType: string | null;
  readonly objectTypeId: string | null;
  readonly propertyName: string | null;
};

/** Parses a declaration; throws with every problem at once, because a wrong app.json is a bug of ours. */
export function parseManifest(value: unknown): Manifest {
  const parsed = declaration.safeParse(value);
  if (!parsed.success) throw new Error(`app.json is not valid:\n${z.prettifyError(parsed.error)}`);
  const it = parsed.data;
  return {
    ...it,
    redirectUrl: it.backend + it.redirectPath,
    webhookUrl: it.backend + it.webhooks.path,
    subscriptions: subscriptionsOf(it.webhooks),
  };
}

export function loadManifest(): Manifest {
  return parseManifest(JSON.parse(readFileSync(new URL('../app.json', import.meta.url), 'utf8')));
}

function subscriptionsOf(webhooks: z.infer<typeof declaration>['webhooks']): Subscription[] {
  const crm = webhooks.objects.flatMap(({ objectType, objectTypeId, changes, properties }) => [
    ...changes.map((change) => ({
      subscriptionType: `object.${change}`,
      objectType,
      objectTypeId,
      propertyName: null,
    })),
    ...properties.map((propertyName) => ({
      subscriptionType: 'object.propertyChange',
      objectType,
      objectTypeId,
      propertyName,
    })),
  ]);
  const hub = webhooks.hubEvents.map((subscriptionType) => ({
    subscriptionType,
    objectType: null,
    objectTypeId: null,
    propertyName: null,
  }));
  return [...crm, ...hub];
}
