/** A refusal as HubSpot words it: status, category and a body with a correlation id. */
import { randomUUID } from 'node:crypto';

type Detail = {
  readonly message: string;
  readonly in?: string;
  readonly code?: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
};

type About = {
  readonly status: number;
  readonly category: string;
  readonly message: string;
  readonly subCategory?: string;
  readonly errors?: readonly Detail[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly links?: Readonly<Record<string, string>>;
};

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly about: About;

  constructor(about: About) {
    super(about.message);
    this.about = about;
  }

  get status(): number {
    return this.about.status;
  }

  /** The answer's body, with a correlation id of its own each time. */
  toBody(): Record<string, unknown> {
    const { status: _, message, ...rest } = this.about;
    return { status: 'error', message, correlationId: randomUUID(), ...rest };
  }
}

/** The same refusal as one entry of a 207 answer, where HubSpot fills every field. */
export function toBatchError(about: Omit<About, 'status'>): Record<string, unknown> {
  return { status: 'error', context: {}, errors: [], links: {}, ...about };
}

export function invalid(message: string, errors?: readonly Detail[]): ApiError {
  return new ApiError({ status: 400, category: 'VALIDATION_ERROR', message, ...(errors ? { errors } : {}) });
}

export function notFound(message = 'resource not found'): ApiError {
  return new ApiError({ status: 404, category: 'OBJECT_NOT_FOUND', message });
}

export function conflict(message: string, context?: Readonly<Record<string, readonly string[]>>): ApiError {
  return new ApiError({ status: 409, category: 'CONFLICT', message, ...(context ? { context } : {}) });
}

const scopesPage = 'https://developers.hubspot.com/scopes';

/** @param required scopes of which the app lacks at least one. */
export function missingScopes(required: readonly string[]): ApiError {
  return new ApiError({
    status: 403,
    category: 'MISSING_SCOPES',
    message: `This app hasn't been granted all required scopes to make this call. Read more about required scopes here: ${scopesPage}.`,
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: required },
      },
    ],
    links: { scopes: scopesPage },
  });
}

export function unauthenticated(): ApiError {
  return new ApiError({
    status: 401,
    category: 'INVALID_AUTHENTICATION',
    message: 'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
  });
}

/** @param expiredAt ms since epoch. */
export function expiredAuthentication(expiredAt: number, now: number): ApiError {
  const seconds = Math.max(0, Math.round((now - expiredAt) / 1000));
  return new ApiError({
    status: 401,
    category: 'EXPIRED_AUTHENTICATION',
    message: `The OAuth token used to make this call expired ${seconds} second(s) ago.`,
    context: { 'expire time': [new Date(expiredAt).toISOString()] },
  });
}
