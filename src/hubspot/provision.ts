/**
 * Brings our property group and properties into a portal, as often as one likes: reads what is there, creates what is
 * missing with the core first where the quota is short, adds options that are missing, and never takes anything away.
 */
import { CrmError } from '../usecases/crm-error.ts';
import type { PortalId, ProvisionReport } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import {
  createdSchema,
  type ExistingProperty,
  groupsSchema,
  propertiesSchema,
  quotaSchema,
} from './schemas.ts';
import { paths } from './versions.ts';

/** What is provisioned; the manifest fits. */
export type PropertyPlan = {
  readonly propertyGroup: { readonly name: string; readonly label: string };
  readonly properties: readonly PlannedProperty[];
};

export type PlannedProperty = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly description: string;
  readonly core: boolean;
  readonly formField: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
};

type Missing = ProvisionReport['missing'][number];
type Outcome = { readonly created: readonly string[]; readonly missing: readonly Missing[] };

const nothing: Outcome = { created: [], missing: [] };
const batchSize = 100;
const contactTypeId = '0-1';

export async function provision(
  calls: Calls,
  plan: PropertyPlan,
  portal: PortalId,
): Promise<ProvisionReport> {
  const wanted = [...plan.properties].sort((a, b) => Number(b.core) - Number(a.core));
  const existing = await unlessForbidden(existingProperties(calls, portal));
  if (existing === null) return report([], [], forbidden(wanted));
  const absent = wanted.filter(({ name }) => !existing.has(name));
  const conflicts = wanted.filter((property) => isConflict(property, existing.get(property.name)));
  const present = wanted.filter((property) => existing.has(property.name) && !conflicts.includes(property));
  const made = await unlessForbidden(create(calls, plan, portal, absent));
  // Who may not create may not change either; what is there serves as it is.
  if (made === null) return report(present, conflicts, forbidden(absent));
  const unfit: PlannedProperty[] = [];
  for (const property of present) {
    if (!(await addOptions(calls, portal, property, existing.get(property.name)))) unfit.push(property);
  }
  const fitting = present.filter((property) => !unfit.includes(property));
  return report(fitting, [...conflicts, ...unfit], made);
}

/** Whether one of these properties of ours is gone, of another type, or lacks an option that we write. */
export async function hasChanged(
  calls: Calls,
  plan: PropertyPlan,
  portal: PortalId,
  names: readonly string[],
): Promise<boolean> {
  const ours = plan.properties.filter(({ name }) => names.includes(name));
  if (ours.length === 0) return false;
  const existing = await existingProperties(calls, portal);
  return ours.some((planned) => {
    const stands = existing.get(planned.name);
    return stands === undefined || isConflict(planned, stands) || lackingOptions(planned, stands).length > 0;
  });
}

function lackingOptions({ options = [] }: PlannedProperty, existing: ExistingProperty | undefined) {
  const there = new Set(existing?.options?.map(({ value }) => value));
  return options.filter(({ value }) => !there.has(value));
}

async function unlessForbidden<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isScope(error)) return null;
    throw error;
  }
}

function forbidden(properties: readonly PlannedProperty[]): Outcome {
  return { created: [], missing: properties.map(({ name }) => ({ name, reason: 'scope' })) };
}

function report(
  present: readonly PlannedProperty[],
  conflicts: readonly PlannedProperty[],
  made: Outcome,
): ProvisionReport {
  return {
    created: made.created,
    present: present.map(({ name }) => name),
    missing: [...conflicts.map(({ name }): Missing => ({ name, reason: 'conflict' })), ...made.missing],
  };
}

async function existingProperties(
  calls: Calls,
  portal: PortalId,
): Promise<ReadonlyMap<string, ExistingProperty>> {
  const doing = `read the contact properties of portal ${portal}`;
  const call = { method: 'GET', path: paths.properties('contacts'), lane: 'general', doing } as const;
  const answer = await calls.read(portal, call, propertiesSchema);
  return new Map(answer.results.map((property) => [property.name, property]));
}

/** A property of that name with another type is somebody else's: we neither write to it nor change it. */
function isConflict(planned: PlannedProperty, existing: ExistingProperty | undefined): boolean {
  return existing !== undefined && existing.type !== planned.type;
}

async function create(
  calls: Calls,
  plan: PropertyPlan,
  portal: PortalId,
  absent: readonly PlannedProperty[],
): Promise<Outcome> {
  if (absent.length === 0) return nothing;
  await ensureGroup(calls, plan, portal);
  const free = await freeQuota(calls, portal);
  const fitting = free === null ? absent : absent.slice(0, free);
  const quotaShort = absent.slice(fitting.length).map(({ name }): Missing => ({ name, reason: 'quota' }));
  let outcome: Outcome = nothing;
  for (let start = 0; start < fitting.length; start += batchSize) {
    outcome = both(outcome, await createBatch(calls, plan, portal, fitting.slice(start, start + batchSize)));
  }
  return both(outcome, { created: [], missing: quotaShort });
}

