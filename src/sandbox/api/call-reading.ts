/** Reads the parts of a call that many operations share: the type in the path, lists in the query, limits. */
import { type ObjectType, objectTypeOf } from '../crm/object-types.ts';
import type { ValueFault } from '../crm/property-value.ts';
import { type ApiError, invalid } from './api-error.ts';
import type { Call, ScopeRule } from './dispatch.ts';

/** The type named in the path, refused as HubSpot does when there is none. */
export function typeIn(params: Readonly<Record<string, string>>, name = 'type'): ObjectType {
  const text = params[name] ?? '';
  const type = objectTypeOf(text);
  if (type === undefined) throw invalid(`Unable to infer object type from: ${text}`);
  return type;
}

/** A scope rule made of one set, or of none when the set is empty (nobody may). */
export function allOf(scopes: readonly string[]): ScopeRule {
  return scopes.length === 0 ? [] : [scopes];
}

export function anyOf(scopes: readonly string[]): ScopeRule {
  return scopes.map((scope) => [scope]);
}

export const readsType = (params: Readonly<Record<string, string>>) => allOf(typeIn(params).read);
export const writesType = (params: Readonly<Record<string, string>>) => allOf(typeIn(params).write);

/** A list in the query, either repeated or with commas. */
export function listIn(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function limitIn(query: URLSearchParams, byDefault: number, max: number): number {
  const text = query.get('limit');
  if (text === null) return byDefault;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > max) {
    throw invalid(`limit must be between 1 and ${max}, it was ${text}`, [
      { message: 'limit out of range', in: 'limit' },
    ]);
  }
  return limit;
}

export function typesIn(query: URLSearchParams, name: string): ObjectType[] {
  return listIn(query, name).map((text) => typeIn({ type: text }));
}

/** Every batch of the API is bounded; HubSpot refuses the whole of a longer one. */
export function refuseLongBatch(inputs: readonly unknown[], max: number): void {
  if (inputs.length > max) {
    throw invalid(
      `The maximum number of inputs supported in a batch request is ${max}, there were ${inputs.length}`,
      [{ message: 'too many inputs', in: 'inputs', code: 'LIMIT_EXCEEDED' }],
    );
  }
}

/** HubSpot's refusal of values that do not fit: the details are told twice, once as JSON inside the message. */
export function invalidValues(faults: readonly ValueFault[], portalId: number): ApiError {
  const inMessage = faults.map((fault) => ({
    isValid: false,
    message: fault.message,
    error: fault.code,
    name: fault.property,
    localizedErrorMessage: fault.message,
    portalId,
  }));
  return invalid(
    `Property values were not valid: ${JSON.stringify(inMessage)}`,
    faults.map((fault) => ({
      message: fault.message,
      code: fault.code,
      context: { propertyName: [fault.property] },
    })),
  );
}

/** The 2026-09 schemas require what older versions leave optional. */
export function isStrict(call: Call): boolean {
  return call.version === '2026-09';
}
