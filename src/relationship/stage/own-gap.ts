import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import type { Ledger } from './ledger.ts';
import { insert, middleOf } from './median.ts';

/**
 * The contact's own gap in whole days: how long it usually stays away. The median of its last gaps in this epoch; the
 * portal's median (the log-normal's, exp mu) for who has too few.
 */
export function ownGap(ledger: Ledger, portal: PortalModel, settings: Settings): number {
  const { days, firstDay } = ledger;
  const gaps: number[] = [];
  for (let i = days.length - 1; i > firstDay && gaps.length < settings.ownGapLast; i -= 1) {
    insert(gaps, (days[i]?.day ?? 0) - (days[i - 1]?.day ?? 0));
  }
  const own = gaps.length < settings.ownGapMin ? Math.exp(portal.gaps.mu) : middleOf(gaps);
  return Math.ceil(Math.min(Math.max(own - 1e-9, settings.ownGapFloorDays), settings.ownGapCeilingDays));
}
