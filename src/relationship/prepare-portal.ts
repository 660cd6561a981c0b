import { type BusinessCalendar, createBusinessCalendar } from './business-hours/business-calendar.ts';
import type { ContactFacts } from './facts.ts';
import type { FieldUse } from './guardrails/action.ts';
import { fieldFromRegister, type RegisteredProperty, registerOf } from './guardrails/register.ts';
import { gridProblems } from './level/grid.ts';
import { quadrantFacts } from './matrix/contact-quadrant.ts';
import type { InputProblem } from './matrix/input-problem.ts';
import { quadrantOf } from './matrix/quadrant.ts';
import { type ReadQuestionnaire, readQuestionnaire } from './matrix/questionnaire.ts';
import { type PortalView, unmeasuredView } from './portal-view.ts';
import type { Settings } from './settings.ts';
import type { Sector } from './stage/stage-settings.ts';

/** What is worked out once for all contacts of a portal. */
export type PreparedPortal = {
  readonly view: PortalView;
  readonly questionnaire: ReadQuestionnaire;
  readonly calendar: BusinessCalendar;
  /** Of each property in the register, by name, how it may be mentioned. */
  readonly fields: ReadonlyMap<string, FieldUse>;
  /** What is odd about the portal's own answers, hours and grid. */
  readonly problems: readonly InputProblem[];
  /** The settings as the stage engine reads them for a contact: its sector follows from the questionnaire. */
  settingsFor(facts: ContactFacts): Settings;
};

/** Settings and views are values that never change, so what follows from them is kept as long as they are. */
const prepared = new WeakMap<Settings, WeakMap<PortalView, PreparedPortal>>();

export function preparePortal(settings: Settings, view: PortalView = unmeasuredView): PreparedPortal {
  let byView = prepared.get(settings);
  if (byView === undefined) {
    byView = new WeakMap();
    prepared.set(settings, byView);
  }
  const known = byView.get(view);
  if (known !== undefined) return known;
  const questionnaire = readQuestionnaire(settings.questionnaire);
  const calendar = createBusinessCalendar(settings.businessHours, view.timeZone);
  const portal = {
    view,
    questionnaire,
    calendar,
    fields: fieldsOf(view.register ?? [], settings),
    problems: [...calendar.problems, ...questionnaire.problems, ...gridProblems(settings.level.grid)],
    settingsFor: createSectors(settings, questionnaire),
  };
  byView.set(view, portal);
  return portal;
}

function fieldsOf(
  register: readonly RegisteredProperty[],
  settings: Settings,
): ReadonlyMap<string, FieldUse> {
  return new Map(
    registerOf(register, settings.guardrails).map((row) => [row.name, fieldFromRegister(row)] as const),
  );
}

const noPurchases = { list: [], problems: [] };

/**
 * A contact's sector for the stage engine is that of its family's answers and its own key. What it bought stays out of
 * it: purchases grow too old by time alone, and the stage must not turn on that.
 */
function createSectors(settings: Settings, questionnaire: ReadQuestionnaire) {
  const bySector = new Map<Sector, Settings>();
  const { general, families } = settings.questionnaire;
  const isOpen = general.collects === 'unknown' && Object.keys(families).length === 0;
  return (facts: ContactFacts): Settings => {
    if (isOpen || settings.sector !== 'undetermined') return settings;
    const { quadrant } = quadrantOf(noPurchases, quadrantFacts(facts), questionnaire, settings.matrix, 0);
    const known = bySector.get(quadrant);
    if (known !== undefined) return known;
    const own = { ...settings, sector: quadrant };
    bySector.set(quadrant, own);
    return own;
  };
}
