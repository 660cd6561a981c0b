/** Turns the rows of HubSpot's chart props into series over columns. */
import type { BarChartProps } from '@hubspot/ui-extensions';

export type ChartColumn = {
  readonly key: string;
  readonly label: string;
  /** Where it stands on the axis, 0 to 1: by its value for times and numbers, evenly for categories. */
  readonly share: number;
};
export type ChartSeries = {
  readonly name: string;
  readonly color: string;
  /** Null where the rows have no value of this series. */
  readonly values: readonly (number | null)[];
};

const colors: Readonly<Record<string, string>> = {
  orange: '#ff8f59',
  aqua: '#51d3d9',
  purple: '#a288d9',
  yellow: '#fec78f',
  pink: '#ea90b1',
  blue: '#81c1fd',
  green: '#5fc9a8',
  darkOrange: '#c9491b',
  darkAqua: '#007a8c',
  darkPurple: '#6a4fa3',
  darkYellow: '#b87a1d',
  darkPink: '#b3456f',
  darkBlue: '#2f6fb3',
  darkGreen: '#1c7a5a',
};
const order = ['darkAqua', 'orange', 'purple', 'yellow', 'pink', 'blue', 'green'] as const;

export function colorOf(at: number): string {
  return colors[order[at % order.length] ?? 'darkAqua'] ?? '#007a8c';
}

/** @param locale in which days on the axis are written. */
export function layOutChart({ data, axes, options }: BarChartProps, locale: string) {
  const rows = Array.isArray(data) ? data : data.data;
  const labels = Array.isArray(data) ? undefined : data.options?.propertyLabels;
  const groupField = axes.options?.groupFieldByColor;
  const keys = [...new Set(rows.map((row) => String(row[axes.x.field] ?? '')))];
  const columns = placed(keys, axes.x.fieldType).map(({ key, share }) => ({
    key,
    share,
    label: labels?.[axes.x.field]?.[key] ?? wordColumn(key, axes.x.fieldType, locale),
  }));
  const groups = groupField ? [...new Set(rows.map((row) => String(row[groupField] ?? '')))] : [''];
  const series = groups.map((group, at): ChartSeries => {
    const own = groupField ? rows.filter((row) => String(row[groupField] ?? '') === group) : rows;
    const chosen = axes.options?.colors?.[group] ?? options?.colorList?.[at] ?? options?.colors?.[at];
    return {
      name: groupField ? (labels?.[groupField]?.[group] ?? group) : (axes.y.label ?? axes.y.field),
      color: (chosen && colors[chosen]) ?? colorOf(at),
      values: columns.map(({ key }) => {
        const here = own.filter((row) => String(row[axes.x.field] ?? '') === key);
        return here.length === 0 ? null : here.reduce((sum, row) => sum + Number(row[axes.y.field] ?? 0), 0);
      }),
    };
  });
  const stacked = axes.options?.stacking === true;
  const tallest = stacked
    ? Math.max(...columns.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)))
    : Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return { columns, series, stacked, most: roundUp(tallest) };
}

function placed(keys: readonly string[], type: string): { key: string; share: number }[] {
  const evenly = keys.map((key, at) => ({ key, share: keys.length > 1 ? at / (keys.length - 1) : 0 }));
  if (type === 'category') return evenly;
  const valued = keys.map((key) => ({ key, value: type === 'datetime' ? timeOf(key) : Number(key) }));
  const values = valued.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (values.some((value) => Number.isNaN(value)) || least === most) return evenly;
  return valued
    .sort((a, b) => a.value - b.value)
    .map(({ key, value }) => ({ key, share: (value - least) / (most - least) }));
}

function timeOf(key: string): number {
  return new Date(/^\d+$/.test(key) ? Number(key) : key).getTime();
}

function wordColumn(key: string, type: string, locale: string): string {
  if (type !== 'datetime') return key;
  const at = new Date(timeOf(key));
  return Number.isNaN(at.getTime())
    ? key
    : at.toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** The next of 1, 2, 5 times a power of ten, so that the axis ends on a round number. */
function roundUp(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 4, 5, 10].find((one) => one * power >= value) ?? 10;
  return factor * power;
}
