import { type Viewer, viewerOf } from './viewer.ts';

/** The part of HubSpot's context on a page without a record that we read. */
export type PageContext = Omit<Parameters<typeof viewerOf>[0], 'crm'>;

/** The viewer of a page that is about the portal and no single contact. */
export function pageViewerOf(context: PageContext): Viewer {
  return viewerOf({ ...context, crm: { objectId: 0 } });
}

/** A count as the viewer writes it; small ones are hidden by the service and said in words. */
export function counted(count: number | null, few: string, { locale }: Viewer): string {
  return count === null ? few : new Intl.NumberFormat(locale).format(count);
}

/** A share, 0..1, in whole percent. */
export function share(of: number, { locale }: Viewer): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(of);
}
