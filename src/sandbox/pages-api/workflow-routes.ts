/** Routes of the workflow page: list, make, switch, delete, and the log of runs. */
import { Router } from 'express';
import { z } from 'zod';
import type { SandboxParts } from '../sandbox.ts';
import type { Condition, NewWorkflow, WorkflowAction } from '../workflow-shapes.ts';
import { viewEventTypes } from './apps-view.ts';
import { wholeNumber } from './contact-list.ts';
import { newWorkflow } from './new-workflow.ts';
import { notThere, PageRefusal } from './page-refusal.ts';
import { bodyOf, pathPart, queryOf } from './page-request.ts';

export function workflowRoutes({ store, book, clock, grants }: SandboxParts): Router {
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
  router.get('/workflow-events', (_request, response) => response.json(viewEventTypes(grants)));
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

/** Every contact property that the workflow names. */
function propertiesIn({ trigger, filters, actions }: NewWorkflow): string[] {
  return [
    ...(trigger.kind === 'event' ? [] : [trigger.property]),
    ...filters.flatMap(namedIn),
    ...actions.flatMap(propertiesOfAction),
  ];
}

function propertiesOfAction(action: WorkflowAction): string[] {
  if (action.kind === 'set-property') return [action.property];
  if (action.kind !== 'branch') return [];
  return [...namedIn(action.condition), ...[...action.yes, ...action.no].flatMap(propertiesOfAction)];
}

function namedIn({ of, name }: Condition): string[] {
  return of === 'property' ? [name] : [];
}
