/** A refusal of something that a person asked for on the portal's pages. */
import type { ValueFault } from '../crm/property-value.ts';

export class PageRefusal extends Error {
  override readonly name = 'PageRefusal';
  readonly status: 400 | 404 | 409;
  readonly field: string | undefined;

  constructor(status: 400 | 404 | 409, message: string, field?: string) {
    super(message);
    this.status = status;
    this.field = field;
  }
}

export function notThere(what: string): PageRefusal {
  return new PageRefusal(404, `There is no ${what}.`);
}

export function refusedValue(faults: readonly ValueFault[]): PageRefusal {
  const [first] = faults;
  return new PageRefusal(400, first?.message ?? 'The value does not fit.', first?.property);
}
