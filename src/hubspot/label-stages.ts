/**
 * What the options of our stage properties are called in a portal: by the stages' names, or in plain words. Values stay, so
 * that lists and workflows go on; an option that the portal renamed itself keeps the portal's word.
 */
import { plainStageNames, stageNames } from '../relationship/stage/stage-names.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import type { PropertyPlan } from './provision.ts';
import { type ExistingProperty, propertiesSchema } from './schemas.ts';
import { paths } from './versions.ts';

type Option = NonNullable<ExistingProperty['options']>[number];

/** Throws `CrmError`. Repeatable: what is called so already is left alone. */
export async function labelStages(
  calls: Calls,
  { properties }: PropertyPlan,
  portal: PortalId,
  isPlain: boolean,
): Promise<void> {
  const doing = `read the contact properties of portal ${portal}`;
  const path = paths.properties('contacts');
  const stands = await calls.read(portal, { method: 'GET', path, lane: 'general', doing }, propertiesSchema);
  const ours = new Set(properties.map(({ name }) => name));
  for (const { name, options = [] } of stands.results) {
    if (!ours.has(name)) continue;
    const called = options.map((option, order) => ({
      displayOrder: order,
      hidden: false,
      ...option,
      label: labelOf(option, isPlain),
    }));
    if (called.every(({ label }, place) => label === options[place]?.label)) continue;
    await calls.send(portal, {
      method: 'PATCH',
      path: paths.property('contacts', name),
      json: { options: called },
      lane: 'general',
      doing: `name the options of ${name} in portal ${portal}`,
    });
  }
}

function labelOf({ value, label }: Option, isPlain: boolean): string {
  const names: Readonly<Record<string, string>> = stageNames.en;
  const plain: Readonly<Record<string, string>> = plainStageNames.en;
  const [from, to] = isPlain ? [names, plain] : [plain, names];
  return label !== undefined && label === from[value] ? (to[value] ?? label) : (label ?? '');
}
