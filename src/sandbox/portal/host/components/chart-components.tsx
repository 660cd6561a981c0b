/** HubSpot's two charts as small drawings of our own: bars by category, lines over time or numbers. */
import type { BarChartProps, LineChartProps } from '@hubspot/ui-extensions';
import { useLocale } from '../../locale.ts';
import { type ChartColumn, type ChartSeries, colorOf, layOutChart } from './chart-layout.ts';

const width = 560;
const height = 240;
const inner = { left: 44, top: 12, right: width - 12, bottom: height - 34 };

export function BarChart(props: BarChartProps) {
  const chart = layOutChart(props, useLocale().language);
  const band = (inner.right - inner.left) / Math.max(chart.columns.length, 1);
  const across = chart.stacked ? 1 : chart.series.length;
  const bar = (band * 0.7) / across;
  return (
    <ChartFrame props={props} columns={chart.columns} series={chart.series} most={chart.most}>
      {chart.columns.map((column, at) => {
        let base = 0;
        return chart.series.map((series, nth) => {
          const value = series.values[at] ?? 0;
          const tall = ((inner.bottom - inner.top) * value) / chart.most;
          const x = inner.left + at * band + band * 0.15 + (chart.stacked ? 0 : nth * bar);
          const y = inner.bottom - tall - base;
          if (chart.stacked) base += tall;
          return (
            <rect
              key={`${column.key}/${series.name}`}
              x={x}
              y={y}
              width={bar}
              height={tall}
              rx="2"
              fill={series.color}
            >
              {props.options?.showTooltips !== false && (
                <title>{`${column.label}, ${series.name}: ${value}`}</title>
              )}
            </rect>
          );
        });
      })}
    </ChartFrame>
  );
}

export function LineChart(props: LineChartProps) {
  const chart = layOutChart(props, useLocale().language);
  const x = (at: number) => inner.left + (inner.right - inner.left) * (chart.columns[at]?.share ?? 0);
  const y = (value: number) => inner.bottom - ((inner.bottom - inner.top) * value) / chart.most;
  return (
    <ChartFrame props={props} columns={chart.columns} series={chart.series} most={chart.most} onPoints>
      {chart.series.map((series) => {
        const points = series.values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
        return (
          <g key={series.name}>
            <polyline
              fill="none"
              stroke={series.color}
              strokeWidth="2.5"
              points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
            />
            {points.map(({ at, value }) => (
              <circle key={chart.columns[at]?.key} cx={x(at)} cy={y(value)} r="3.5" fill={series.color}>
                <title>{`${chart.columns[at]?.label}, ${series.name}: ${value}`}</title>
              </circle>
            ))}
          </g>
        );
      })}
    </ChartFrame>
  );
}

type FrameProps = {
  readonly props: BarChartProps;
  readonly columns: readonly ChartColumn[];
  readonly series: readonly ChartSeries[];
  readonly most: number;
  readonly onPoints?: boolean;
  readonly children: React.ReactNode;
};

function ChartFrame({ props, columns, series, most, onPoints, children }: FrameProps) {
  const title =
    props.options?.title ??
    `${props.axes.y.label ?? props.axes.y.field} by ${props.axes.x.label ?? props.axes.x.field}`;
  const span = inner.right - inner.left;
  const place = ({ share }: ChartColumn, at: number) =>
    inner.left + (onPoints ? share * span : ((at + 0.5) * span) / columns.length);
  // Every bar is named: where the names are too long for their bars, they are slanted.
  const isCrowded =
    onPoints !== true && columns.some(({ label }) => label.length * letterWidth > span / columns.length);
  return (
    <figure className="hs-chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height + (isCrowded ? slantedHeight : 0)}`}
        role="img"
        aria-label={`${title}. ${wordsOf(columns, series)}`}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => {
          const y = inner.bottom - share * (inner.bottom - inner.top);
          return (
            <g key={share} className="grid">
              <line x1={inner.left} x2={inner.right} y1={y} y2={y} />
              <text x={inner.left - 6} y={y + 4} textAnchor="end">
                {Math.round(share * most * 100) / 100}
              </text>
            </g>
          );
        })}
        {isCrowded
          ? columns.map((column, at) => (
              <SlantedLabel key={column.key} x={place(column, at)} label={column.label} />
            ))
          : labelled(columns.map((column, at) => ({ column, x: place(column, at) }))).map(({ column, x }) => (
              <text key={column.key} className="axis" x={x} y={inner.bottom + 18} textAnchor={anchorAt(x)}>
                {column.label}
              </text>
            ))}
        {children}
      </svg>
      {(props.options?.showLegend ?? series.length > 1) && (
        <ul className="hs-legend">
          {series.map(({ name, color }) => (
            <li key={name}>
              <i style={{ background: color ?? colorOf(0) }} aria-hidden="true" /> {name}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** What a letter takes, roughly, and what slanted labels take below a chart. */
const letterWidth = 6;
const slantedHeight = 44;

function SlantedLabel({ x, label }: { x: number; label: string }) {
  const y = inner.bottom + 14;
  return (
    <text className="axis" x={x} y={y} textAnchor="end" transform={`rotate(-30 ${x} ${y})`}>
      {label}
    </text>
  );
}

/** Labels closer than this would run into each other. */
const labelWidth = 64;

/** The outermost labels turn inwards, so that none is cut. */
function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x > inner.right - labelWidth / 2) return 'end';
  return x < inner.left + labelWidth / 2 ? 'start' : 'middle';
}

function labelled<Placed extends { readonly x: number }>(columns: readonly Placed[]): readonly Placed[] {
  let last = Number.NEGATIVE_INFINITY;
  return columns.filter(({ x }) => {
    if (x - last < labelWidth) return false;
    last = x;
    return true;
  });
}

function wordsOf(columns: readonly ChartColumn[], series: readonly ChartSeries[]): string {
  const rows = series.map(
    ({ name, values }) =>
      `${name}: ${columns.flatMap(({ label }, at) => (values[at] === null ? [] : [`${label} ${values[at]}`])).join(', ')}`,
  );
  return rows.join('; ');
}
