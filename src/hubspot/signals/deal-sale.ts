/** How a deal was sold: in which family, in which currency, through whom, and what its line items brought and cost. */
import type { FactsOf } from '../../relationship/signal/signal.ts';
import { type CrmRecord, isSet, type Meaning, textOf } from './crm-record.ts';

export function soldProperties({ properties: mapped }: Meaning): readonly string[] {
  return [mapped.productFamily, mapped.intermediary].filter((name) => name !== null);
}

/** The product family where the portal has a property for it, else the pipeline, by its id. */
export function familyOf(record: CrmRecord, { properties: { productFamily } }: Meaning): string | null {
  return (productFamily === null ? null : textOf(record, productFamily)) ?? textOf(record, 'pipeline');
}

type Sold = Pick<FactsOf['deal_won'], 'family' | 'currency' | 'viaIntermediary' | 'lines'>;

/** Who the intermediary is, is not kept. */
export function soldThrough(record: CrmRecord, meaning: Meaning): Sold {
  const family = familyOf(record, meaning);
  const currency = textOf(record, 'deal_currency_code');
  const { intermediary } = meaning.properties;
  const isNamed = intermediary !== null && isSet(textOf(record, intermediary));
  return {
    ...(family === null ? {} : { family }),
    ...(currency === null ? {} : { currency }),
    ...(isNamed || record.viaIntermediary === true ? { viaIntermediary: true } : {}),
    ...(record.lines === undefined ? {} : { lines: record.lines }),
  };
}
