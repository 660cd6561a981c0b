import type { Manifest, WorkflowActionDeclaration } from '../manifest.ts';
import type {
  ActionLabels,
  AppDeclaration,
  WorkflowActionDeclaration as DeclaredAction,
} from '../sandbox/app-declaration.ts';

/** The app's credentials in the sandbox: a portal on this machine gives them, and they open nothing else. */
export const sandboxCredentials = {
  appId: 4_711_001,
  clientId: '5a4d0b7e-0000-4000-8000-sandbox00001',
  clientSecret: 'sandbox-client-secret',
};

/** What the sandbox portal is told of our app: app.json, as HubSpot would read it from the uploaded project. */
export function declareApp(manifest: Manifest, serviceUrl: string): AppDeclaration {
  return {
    ...sandboxCredentials,
    name: manifest.name,
    description: manifest.description,
    redirectUrls: [manifest.redirectUrl, `${serviceUrl}${manifest.redirectPath}`],
    requiredScopes: manifest.scopes.required.map(({ name }) => name),
    optionalScopes: manifest.scopes.optional.map(({ name }) => name),
    installUrl: `${serviceUrl}/oauth/install`,
    webhooks: {
      targetUrl: manifest.webhookUrl,
      maxConcurrentRequests: manifest.webhooks.maxConcurrentRequests,
      subscriptions: manifest.subscriptions.map(({ subscriptionType, objectType, propertyName }) => ({
        subscriptionType,
        ...(objectType === null ? {} : { objectType }),
        ...(propertyName === null ? {} : { propertyName }),
      })),
    },
    workflowActions: manifest.workflowActions.map((action) => declareAction(manifest.backend, action)),
    eventTypes: manifest.appEvents.map(
      ({ uid, label, objectType, headerTemplate, detailTemplate, properties }) => ({
        uid,
        name: label,
        objectType,
        headerTemplate,
        detailTemplate,
        properties: properties.map(({ options, ...property }) => ({
          ...property,
          ...(options ? { options } : {}),
        })),
      }),
    ),
  };
}

function declareAction(
  backend: string,
  { uid, path, inputs, outputs, labels: { en, de } }: WorkflowActionDeclaration,
): DeclaredAction {
  return {
    uid,
    name: en.name,
    labels: { de: labelsOf(de) },
    actionUrl: backend + path,
    inputFields: inputs.map(({ name, type, options, required }) => ({
      name,
      label: en.inputs[name]?.label ?? name,
      type,
      required,
      ...(options ? { options } : {}),
    })),
    outputFields: outputs.map(({ name, type, options }) => ({
      name,
      label: en.outputs[name] ?? name,
      type,
      ...(options ? { options } : {}),
    })),
  };
}

function labelsOf({ name, inputs, outputs }: WorkflowActionDeclaration['labels']['de']): ActionLabels {
  const labels = Object.entries(inputs).map(([field, { label }]) => [field, label]);
  return { name, inputs: Object.fromEntries(labels), outputs };
}
