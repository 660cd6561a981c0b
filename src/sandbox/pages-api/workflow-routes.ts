/** Routes of the workflow page: list, make, switch, delete, and the log of runs. */
import { Router } from 'express';
import { z } from 'zod';
import type { SandboxParts } from '../sandbox.ts';
import type { NewWorkflow } from '../sandbox-api-for-pages.ts';
import { wholeNumber } from './contact-list.ts';
import { notThere, PageRefusal } from './page-refusal.ts';
import { bodyOf, pathPart, queryOf } from './page-request.ts';

const newWorkflow = z.object({
  name: z.string().min(1),
  trigger: z.object({
    objectType: z.literal('contact'),
    property: z.string(),
    operator: z.enum(['changed', 'is any of']),
    values: z.array(z.string()).default([]),
  }),
  actions: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('log'), message: z.string() }),
      z.object({ kind: z.literal('set-property'), property: z.string(), value: z.string() }),
      z.object({ kind: z.literal('create-task'), subject: z.string() }),
      z.object({
        kind: z.literal('custom'),
        actionUid: z.string(),
        inputFields: z.record(z.string(), z.string()).default({}),
      }),
    ]),
  ),
});

export function workflowRoutes({ store, book, clock }: SandboxParts): Router {
  const router = Router();
  router
    .route('/workflows')
    .get((_request, response) => response.json(book.list()))
    .post((request, response) => {
      const given = bodyOf<NewWorkflow>(request, newWorkflow);
      const unknown = propertiesIn(given).find((name) => store.catalog.find('contacts', name) === undefined);
      if (unknown !== undefined)
        throw new PageRefusal(400, `Contacts have no property ${unknown}.`, 'property');
      response.status(201).json(book.add(given, clock.now()));
    });
  router.get('/workflows/log', (request, response) => {
    const query = queryOf(request);
    const runs = book.runs({
      workflowId: query.get('workflowId') ?? undefined,
      contactId: query.get('contactId') ?? undefined,
      limit: wholeNumber(query.get('limit'), 100),
    });
    response.json(runs);
  });
  router
    .route('/workflows/:id')
    .patch((request, response) => {
      const { enabled } = bodyOf(request, z.object({ enabled: z.boolean() }));
      const workflow = book.setEnabled(pathPart(request, 'id'), enabled);
      if (workflow === undefined) throw notThere('such workflow');
      response.json(workflow);
    })
    .delete((request, response) => {
      if (!book.remove(pathPart(request, 'id'))) throw notThere('such workflow');
      response.status(204).end();
    });
  return router;
}

function propertiesIn(workflow: NewWorkflow): string[] {
  const set = workflow.actions.flatMap((action) => (action.kind === 'set-property' ? [action.property] : []));
  return [workflow.trigger.property, ...set];
}
