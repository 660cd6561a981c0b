import { type BusinessCalendar, createBusinessCalendar } from './business-hours/business-calendar.ts';
import { type ReadQuestionnaire, readQuestionnaire } from './matrix/questionnaire.ts';
import { type PortalView, unmeasuredView } from './portal-view.ts';
import type { Settings } from './settings.ts';

/** What is worked out once for all contacts of a portal. */
export type PreparedPortal = {
  readonly view: PortalView;
  readonly questionnaire: ReadQuestionnaire;
  readonly calendar: BusinessCalendar;
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
  const portal = {
    view,
    questionnaire: readQuestionnaire(settings.questionnaire),
    calendar: createBusinessCalendar(settings.businessHours, view.timeZone),
  };
  byView.set(view, portal);
  return portal;
}
