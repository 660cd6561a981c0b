/** Workflows: what is set up, a small builder, and the log of what ran. */
import { useState } from 'react';
import type { WorkflowRun, WorkflowView } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type Catalog, useCatalog } from '../api/use-catalog.ts';
import { useFrame } from '../frame.ts';
import { recordPath } from '../router.ts';
import { A } from '../ui/A.tsx';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { plural, wordTime, wordValue } from '../words.ts';
import { actionWords } from '../workflows/ActionFields.tsx';
import { WorkflowBuilder } from '../workflows/WorkflowBuilder.tsx';
import { wordCondition, wordTrigger } from '../workflows/words.ts';

export function WorkflowsPage() {
  const workflows = useAnswer<readonly WorkflowView[]>('/_sandbox/workflows', 4000);
  const catalog = useCatalog('contacts');
  const [isBuilding, setBuilding] = useState(false);
  if (isBuilding) {
    return (
      <WorkflowBuilder
        catalog={catalog}
        close={() => setBuilding(false)}
        created={() => {
          setBuilding(false);
          workflows.reload();
        }}
      />
    );
  }
  return (
    <div className="page">
      <header className="page-title">
        <div>
          <h1>Workflows</h1>
          <p className="quiet">
            Run when a contact's property changes, a date comes near or an app event happens
          </p>
        </div>
        <button type="button" className="button primary" onClick={() => setBuilding(true)}>
          Create workflow
        </button>
      </header>
      <section className="panel" aria-label="Workflows">
        {workflows.kind === 'loading' && <Loading words="Reading workflows" />}
        {workflows.kind === 'failed' && (
          <Trouble
            title="The workflows cannot be read"
            message={workflows.message}
            retry={workflows.reload}
          />
        )}
        {workflows.kind === 'ready' && workflows.value.length === 0 && (
          <Nothing title="No workflows yet" about="integration">
            Create one that runs when a relationship stage changes.
          </Nothing>
        )}
        {workflows.kind === 'ready' && workflows.value.length > 0 && (
          <WorkflowTable workflows={workflows.value} catalog={catalog} reload={workflows.reload} />
        )}
      </section>
      <Runs catalog={catalog} />
    </div>
  );
}

type TableProps = { workflows: readonly WorkflowView[]; catalog: Catalog; reload: () => void };

function WorkflowTable({ workflows, catalog, reload }: TableProps) {
  return (
    <div className="table-scroll">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Runs when</th>
            <th scope="col">Then</th>
            <th scope="col">Runs</th>
            <th scope="col">On</th>
            <th scope="col">
              <span className="sr-only">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {workflows.map((workflow) => (
            <WorkflowRow key={workflow.id} workflow={workflow} catalog={catalog} reload={reload} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { workflow: WorkflowView; catalog: Catalog; reload: () => void };

function WorkflowRow({ workflow, catalog, reload }: RowProps) {
  const { save } = useSaving();
  const change = async (init: { method: string; body?: unknown }) => {
    await save(() => call(`/_sandbox/workflows/${workflow.id}`, init), `${workflow.name} was not changed`);
    reload();
  };
  return (
    <tr>
      <td>
        <strong>{workflow.name}</strong>
      </td>
      <td>
        {wordTrigger(workflow, catalog)}
        {workflow.filters.map((filter) => (
          <div className="quiet" key={`${filter.of} ${filter.name} ${filter.operator}`}>
            if {wordCondition(filter, catalog)}
          </div>
        ))}
      </td>
      <td className="quiet">{workflow.actions.map(({ kind }) => actionWords[kind]).join(', ')}</td>
      <td>{workflow.runs}</td>
      <td>
        <input
          type="checkbox"
          role="switch"
          aria-checked={workflow.enabled}
          aria-label={`${workflow.name} is on`}
          checked={workflow.enabled}
          onChange={({ target }) => void change({ method: 'PATCH', body: { enabled: target.checked } })}
        />
      </td>
      <td>
        <button
          type="button"
          className="button quiet small"
          aria-label={`Delete ${workflow.name}`}
          onClick={() => void change({ method: 'DELETE' })}
        >
          Delete
        </button>
      </td>
    </tr>
  );
}

function Runs({ catalog }: { catalog: Catalog }) {
  const { portal } = useFrame();
  const runs = useAnswer<readonly WorkflowRun[]>('/_sandbox/workflows/log?limit=50', 3000);
  if (runs.kind !== 'ready') return null;
  return (
    <section className="panel" aria-label="Workflow log">
      <div className="panel-title">
        <h2>Log</h2>
        <span className="quiet">{plural(runs.value.length, 'run')}, newest first</span>
      </div>
      {runs.value.length === 0 && <Nothing title="Nothing has run yet" about="hourglass" />}
      {runs.value.length > 0 && (
        <div className="table-scroll">
          <table className="list" data-testid="workflow-log">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Workflow</th>
                <th scope="col">Contact</th>
                <th scope="col">Change</th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {runs.value.map((run) => (
                <tr key={run.id}>
                  <td>{wordTime(run.at, portal.timeZone)}</td>
                  <td>{run.workflowName}</td>
                  <td>
                    <A href={recordPath(portal.portalId, '0-1', run.contactId)}>{run.contactTitle}</A>
                  </td>
                  <td>
                    <Change run={run} catalog={catalog} />
                  </td>
                  <td>
                    <span className={`outcome ${run.state}`}>{run.state}</span>
                    <span className="quiet"> {run.steps.map(({ outcome }) => outcome).join('; ')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Change({ run, catalog }: { run: WorkflowRun; catalog: Catalog }) {
  const property = catalog.find(run.property);
  const word = (value: string | null) => wordValue(value, property, 'UTC') || '(empty)';
  if (run.trigger !== 'property') {
    return (
      <>
        <span className="quiet">{property?.label ?? run.property}: </span>
        {word(run.to)}
      </>
    );
  }
  return (
    <>
      <span className="quiet">{property?.label ?? run.property}: </span>
      {word(run.from)} → <strong>{word(run.to)}</strong>
    </>
  );
}
