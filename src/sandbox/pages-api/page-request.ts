/** Reads what a request of the portal's pages carries. */
import type { Request } from 'express';
import type { z } from 'zod';
import { parseBody } from '../api/dispatch.ts';

export function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://portal').searchParams;
}

export function bodyOf<T>(request: Request, schema: z.ZodType<T>): T {
  return parseBody(schema, typeof request.body === 'string' ? request.body : '');
}

export function pathPart(request: Request, name: string): string {
  const part = request.params[name];
  return typeof part === 'string' ? part : '';
}
