/** The account that the sandbox pretends to be. */
export type PortalSettings = {
  readonly portalId: number;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly uiDomain: string;
  readonly hubDomain: string;
  readonly accountType: 'APP_DEVELOPER' | 'DEVELOPER_TEST' | 'SANDBOX' | 'STANDARD';
  readonly dataHostingLocation: string;
  /** Custom properties allowed per type; HubSpot gives paid accounts 1,000. */
  readonly customPropertyLimit: number;
  /** The person at the portal's pages: the super admin who installs and edits. */
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
  };
};

export const defaultPortal: PortalSettings = {
  portalId: 145_550_001,
  name: 'Harbour & Hill',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  uiDomain: 'app.hubspot.com',
  hubDomain: 'harbour-hill.example',
  accountType: 'DEVELOPER_TEST',
  dataHostingLocation: 'eu1',
  customPropertyLimit: 1000,
  user: { id: 7001, email: 'robin.hale@harbour-hill.example', firstName: 'Robin', lastName: 'Hale' },
};
