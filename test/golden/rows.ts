/** Every golden row by theme, for the runner. */
import { coverRows } from './more-covers.ts';
import { customerRows } from './more-customers.ts';
import { endingRows } from './more-endings.ts';
import { silenceRows } from './more-silence.ts';
import { togetherRows } from './more-together.ts';
import { troubleRows } from './more-trouble.ts';
import { withdrawalRows } from './more-withdrawal.ts';
import { sectionSevenPeople } from './section-7.ts';
import { sectionSevenEdges } from './section-7-edges.ts';
import type { GoldenRow } from './timeline.ts';

export const goldenRows: Readonly<Record<string, readonly GoldenRow[]>> = {
  'where the design began': [...sectionSevenPeople, ...sectionSevenEdges],
  silence: silenceRows,
  distance: withdrawalRows,
  'commitment of customers': customerRows,
  'coming apart while talking': troubleRows,
  'coming together, and noise': togetherRows,
  'ends and returns': endingRows,
  'what protects a silence': coverRows,
};
