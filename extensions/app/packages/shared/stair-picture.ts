/**
 * Knapp's staircase as a picture: five steps up, five down, and where the relationship stands. It is drawn from the stage
 * alone and travels inside the bundle as a data address, so that looking at a card asks no server for anything.
 */
import { type StageName, stageNames } from './contract.ts';

const step = 22;
const rise = 9;
const height = 64;
const base = height - 4;
const flightLength = stageNames.length / 2;

export const stairSize = { width: step * stageNames.length + 4, height } as const;

/** The colours of the text and of the two tags the card uses: the picture adds no meaning of its own. */
const colors = { together: '#00823a', apart: '#b45309', step: '#cbd6e2', figure: '#33475b' } as const;

function topOf(place: number): number {
  const up = place < flightLength ? place + 1 : stageNames.length - place;
  return base - up * rise;
}

export function stairPicture(stage: StageName): string {
  const at = stageNames.indexOf(stage);
  const lit = at < flightLength ? colors.together : colors.apart;
  const steps = stageNames.map((_, place) => {
    const top = topOf(place);
    const fill = place === at ? lit : colors.step;
    return `<rect x="${2 + place * step}" y="${top}" width="${step - 2}" height="${base - top}" rx="2" fill="${fill}"/>`;
  });
  const x = 2 + at * step + (step - 2) / 2;
  const figure = `<circle cx="${x}" cy="${topOf(at) - 6}" r="4.5" fill="${colors.figure}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${stairSize.width}" height="${height}" viewBox="0 0 ${stairSize.width} ${height}">${steps.join('')}${figure}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
