/** Turns a change in the portal into the items that an app's subscriptions ask for. */
import type { AppDeclaration, SubscriptionDeclaration } from '../app-declaration.ts';
import type { Change } from '../crm/change.ts';
import { type ObjectType, objectType, objectTypeOf } from '../crm/object-types.ts';

/** Changes of these are never told, whoever subscribes. */
const silentProperties: readonly string[] = [
  'num_unique_conversion_events',
  'hs_lastmodifieddate',
  'lastmodifieddate',
];

export type Subscription = {
  readonly id: number;
  readonly declaration: SubscriptionDeclaration;
  /** `object.*` names carry type ids, the older ones do not. */
  readonly isGeneric: boolean;
  readonly change: string;
  readonly type: ObjectType;
};

/** A webhook item before it is sent; `attemptNumber` is added by the delivery. */
export type WebhookItem = Readonly<Record<string, unknown>>;

/** @throws when a subscription names an object the portal does not know: such a project would not deploy. */
export function readSubscriptions(app: AppDeclaration): Subscription[] {
  return (app.webhooks?.subscriptions ?? []).map((declaration, index) => {
    const [subject = '', change = ''] = declaration.subscriptionType.split('.');
    const isGeneric = subject === 'object';
    const type = objectTypeOf(isGeneric ? (declaration.objectType ?? '') : subject);
    if (type === undefined) {
      throw new Error(
        `${app.name} subscribes to ${declaration.subscriptionType} of an unknown object ${declaration.objectType ?? subject}`,
      );
    }
    return { id: app.appId * 1000 + index, declaration, isGeneric, change, type };
  });
}

export function matches(subscription: Subscription, change: Change, granted: readonly string[]): boolean {
  if (subscription.change !== change.kind || subscription.type.name !== change.type) return false;
  if (!subscription.type.read.every((scope) => granted.includes(scope))) return false;
  if (change.kind !== 'propertyChange') return true;
  return (
    subscription.declaration.propertyName === change.property && !silentProperties.includes(change.property)
  );
}

export type ItemFrame = { readonly eventId: number; readonly portalId: number; readonly appId: number };

export function toItem(subscription: Subscription, change: Change, frame: ItemFrame): WebhookItem {
  return {
    ...frame,
    subscriptionId: subscription.id,
    occurredAt: change.at,
    subscriptionType: subscription.declaration.subscriptionType,
    objectId: Number(change.id),
    ...(subscription.isGeneric ? { objectTypeId: subscription.type.typeId } : {}),
    changeSource: change.by.source,
    sourceId: change.by.sourceId,
    ...ownFields(subscription, change),
  };
}

function ownFields(subscription: Subscription, change: Change): WebhookItem {
  switch (change.kind) {
    case 'creation':
      return { changeFlag: 'NEW' };
    case 'restore':
      return { changeFlag: 'RESTORED' };
    case 'deletion':
    case 'privacyDeletion':
      return { changeFlag: 'DELETED' };
    case 'propertyChange':
      return { propertyName: change.property, propertyValue: change.to, isSensitive: false };
    case 'merge':
      return {
        primaryObjectId: Number(change.id),
        mergedObjectIds: change.mergedIds.map(Number),
        newObjectId: Number(change.id),
        numberOfPropertiesMoved: change.movedProperties,
      };
    case 'associationChange':
      return {
        fromObjectId: Number(change.id),
        toObjectId: Number(change.toId),
        ...associationFields(subscription, change.toType, change.typeId),
        associationRemoved: change.removed,
        isPrimaryAssociation: false,
      };
  }
}

function associationFields(
  subscription: Subscription,
  toType: ObjectType['name'],
  typeId: number,
): WebhookItem {
  const to = objectType(toType);
  if (!subscription.isGeneric) return { associationType: `${subscription.type.singular}_TO_${to.singular}` };
  return {
    fromObjectTypeId: subscription.type.typeId,
    toObjectTypeId: to.typeId,
    associationTypeId: typeId,
    associationCategory: 'HUBSPOT_DEFINED',
  };
}
