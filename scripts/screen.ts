import type { Page } from 'playwright-core';

/** A picture in docs/screens: which page, of what, and what is done before it is taken. */
export type Screen = {
  readonly file: string;
  readonly title: string;
  readonly group:
    | 'Stage card'
    | 'Sidebar card'
    | 'Preview card'
    | 'Portal'
    | 'Settings page'
    | 'Home page'
    | 'Installation'
    | 'Components'
    /** Taken of the running sandbox; all others of fixed answers. */
    | 'The story';
  readonly path: string;
  /** The picture shows this element only; the whole window without it. */
  readonly clip?: string;
  readonly language?: 'en' | 'de';
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the picture for one of the page; 1 unless given. */
  readonly scale?: number;
  /** Before the page is opened, e.g. to make an answer fail. */
  arrange?(page: Page): Promise<unknown>;
  /** Once the page is there. */
  prepare?(page: Page): Promise<unknown>;
  /** What shows that the page is there, when it is no page of the portal's usual kind. */
  ready?: string;
};
