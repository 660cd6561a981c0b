/** What is measured over all contacts of a portal, in one pass each, beside `JSON.parse` of the same rows in the same run. */
import { defaultApproachSettings } from '../src/relationship/approaches/approach-settings.ts';
import { measureMargins } from '../src/relationship/approaches/concentration.ts';
import { defaultMatrixSettings } from '../src/relationship/matrix/matrix-settings.ts';
import { type MatrixRow, portalMatrix } from '../src/relationship/matrix/portal-matrix.ts';
import { readQuestionnaire } from '../src/relationship/matrix/questionnaire.ts';
import { advocacyChain, wordOfMouthShare } from '../src/relationship/milestones/advocacy.ts';
import { encounterSources } from '../src/relationship/milestones/milestone-facts.ts';
import { msPerDay } from '../src/relationship/signal/timeline.ts';
import { allSectors } from '../src/relationship/stage/stage-settings.ts';
import { type Figure, figure } from './figure.ts';
import { besideBaseline } from './rounds.ts';

const contacts = 100_000;

const questionnaire = readQuestionnaire({
  general: { collects: 'us', anonymous: 'yes', anonymousShare: 0.2 },
  families: { service: { collects: 'partner', anonymous: 'no', anonymousShare: null } },
});

/** Sectors with the share of identified revenue by month, concentration, who brought whom, and word of mouth. */
export function portalMeasures(now: number): Figure {
  const rows = Array.from({ length: contacts }, (_, i) => rowOf(i, now));
  const links = rows.flatMap((_, i) =>
    i % 7 === 0 ? [{ referrer: String(i), referred: String((i * 13 + 1) % contacts), at: now - i }] : [],
  );
  const text = JSON.stringify(rows);
  const timed = besideBaseline(
    () => {
      portalMatrix(rows, questionnaire, defaultMatrixSettings, now, { months: 24 });
      measureMargins(
        rows.map(({ purchases }, i) => ({
          id: String(i),
          margin: purchases.length * (i % 97),
          before: i % 53,
        })),
        defaultApproachSettings,
      );
      advocacyChain(links, (id) => Number(id) % 101);
      wordOfMouthShare(rows.map((_, i) => encounterSources[i % encounterSources.length] ?? 'unknown'));
    },
    () => JSON.parse(text),
    { rounds: 3, calls: 1 },
  );
  return figure('portal view over 100,000 assessments', timed.ms / 1000, 's', {
    better: 'less',
    must: 2,
    baseline: timed.baselineMs / 1000,
  });
}

/** Up to nine purchases over two years. */
function rowOf(i: number, now: number): MatrixRow {
  const purchases = Array.from({ length: i % 10 }, (_, n) => {
    const at = now - ((i * 31 + n * 97) % 730) * msPerDay;
    return {
      source: `orders:${i}-${n}`,
      at,
      day: Math.floor(at / msPerDay),
      dealId: null,
      amount: 10 + ((i * 7 + n) % 500),
      family: n % 3 === 0 ? 'service' : null,
      viaIntermediary: n % 5 === 0,
    };
  });
  return { quadrant: allSectors[i % allSectors.length] ?? 'undetermined', hasKey: i % 4 !== 0, purchases };
}
