/** The apps of the portal as the connected-apps page shows them, and their custom workflow actions. */
import type { AppDeclaration } from '../app-declaration.ts';
import type { Grants } from '../oauth/grants.ts';
import type { CustomActionView, EventTypeView, InstalledAppView } from '../sandbox-api-for-pages.ts';

export function viewApp(grants: Grants, app: AppDeclaration): InstalledAppView {
  const installation = grants.installation(app.appId);
  return {
    appId: app.appId,
    name: app.name,
    installed: installation !== undefined,
    installedAt: installation?.installedAt ?? null,
    requiredScopes: app.requiredScopes,
    optionalScopes: app.optionalScopes,
    grantedScopes: installation?.scopes ?? [],
    withheldScopes: grants.withheld(app.appId),
    installUrl: app.installUrl ?? null,
  };
}

/** Actions of installed apps only: others cannot be chosen in a workflow. English where the app does not speak the language. */
export function viewCustomActions(grants: Grants, language: string): CustomActionView[] {
  return grants.apps
    .filter((app) => grants.installation(app.appId) !== undefined)
    .flatMap((app) => app.workflowActions ?? [])
    .map(({ uid, name, labels, inputFields = [], outputFields = [] }) => {
      const said = labels?.[language];
      return {
        uid,
        name: said?.name ?? name,
        inputFields: inputFields.map((field) => ({
          ...field,
          label: said?.inputs[field.name] ?? field.label,
          options: field.options ?? [],
          required: field.required ?? false,
        })),
        outputFields: outputFields.map((field) => ({
          ...field,
          label: said?.outputs[field.name] ?? field.label,
          options: field.options ?? [],
        })),
      };
    });
}

export function viewEventTypes(grants: Grants): EventTypeView[] {
  return grants.apps
    .filter((app) => grants.installation(app.appId) !== undefined)
    .flatMap((app) => app.eventTypes ?? [])
    .map(({ uid, name, properties }) => ({
      uid,
      label: name,
      properties: properties.map((property) => ({
        ...property,
        label: property.label ?? property.name,
        options: property.options ?? [],
      })),
    }));
}
