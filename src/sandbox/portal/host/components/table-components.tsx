/** HubSpot's tables, with sorting and paging left to the card as in the SDK. */
import type { TableCellProps, TableElementProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';

export function Table(props: TableProps) {
  const { bordered = true, flush, density = 'default', children } = props;
  return (
    <div className={`hs-table-wrap${flush ? ' flush' : ''}`}>
      <table className={`hs-table ${density}${bordered ? ' bordered' : ''}`}>{children}</table>
      {props.paginated && <Pages {...props} />}
    </div>
  );
}

type PagesProps = Extract<TableProps, { paginated: true }>;

function Pages({
  page = 1,
  pageCount,
  onPageChange,
  showFirstLastButtons,
  showButtonLabels = true,
  maxVisiblePageButtons = 10,
}: PagesProps) {
  const first = Math.max(
    1,
    Math.min(page - Math.floor(maxVisiblePageButtons / 2), pageCount - maxVisiblePageButtons + 1),
  );
  const numbers = Array.from({ length: Math.min(maxVisiblePageButtons, pageCount) }, (_, at) => first + at);
  const step = (to: number, mark: string, words: string) => (
    <button
      type="button"
      className="hs-page"
      disabled={to < 1 || to > pageCount || to === page}
      aria-label={words}
      onClick={() => onPageChange(to)}
    >
      {mark}
      {showButtonLabels && mark.length === 1 ? ` ${words.split(' ')[0]}` : ''}
    </button>
  );
  return (
    <nav className="hs-pages" aria-label="Table pages">
      {showFirstLastButtons && step(1, '«', 'First page')}
      {step(page - 1, '‹', 'Prev page')}
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          className="hs-page"
          aria-current={number === page ? 'page' : undefined}
          onClick={() => onPageChange(number)}
        >
          {number}
        </button>
      ))}
      {step(page + 1, '›', 'Next page')}
      {showFirstLastButtons && step(pageCount, '»', 'Last page')}
    </nav>
  );
}

export function TableHead({ children }: TableElementProps) {
  return <thead>{children}</thead>;
}

export function TableBody({ children }: TableElementProps) {
  return <tbody>{children}</tbody>;
}

export function TableFooter({ children }: TableElementProps) {
  return <tfoot>{children}</tfoot>;
}

export function TableRow({ children }: TableElementProps) {
  return <tr>{children}</tr>;
}

const nextSort = { ascending: 'descending', descending: 'ascending', none: 'ascending' } as const;
const sortMarks = { ascending: '▲', descending: '▼', none: '↕' } as const;

export function TableHeader(props: TableHeaderProps) {
  const { align = 'left', width, children } = props;
  const style = cellStyle(align, width);
  if (!('onSortChange' in props)) {
    return (
      <th scope="col" style={style}>
        {children}
      </th>
    );
  }
  const { sortDirection, onSortChange, disabled } = props;
  return (
    <th scope="col" style={style} aria-sort={sortDirection}>
      <button
        type="button"
        className="hs-plain"
        disabled={disabled}
        onClick={() => onSortChange(nextSort[sortDirection])}
      >
        {children} <span aria-hidden="true">{sortMarks[sortDirection]}</span>
      </button>
    </th>
  );
}

export function TableCell({ align = 'left', width, colSpan, children }: TableCellProps) {
  return (
    <td style={cellStyle(align, width)} colSpan={colSpan}>
      {children}
    </td>
  );
}

function cellStyle(textAlign: 'left' | 'center' | 'right', width: TableCellProps['width']): CSSProperties {
  if (width === undefined || width === 'auto') return { textAlign };
  if (width === 'min') return { textAlign, width: '1%', whiteSpace: 'nowrap' };
  return { textAlign, width: width === 'max' ? '100%' : width };
}
