import type { PortalExtension, PortalFrame } from '../../portal-frame.ts';
import type { ExtensionContext } from '../host/protocol.ts';
import type { Language } from '../locale.ts';

/** What a card is told about where it runs. */
export function cardContext(
  { portal, app, variables }: PortalFrame,
  card: PortalExtension,
  language: Language,
  crm?: ExtensionContext['crm'],
  page?: ExtensionContext['page'],
): ExtensionContext {
  const { id, email, firstName, lastName } = portal.user;
  return {
    location: card.location,
    portal: { id: portal.portalId, timezone: portal.timeZone },
    user: {
      id,
      email,
      emails: [email],
      firstName,
      lastName,
      roles: [],
      teams: [],
      locale: language === 'de' ? 'de-de' : 'en-us',
      language,
      permissions: ['integrations-management-write'],
    },
    variables,
    extension: { appId: app.appId, appName: app.name, cardTitle: card.title },
    ...(crm ? { crm } : {}),
    ...(page ? { page } : {}),
  };
}
