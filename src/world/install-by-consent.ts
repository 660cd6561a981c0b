/** Installs the app as an admin does in a browser: begin, agree on the consent page, come back with the code. */

export class InstallRefused extends Error {
  override readonly name = 'InstallRefused';
}

/**
 * @param portalUrl of the portal whose admin agrees, where several share the address of the consent page.
 * @returns the address of the service's progress page. @throws InstallRefused with what the page said.
 */
export async function installByConsent(serviceUrl: string, portalUrl?: string): Promise<string> {
  const begun = await fetch(`${serviceUrl}/oauth/install`, { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  const consent = new URL(locationOf(begun, 'the start of the installation', serviceUrl));
  const agreed = await fetch(new URL(consent.pathname, portalUrl ?? consent), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `${consent.searchParams}&decision=install`,
  });
  const callback = locationOf(agreed, 'the consent page', consent.href);
  const returned = await fetch(callback, { redirect: 'manual', headers: { cookie } });
  return locationOf(returned, 'the return from consent', callback);
}

function locationOf(response: Response, step: string, base: string): string {
  const location = response.headers.get('location');
  if (location === null) throw new InstallRefused(`Installing stopped at ${step}: HTTP ${response.status}.`);
  return new URL(location, base).href;
}
