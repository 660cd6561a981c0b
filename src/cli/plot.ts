/** A curve for a terminal: rows of blocks, an axis below, and marks on days worth knowing. */

export type PlotMark = { readonly day: number; readonly label: string };

export type Plot = {
  /** Value at each day from 0 on, 0..1. */
  readonly values: readonly number[];
  readonly marks: readonly PlotMark[];
  readonly width: number;
  readonly height: number;
};

/** Eighths of a character cell, from empty to full. */
const blocks = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const gutter = 6;

export function plot({ values, marks, width, height }: Plot): string[] {
  const lastDay = Math.max(1, values.length - 1);
  const columns = Array.from({ length: width }, (_, column) => {
    const day = Math.round((column / (width - 1)) * lastDay);
    return Math.min(1, Math.max(0, values[day] ?? 0)) * height;
  });
  const rows = Array.from({ length: height }, (_, row) => {
    const floor = height - 1 - row;
    const cells = columns.map(
      (level) => blocks[Math.round(Math.min(1, Math.max(0, level - floor)) * 8)] ?? ' ',
    );
    return `${scale(row, height)}${cells.join('').trimEnd()}`;
  });
  const columnOf = (day: number) => Math.round((Math.min(day, lastDay) / lastDay) * (width - 1));
  const axis = Array.from({ length: width }, () => '─');
  for (const { day } of marks) axis[columnOf(day)] = '┴';
  return [...rows, `${' '.repeat(gutter - 1)}└${axis.join('')}`, ...labels(marks, columnOf, width)];
}

function scale(row: number, height: number): string {
  const label = row === 0 ? '100%' : row === Math.floor(height / 2) ? '50%' : '';
  return `${label.padStart(gutter - 1)}│`;
}

/** Each label begins below its mark, on a line of its own when the one before would run into it. */
function labels(marks: readonly PlotMark[], columnOf: (day: number) => number, width: number): string[] {
  const lines: string[] = [];
  for (const { day, label } of [...marks].sort((a, b) => a.day - b.day)) {
    const start = gutter + Math.max(0, Math.min(columnOf(day), width - label.length));
    const free = lines.findIndex((line) => line.length + 2 <= start);
    if (free === -1) lines.push(' '.repeat(start) + label);
    else lines[free] = (lines[free] ?? '').padEnd(start) + label;
  }
  return lines;
}
