/**
 * What stands beside a deal: the line items of won ones, one call per hundred of them, and companies that stand between,
 * one call of the associations' own lane per page, in portals that have a label for it. Where neither was granted, or
 * there is no such label, nothing is asked.
 */
import type { PortalId } from '../usecases/ports.ts';
import type { Associations } from './associations.ts';
import type { Calls } from './calls.ts';
import { batchSchema } from './schemas.ts';
import { type CrmRecord, isTrue, type Meaning, numberIn, textOf } from './signals/crm-record.ts';
import { paths } from './versions.ts';

export const companiesScope = 'crm.objects.companies.read';

const batchSize = 100;

const lineProperties = ['price', 'quantity', 'amount', 'hs_cost_of_goods_sold'] as const;

type Deps = { readonly calls: Calls; readonly associations: Associations };

export async function withDealExtras(
  deps: Deps,
  portal: PortalId,
  deals: readonly CrmRecord[],
  meaning: Meaning,
  granted: readonly string[],
): Promise<readonly CrmRecord[]> {
  if (deals.length === 0) return deals;
  const lines = await readLines(
    deps.calls,
    portal,
    deals.filter((deal) => isWon(deal, meaning)),
  );
  const between = await readIntermediaries(deps.associations, portal, deals, meaning, granted);
  return deals.map((deal) => {
    const sums = (deal.line_items ?? []).map((id) => lines.get(id)).filter((line) => line !== undefined);
    return {
      ...deal,
      ...(sums.length === 0 ? {} : { lines: sums.reduce(addLine) }),
      ...(between.has(deal.id) ? { viaIntermediary: true } : {}),
    };
  });
}

type Line = NonNullable<CrmRecord['lines']>;

function addLine(sum: Line, line: Line): Line {
  const cost = sum.cost === null || line.cost === null ? null : sum.cost + line.cost;
  return { price: sum.price + line.price, cost };
}

function isWon(deal: CrmRecord, { pipelines }: Meaning): boolean {
  const stage = pipelines.dealStages[textOf(deal, 'dealstage') ?? ''];
  return stage === undefined ? isTrue(deal, 'hs_is_closed_won') : stage.outcome === 'won';
}

async function readLines(
  calls: Calls,
  portal: PortalId,
  won: readonly CrmRecord[],
): Promise<ReadonlyMap<string, Line>> {
  const ids = [...new Set(won.flatMap((deal) => deal.line_items ?? []))];
  const found = new Map<string, Line>();
  for (let start = 0; start < ids.length; start += batchSize) {
    const inputs = ids.slice(start, start + batchSize).map((id) => ({ id }));
    const json = { inputs, properties: lineProperties, propertiesWithHistory: [] };
    const doing = `read ${inputs.length} line items of portal ${portal}`;
    const call = {
      method: 'POST',
      path: paths.batchRead('line_items'),
      json,
      lane: 'general',
      doing,
    } as const;
    for (const raw of (await calls.read(portal, call, batchSchema)).results) {
      const line = lineOf(raw.properties);
      if (line !== null) found.set(raw.id, line);
    }
  }
  return found;
}

/** `amount` is the net price of the whole line, `hs_cost_of_goods_sold` the cost of one piece. A line without a price says nothing. */
function lineOf(properties: CrmRecord['properties']): Line | null {
  const quantity = numberIn(properties, 'quantity') ?? 1;
  const unit = numberIn(properties, 'price');
  const price = numberIn(properties, 'amount') ?? (unit === null ? null : unit * quantity);
  const cost = numberIn(properties, 'hs_cost_of_goods_sold');
  return price === null ? null : { price, cost: cost === null ? null : cost * quantity };
}

async function readIntermediaries(
  associations: Associations,
  portal: PortalId,
  deals: readonly CrmRecord[],
  { properties: { intermediaryLabels } }: Meaning,
  granted: readonly string[],
): Promise<ReadonlySet<string>> {
  if (intermediaryLabels.length === 0 || !granted.includes(companiesScope)) return new Set();
  const ids = deals.map(({ id }) => id);
  const links = await associations.readTyped(portal, 'deals', 'companies', ids);
  const standsBetween = ({ typeIds }: { readonly typeIds: readonly number[] }) =>
    typeIds.some((typeId) => intermediaryLabels.includes(typeId));
  return new Set([...links].filter(([, partners]) => partners.some(standsBetween)).map(([id]) => id));
}
