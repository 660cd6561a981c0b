/**
 * What we read of HubSpot's answers. Unknown fields are ignored, since HubSpot adds some at any time; a missing one that
 * we need makes the answer unreadable. Ids arrive as text or as numbers, depending on the endpoint, and leave as text.
 */
import { z } from 'zod';

const id = z.union([z.string(), z.number().int()]).transform(String);
const paging = z.object({ next: z.object({ after: z.string() }).optional() }).nullish();

const associated = z.object({ results: z.array(z.object({ id })), paging });

export const recordSchema = z.object({
  id,
  properties: z.record(z.string(), z.string().nullish()),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
  archived: z.boolean().optional(),
  associations: z.record(z.string(), associated).optional(),
});

export type HubSpotRecord = z.infer<typeof recordSchema>;

export const listSchema = z.object({ results: z.array(recordSchema), paging });

/** `errors`: what a 207 says of those that failed. */
const batchError = z.object({
  category: z.string().optional().catch(undefined),
  context: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
});

export const batchSchema = z.object({
  results: z.array(recordSchema),
  errors: z.array(batchError).optional().catch(undefined),
});

const version = z.object({
  value: z.string().nullish(),
  timestamp: z.string(),
  sourceType: z.string().nullish().catch(undefined),
});

export const historySchema = z.object({
  results: z.array(
    z.object({ id, propertiesWithHistory: z.record(z.string(), z.array(version)).optional() }),
  ),
});

export const foundSchema = z.object({ results: z.array(recordSchema) });

export const searchSchema = z.object({ total: z.number().int().nonnegative() });

export const searchedSchema = searchSchema.extend({ results: z.array(recordSchema) });

export const associationsSchema = z.object({
  results: z.array(
    z.object({
      from: z.object({ id }),
      to: z.array(
        z.object({
          toObjectId: id,
          associationTypes: z.array(z.object({ typeId: z.number().int() })).default([]),
        }),
      ),
      paging,
    }),
  ),
});

export const labelsSchema = z.object({
  results: z.array(
    z.object({
      typeId: z.number().int(),
      label: z
        .string()
        .nullish()
        .transform((label) => label ?? null),
    }),
  ),
});

export const statusesSchema = z.object({
  results: z.array(
    z.object({
      subscriberIdString: z.string(),
      statuses: z.array(
        z.object({
          subscriptionId: id,
          subscriptionName: z.string().nullish(),
          status: z.string(),
          legalBasis: z.string().nullish(),
          timestamp: z.string().nullish(),
        }),
      ),
    }),
  ),
});

export const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive(),
  hub_id: z.number().int().positive().optional(),
  user_id: z.number().int().optional(),
  scopes: z.array(z.string()).optional(),
});

export const introspectionSchema = z.object({
  active: z.boolean(),
  hub_id: z.number().int().positive(),
  user_id: z.number().int().optional(),
  scopes: z.array(z.string()),
});

export const accountSchema = z.object({
  portalId: z.number().int(),
  timeZone: z.string(),
  uiDomain: z.string(),
  companyCurrency: z.string().nullish(),
});

export const propertiesSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string().optional(),
      type: z.string(),
      fieldType: z.string(),
      groupName: z.string().optional(),
      options: z
        .array(
          z.object({
            value: z.string(),
            label: z.string(),
            displayOrder: z.number().optional(),
            hidden: z.boolean().optional(),
          }),
        )
        .optional(),
    }),
  ),
});

/** The same, as the provenance register reads them. */
export const contactPropertiesSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      fieldType: z.string(),
      groupName: z.string().optional(),
      hubspotDefined: z.boolean().optional(),
      calculated: z.boolean().optional(),
      dataSensitivity: z.string().optional(),
    }),
  ),
});

export type ExistingProperty = z.infer<typeof propertiesSchema>['results'][number];

export const groupsSchema = z.object({ results: z.array(z.object({ name: z.string() })) });

export const createdSchema = z.object({
  results: z.array(z.object({ name: z.string() })).optional(),
});

export const quotaSchema = z.object({
  byObjectType: z
    .array(z.object({ objectTypeId: z.string(), limit: z.number(), usage: z.number() }))
    .optional(),
  overallLimit: z.number().optional(),
  overallUsage: z.number().optional(),
});

export const pipelinesSchema = z.object({
  results: z.array(
    z.object({
      id,
      label: z.string(),
      stages: z.array(
        z.object({
          id,
          label: z.string(),
          displayOrder: z.number(),
          metadata: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

/** HubSpot's errors: the standard form, the limiter's and the token endpoint's in one; every field is optional. */
export const errorSchema = z.object({
  status: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  subCategory: z.string().optional().catch(undefined),
  correlationId: z.string().optional().catch(undefined),
  errorType: z.string().optional().catch(undefined),
  policyName: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        code: z.string().optional().catch(undefined),
        subCategory: z.string().optional().catch(undefined),
        context: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
});

export type ErrorBody = z.infer<typeof errorSchema>;
