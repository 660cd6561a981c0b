/** The list of contacts with the app's columns: searched, sorted, filtered by stage and paged, all kept in the address. */
import { type FormEvent, useMemo, useState } from 'react';
import type { ContactList, InstalledAppView } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type Catalog, useCatalog } from '../api/use-catalog.ts';
import { useFrame } from '../frame.ts';
import { changeQuery, useLocation } from '../router.ts';
import { A } from '../ui/A.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';
import { plural } from '../words.ts';
import { ContactPreview } from './ContactPreview.tsx';
import { type Column, columnsFor, stageProperty } from './contact-columns.tsx';

const pageSize = 25;

export function ContactsPage() {
  const { query } = useLocation();
  const catalog = useCatalog('contacts');
  const columns = useMemo(() => columnsFor(catalog), [catalog]);
  const offset = Number(query.get('offset') ?? 0);
  const contacts = useAnswer<ContactList>(listPath(query, columns, offset), 5000);
  return (
    <div className="page">
      <header className="page-title">
        <div>
          <h1>Contacts</h1>
          <p className="quiet">
            {contacts.kind === 'ready' && plural(contacts.value.total, 'record')}
            {contacts.kind === 'loading' && 'Counting records'}
          </p>
        </div>
        <InstallHint />
      </header>
      <section className="panel" aria-label="All contacts">
        <Filters catalog={catalog} query={query} />
        {contacts.kind === 'loading' && <Loading words="Reading contacts" />}
        {contacts.kind === 'failed' && (
          <Trouble title="The contacts cannot be read" message={contacts.message} retry={contacts.reload} />
        )}
        {contacts.kind === 'ready' && contacts.value.results.length === 0 && (
          <Nothing title="No contact matches" about="contacts">
            Change the search or the stage.
          </Nothing>
        )}
        {contacts.kind === 'ready' && contacts.value.results.length > 0 && (
          <>
            <Rows list={contacts.value} columns={columns} catalog={catalog} query={query} />
            <Paging total={contacts.value.total} offset={offset} />
          </>
        )}
      </section>
    </div>
  );
}

function listPath(query: URLSearchParams, columns: readonly Column[], offset: number): string {
  const params = new URLSearchParams({ limit: String(pageSize), offset: String(offset) });
  params.set('columns', columns.map(({ property }) => property).join(','));
  for (const key of ['query', 'sort', 'direction']) {
    const value = query.get(key);
    if (value) params.set(key, value);
  }
  const stage = query.get('stage');
  if (stage) params.append('filter', `${stageProperty}:${stage}`);
  return `/_sandbox/contacts?${params}`;
}

function InstallHint() {
  const { app } = useFrame();
  const apps = useAnswer<readonly InstalledAppView[]>('/_sandbox/apps', 10_000);
  if (apps.kind !== 'ready' || apps.value.some(({ installed }) => installed)) return null;
  return (
    <A href="/apps" className="button primary">
      Install {app.name}
    </A>
  );
}

function Filters({ catalog, query }: { catalog: Catalog; query: URLSearchParams }) {
  const stages = catalog.find(stageProperty)?.options ?? [];
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    changeQuery({ query: String(new FormData(event.currentTarget).get('query') ?? ''), offset: '' });
  };
  const filtered = query.get('query') || query.get('stage');
  return (
    <div className="filters">
      <search aria-label="Within contacts">
        <form onSubmit={search} className="search-box">
          <Glyph name="search" size={16} />
          <input
            key={query.get('query')}
            type="search"
            name="query"
            defaultValue={query.get('query') ?? ''}
            placeholder="Name, email, company"
            aria-label="Name, email or company"
          />
        </form>
      </search>
      {stages.length > 0 && (
        <label className="inline-field">
          Relationship stage
          <select
            value={query.get('stage') ?? ''}
            onChange={({ target }) => changeQuery({ stage: target.value, offset: '' })}
          >
            <option value="">Any</option>
            {stages.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {filtered && (
        <button
          type="button"
          className="button link"
          onClick={() => changeQuery({ query: '', stage: '', offset: '' })}
        >
          Clear all
        </button>
      )}
    </div>
  );
}

type RowsProps = { list: ContactList; columns: readonly Column[]; catalog: Catalog; query: URLSearchParams };

function Rows({ list, columns, catalog, query }: RowsProps) {
  const { portal } = useFrame();
  const context = { portalId: portal.portalId, timeZone: portal.timeZone, catalog };
  const [previewed, setPreviewed] = useState<string | null>(null);
  return (
    <div className="table-scroll">
      <table className="list">
        <thead>
          <tr>
            {columns.map((column) => (
              <SortableHeader key={column.property} column={column} query={query} />
            ))}
            <th scope="col">
              <span className="sr-only">Preview</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.results.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.property}>{column.cell(row, context)}</td>
              ))}
              <td>
                <button
                  type="button"
                  className="button quiet small"
                  aria-label={`Preview ${row.title}`}
                  onClick={() => setPreviewed(row.id)}
                >
                  Preview
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {previewed !== null && (
        <ContactPreview key={previewed} id={previewed} close={() => setPreviewed(null)} />
      )}
    </div>
  );
}

function SortableHeader({ column, query }: { column: Column; query: URLSearchParams }) {
  const isSorted = query.get('sort') === column.property;
  const descending = isSorted && query.get('direction') === 'desc';
  const sort = () =>
    changeQuery({ sort: column.property, direction: isSorted && !descending ? 'desc' : 'asc', offset: '' });
  return (
    <th scope="col" aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={sort}>
        {column.label}
        <span aria-hidden="true" className="sort-mark">
          {isSorted ? (descending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}

function Paging({ total, offset }: { total: number; offset: number }) {
  const last = Math.min(offset + pageSize, total);
  const go = (to: number) => changeQuery({ offset: to > 0 ? String(to) : '' });
  return (
    <nav className="paging" aria-label="Pages of contacts">
      <button
        type="button"
        className="button quiet small"
        disabled={offset === 0}
        onClick={() => go(offset - pageSize)}
      >
        ‹ Prev
      </button>
      <span>
        {offset + 1}–{last} of {total.toLocaleString('en')}
      </span>
      <button
        type="button"
        className="button quiet small"
        disabled={last >= total}
        onClick={() => go(offset + pageSize)}
      >
        Next ›
      </button>
    </nav>
  );
}