async function ensureGroup(calls: Calls, plan: PropertyPlan, portal: PortalId): Promise<void> {
  const doing = `create our property group in portal ${portal}`;
  const path = paths.propertyGroups('contacts');
  const groups = await calls.read(portal, { method: 'GET', path, lane: 'general', doing }, groupsSchema);
  if (groups.results.some(({ name }) => name === plan.propertyGroup.name)) return;
  const json = { ...plan.propertyGroup, displayOrder: -1 };
  // 409: another installation run was faster.
  await calls.send(portal, { method: 'POST', path, json, lane: 'general', doing, accept: [409] });
}

/** Null where the portal does not say; then the refusals themselves tell what does not fit. */
async function freeQuota(calls: Calls, portal: PortalId): Promise<number | null> {
  const doing = `read the property quota of portal ${portal}`;
  try {
    const call = { method: 'GET', path: paths.propertyQuota, lane: 'general', doing } as const;
    const quota = await calls.read(portal, call, quotaSchema);
    const contacts = quota.byObjectType?.find(({ objectTypeId }) => objectTypeId === contactTypeId);
    return contacts === undefined ? null : Math.max(0, contacts.limit - contacts.usage);
  } catch (error) {
    // Knowing the quota only saves calls: without the right to read it the answer is the same, refusal by refusal.
    if (isScope(error) || isRefusal(error)) return null;
    throw error;
  }
}

/** A refused batch is split, so that one property which does not fit costs none of the others; the core stands first. */
async function createBatch(
  calls: Calls,
  plan: PropertyPlan,
  portal: PortalId,
  batch: readonly PlannedProperty[],
): Promise<Outcome> {
  try {
    const inputs = batch.map((property) => definition(property, plan.propertyGroup.name));
    const path = paths.propertyBatchCreate('contacts');
    const doing = `create ${batch.length} properties in portal ${portal}`;
    const call = { method: 'POST', path, json: { inputs }, lane: 'general', doing } as const;
    const answer = await calls.read(portal, call, createdSchema);
    const names = new Set((answer.results ?? []).map(({ name }) => name));
    const created = batch.filter(({ name }) => names.has(name)).map(({ name }) => name);
    const missing = batch.filter(({ name }) => !names.has(name));
    if (missing.length === 0 || missing.length === batch.length)
      return { created, missing: missing.map(asQuota) };
    return both({ created, missing: [] }, await createBatch(calls, plan, portal, missing));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [only] = batch;
    if (batch.length === 1 && only !== undefined)
      return { created: [], missing: [await whyNot(calls, portal, only)] };
    const half = Math.ceil(batch.length / 2);
    const first = await createBatch(calls, plan, portal, batch.slice(0, half));
    return both(first, await createBatch(calls, plan, portal, batch.slice(half)));
  }
}

/** A name that is there after all (archived, or made meanwhile) is a conflict; otherwise there was no room for it. */
async function whyNot(calls: Calls, portal: PortalId, property: PlannedProperty): Promise<Missing> {
  const doing = `look for the property ${property.name} in portal ${portal}`;
  const call = {
    method: 'GET',
    path: paths.property('contacts', property.name),
    lane: 'general',
    doing,
  } as const;
  const answer = await calls.send(portal, { ...call, accept: [404] });
  return answer.status === 404 ? asQuota(property) : { name: property.name, reason: 'conflict' };
}

function asQuota({ name }: PlannedProperty): Missing {
  return { name, reason: 'quota' };
}

function definition(property: PlannedProperty, groupName: string) {
  const { name, label, type, fieldType, description, formField } = property;
  const options = property.options?.map((option, displayOrder) => ({
    ...option,
    displayOrder,
    hidden: false,
  }));
  // Never hidden: a hidden property cannot be chosen as a trigger of a workflow.
  const shape = {
    name,
    label,
    type,
    fieldType,
    description,
    groupName,
    formField,
    hidden: false,
    displayOrder: -1,
  };
  return options === undefined ? shape : { ...shape, options };
}

/**
 * Options that the portal added or renamed stay; those we need and it lacks are put behind them. False when the portal
 * does not let us: a property without its options is none that we can write.
 */
async function addOptions(
  calls: Calls,
  portal: PortalId,
  property: PlannedProperty,
  existing: ExistingProperty | undefined,
): Promise<boolean> {
  const there = existing?.options ?? [];
  const lacking = lackingOptions(property, existing);
  if (lacking.length === 0) return true;
  const kept = there.map((option, order) => ({ displayOrder: order, hidden: false, ...option }));
  const added = lacking.map((option, order) => ({
    ...option,
    displayOrder: there.length + order,
    hidden: false,
  }));
  const doing = `add options to ${property.name} in portal ${portal}`;
  const path = paths.property('contacts', property.name);
  const json = { options: [...kept, ...added] };
  try {
    await calls.send(portal, { method: 'PATCH', path, json, lane: 'general', doing });
    return true;
  } catch (error) {
    if (isScope(error) || isRefusal(error)) return false;
    throw error;
  }
}

function both(a: Outcome, b: Outcome): Outcome {
  return { created: [...a.created, ...b.created], missing: [...a.missing, ...b.missing] };
}

function isScope(error: unknown): boolean {
  return error instanceof CrmError && error.failure === 'missing-scope';
}

function isRefusal(error: unknown): boolean {
  return error instanceof CrmError && (error.failure === 'invalid-input' || error.failure === 'not-found');
}
