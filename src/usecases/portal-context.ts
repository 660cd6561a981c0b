/** What all contacts of a portal share while they are assessed: resolved once per batch, never per contact. */
import { shippedModel } from '../relationship/portal-model.ts';
import { type Portal, unmeasuredView } from '../relationship/portal-view.ts';
import type { Settings } from '../relationship/settings.ts';
import type { Language } from '../relationship/stage/reason.ts';
import { type ChoicesStore, choicesOf } from './choices.ts';
import type { PortalModels } from './learned.ts';
import type { PortalViews } from './measure-portal.ts';
import type { ActivityType, Installation } from './ports.ts';
import type { Registers } from './register.ts';

export type PortalContext = {
  readonly installation: Installation;
  /** The fitted model, with what is measured over all contacts of the portal. */
  readonly model: Portal;
  readonly settings: Settings;
  /** Of the sentences written into properties. */
  readonly language: Language;
  /** Stages in plain words instead of their names. */
  readonly plainStages: boolean;
};

export type PortalContextDeps = {
  readonly portalModels: Pick<PortalModels, 'current'>;
  readonly views: Pick<PortalViews, 'find'>;
  readonly registers: Pick<Registers, 'find'>;
  readonly choices: Pick<ChoicesStore, 'current'>;
  /** The activity types that these granted scopes let us read. */
  readonly readable: (granted: readonly string[]) => readonly ActivityType[];
};

export async function portalContext(
  deps: PortalContextDeps,
  installation: Installation,
): Promise<PortalContext> {
  const model = (await deps.portalModels.current(installation.portalId)) ?? shippedModel();
  const measured = (await deps.views.find(installation.portalId)) ?? unmeasuredView;
  const register = (await deps.registers.find(installation.portalId))?.properties ?? [];
  const view = { ...measured, register, timeZone: installation.timeZone };
  const { settings, language, neutralLabels } = await choicesOf(deps.choices, installation.portalId);
  return {
    installation,
    model: { ...model, view },
    settings: { ...settings, purchasesVisible: settings.purchasesVisible && sees(deps, installation) },
    language,
    plainStages: neutralLabels,
  };
}

/** The records that say what was bought. A lifecycle stage says only that somebody is a customer. */
const purchases: readonly ActivityType[] = ['deals', 'orders', 'invoices', 'subscriptions'];

function sees({ readable }: Pick<PortalContextDeps, 'readable'>, { scopes }: Installation): boolean {
  const seen = readable(scopes);
  return purchases.some((type) => seen.includes(type));
}
