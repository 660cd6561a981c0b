import type { Assessment } from './assessment.ts';

/** Values as HubSpot takes them: text, `''` clears. Keys are names declared in app.json. */
export type PropertyValues = Readonly<Record<string, string>>;

/** Every computed property of an assessment, always the same keys. */
export declare function toProperties(assessment: Assessment): PropertyValues;
