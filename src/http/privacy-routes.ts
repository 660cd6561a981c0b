/**
 * What the privacy part of the settings page asks: to find, export and erase a person, and to leave the portal. For admins
 * alone, since all of it is about other people; an address is sent in the body and never stands in a path.
 */
import type { ErasedView, LeftView, NotAdminView, PersonView } from '@rapport/shared/contract-privacy.ts';
import { z } from 'zod';
import type { LegalBasis } from '../usecases/choices.ts';
import type { Person } from '../usecases/corrections.ts';
import { CrmError } from '../usecases/crm-error.ts';
import type { FoundPerson } from '../usecases/person-on-request.ts';
import type { StoredTable } from '../usecases/personal-data.ts';
import type { Clock, ContactId, PortalId } from '../usecases/ports.ts';
import type { RemovedProperties } from '../usecases/removed-properties.ts';
import { contactIdShape } from './card-routes.ts';
import { HttpError } from './http-error.ts';
import { parsedJson } from './raw-body.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { openedLink, signedQuery } from './signed-link.ts';
import { personOf } from './viewer.ts';

export type PrivacyDeps = {
  readonly isAdmin: (portal: PortalId, person: Person) => Promise<boolean>;
  readonly isInstalled: (portal: PortalId) => Promise<boolean>;
  readonly find: (portal: PortalId, who: string) => Promise<FoundPerson | null>;
  /** Returns how many rows went. */
  readonly erase: (portal: PortalId, contact: ContactId) => Promise<number>;
  readonly leave: (portal: PortalId, properties: 'keep' | 'remove') => Promise<RemovedProperties>;
  readonly legalBasis: (portal: PortalId) => Promise<LegalBasis | null>;
  readonly stored: (portal: PortalId, contact: ContactId) => Promise<readonly StoredTable[]>;
  readonly publicUrl: string;
  readonly secrets: readonly string[];
  readonly clock: Clock;
};

const finding = z.object({ who: z.union([contactIdShape, z.email().max(320)]) });
const erasing = z.object({ contactId: contactIdShape });
const leaving = z.object({ properties: z.enum(['keep', 'remove']) });

export function privacyRoutes(deps: PrivacyDeps): readonly Route[] {
  const post = <T>(
    path: string,
    shape: z.ZodType<T>,
    act: (portal: PortalId, body: T) => Promise<Reply>,
  ): Route => ({
    method: 'POST',
    path: `/privacy/${path}`,
    auth: 'viewer',
    answer: async (call, portal) => {
      const mayAsk = await deps.isAdmin(portal, personOf(call));
      if (!mayAsk) return json(403, { kind: 'not-admin' } satisfies NotAdminView);
      if (!(await deps.isInstalled(portal))) throw new HttpError(404, 'not installed');
      const body = shape.safeParse(parsedJson(call.body).value);
      if (!body.success) throw new HttpError(400, 'not a question about a person', { cause: body.error });
      return unlessUnreachable(act(portal, body.data));
    },
  });
  return [
    post('find', finding, (portal, { who }) => find(deps, portal, who)),
    post('erase', erasing, async (portal, { contactId }) =>
      json(200, { kind: 'erased', rows: await deps.erase(portal, contactId) } satisfies ErasedView),
    ),
    post('leave', leaving, async (portal, { properties }) => {
      const { removed, kept } = await deps.leave(portal, properties);
      return json(200, { kind: 'left', removed: removed.length, kept } satisfies LeftView);
    }),
    { method: 'GET', path: '/privacy/export', auth: 'link', answer: (call) => download(deps, call) },
  ];
}

async function find(deps: PrivacyDeps, portal: PortalId, who: string): Promise<Reply> {
  const found = await deps.find(portal, who);
  if (found === null) return json(404, { kind: 'nobody' } satisfies PersonView);
  const { contact, label, tables } = found;
  const [secret = ''] = deps.secrets;
  const link = { purpose: 'export-person', portal, about: contact } as const;
  const view: PersonView = {
    kind: 'person',
    contactId: contact,
    label,
    tables: tables.map(({ table, rows }) => ({ table, rows: rows.length })),
    exportUrl: `${deps.publicUrl}/privacy/export?${signedQuery(secret, link, deps.clock.now())}`,
  };
  return json(200, view);
}

/** A file, since one person's rows may be more than HubSpot lets a page fetch. */
async function download(deps: PrivacyDeps, call: Call): Promise<Reply> {
  const link = openedLink(deps.secrets, 'export-person', call.query, deps.clock.now());
  if (link?.about === undefined) throw new HttpError(404, 'no such link');
  const { portal, about: contact } = link;
  const tables = await deps.stored(portal, contact);
  const legalBasis = await deps.legalBasis(portal);
  const exportedAt = new Date(deps.clock.now()).toISOString();
  return {
    status: 200,
    type: 'json',
    body: JSON.stringify({ portal, contact, exportedAt, legalBasis, tables }, null, 2),
    headers: { 'Content-Disposition': `attachment; filename="rapport-${portal}-${contact}.json"` },
  };
}

/** HubSpot could not be asked or told: nothing was done, and trying again is safe. */
async function unlessUnreachable(reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new HttpError(503, 'HubSpot did not answer', { cause: error });
  }
}
