/** Words that lead to an object of the portal, or just the words where there is none. */
import { Link, Text } from '@hubspot/ui-extensions';
import type { Linked } from './contract.ts';
import { activityUrl, type Viewer } from './viewer.ts';

type Props = {
  to: Linked | null;
  viewer: Viewer;
  uiDomain: string | undefined;
  children: string;
};

export function ObjectLink({ to, viewer, uiDomain, children }: Props) {
  const url = to === null ? null : activityUrl(to, viewer, uiDomain);
  if (url === null) return <Text>{children}</Text>;
  return <Link href={{ url, external: false }}>{children}</Link>;
}
