/** The provenance register, as the settings page shows it and as a file. It holds definitions and never a value. */
import type { RegisterView } from '@rapport/shared/contract-settings.ts';
import type { Clock, PortalId } from '../usecases/ports.ts';
import type { Register } from '../usecases/register.ts';
import { HttpError } from './http-error.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { openedLink, signedQuery } from './signed-link.ts';

export type RegisterDeps = {
  /** Null for a portal that is not installed. */
  readonly register: (portal: PortalId) => Promise<Register | null>;
  readonly publicUrl: string;
  readonly secrets: readonly string[];
  readonly clock: Clock;
};

export function registerRoutes(deps: RegisterDeps): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/settings/register',
      auth: 'viewer',
      answer: (_call, portal) => view(deps, portal),
    },
    { method: 'GET', path: '/settings/register.csv', auth: 'link', answer: (call) => file(deps, call) },
  ];
}

async function view(deps: RegisterDeps, portal: PortalId): Promise<Reply> {
  const register = await deps.register(portal);
  if (register === null) throw new HttpError(404, 'not installed');
  const [secret = ''] = deps.secrets;
  const query = signedQuery(secret, { purpose: 'export-register', portal }, deps.clock.now());
  const answer: RegisterView = {
    kind: 'register',
    readAt: register.readAt === null ? null : new Date(register.readAt).toISOString(),
    rows: register.rows.map(({ name, label, class: of, source, purposes }) => ({
      name,
      label,
      class: of,
      source,
      purposes,
    })),
    csvUrl: `${deps.publicUrl}/settings/register.csv?${query}`,
  };
  return json(200, answer);
}

async function file(deps: RegisterDeps, call: Call): Promise<Reply> {
  const link = openedLink(deps.secrets, 'export-register', call.query, deps.clock.now());
  const register = link === null ? null : await deps.register(link.portal);
  if (register === null) throw new HttpError(404, 'no such link');
  return {
    status: 200,
    type: 'csv',
    body: registerCsv(register),
    headers: { 'Content-Disposition': `attachment; filename="rapport-register-${link?.portal}.csv"` },
  };
}

const columns = [
  'name',
  'label',
  'group',
  'definedBy',
  'class',
  'classifiedBy',
  'source',
  'purposes',
  'purposesFrom',
  'decide',
  'mention',
] as const;

/** RFC 4180. */
export function registerCsv({ rows }: Register): string {
  const lines = rows.map((row) => columns.map((column) => cell([row[column]].flat().join(' '))));
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** A label of the portal's own could be a formula to a spreadsheet, which an apostrophe in front keeps from running. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
