/** A change in the portal, told to webhooks and workflows, whoever made it. */
import type { ObjectTypeName } from './object-types.ts';

/** Who changed something, in HubSpot's words. */
export type ChangeSource = {
  readonly source: 'INTEGRATION' | 'CRM_UI' | 'AUTOMATION_PLATFORM' | 'IMPORT' | 'MERGE_OBJECTS' | 'FORM';
  /** App id, `userId:{id}` or workflow id. */
  readonly sourceId: string;
  /** App, user or workflow by name. */
  readonly label: string;
  readonly userId?: number;
  /** How many workflows led to this change; absent when a person or an app made it. */
  readonly depth?: number;
};

type Common = {
  readonly type: ObjectTypeName;
  readonly id: string;
  readonly at: number;
  readonly by: ChangeSource;
};

export type PropertyChange = Common & {
  readonly kind: 'propertyChange';
  readonly property: string;
  readonly from: string | undefined;
  readonly to: string;
};

export type AssociationChange = Common & {
  readonly kind: 'associationChange';
  readonly toType: ObjectTypeName;
  readonly toId: string;
  readonly typeId: number;
  readonly removed: boolean;
};

export type MergeChange = Common & {
  readonly kind: 'merge';
  readonly mergedIds: readonly string[];
  readonly movedProperties: number;
};

export type LifeChange = Common & { readonly kind: 'creation' | 'deletion' | 'restore' | 'privacyDeletion' };

export type Change = PropertyChange | AssociationChange | MergeChange | LifeChange;

export type ChangeListener = (change: Change) => void;
