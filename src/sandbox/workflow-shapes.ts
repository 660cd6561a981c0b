/** A workflow of the portal as its builder makes it, and a run of it as its log tells it. Times are ms since epoch. */
export type WorkflowTrigger =
  /** `changed`: any new value; `is any of`: the new value is one of `values`. */
  | {
      readonly kind: 'property';
      readonly property: string;
      readonly operator: 'changed' | 'is any of';
      readonly values: readonly string[];
    }
  /** So many days before the date that the property holds; after it when negative. */
  | { readonly kind: 'date'; readonly property: string; readonly daysBefore: number }
  /** An app put an event of this type on the contact's timeline. */
  | { readonly kind: 'event'; readonly eventUid: string };

/** `event`: of the event that enrolled the contact; `output`: of the app actions that ran before. */
export type Condition = {
  readonly of: 'property' | 'event' | 'output';
  readonly name: string;
  readonly operator: 'is any of' | 'is none of' | 'is known' | 'is unknown' | 'is more than' | 'is less than';
  readonly values: readonly string[];
};

export type WorkflowAction =
  | { readonly kind: 'log'; readonly message: string }
  | { readonly kind: 'set-property'; readonly property: string; readonly value: string }
  | { readonly kind: 'create-task'; readonly subject: string }
  /** An input as `{{name}}` is taken from that property of the contact. */
  | {
      readonly kind: 'custom';
      readonly actionUid: string;
      readonly inputFields: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'delay';
      readonly amount: number;
      readonly unit: 'minutes' | 'hours' | 'days';
    }
  /** The two ways do not meet again: what follows belongs to one of them. */
  | {
      readonly kind: 'branch';
      readonly condition: Condition;
      readonly yes: readonly WorkflowAction[];
      readonly no: readonly WorkflowAction[];
    }
  | { readonly kind: 'webhook'; readonly url: string };

export type NewWorkflow = {
  readonly name: string;
  readonly trigger: WorkflowTrigger;
  /** All have to hold for a contact to be enrolled. */
  readonly filters: readonly Condition[];
  /** Else a contact goes through once and never again. */
  readonly reEnroll: boolean;
  readonly actions: readonly WorkflowAction[];
};

export type WorkflowView = NewWorkflow & {
  readonly id: string;
  readonly enabled: boolean;
  readonly createdAt: number;
  readonly runs: number;
};

export type WorkflowRun = {
  readonly id: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly contactId: string;
  readonly contactTitle: string;
  readonly at: number;
  /** What enrolled the contact: a property with its values before and after, its date, or the label of an event. */
  readonly trigger: WorkflowTrigger['kind'];
  readonly property: string;
  readonly from: string | null;
  readonly to: string;
  readonly state: 'done' | 'waiting' | 'failed';
  readonly steps: readonly {
    readonly action: WorkflowAction['kind'];
    readonly outcome: string;
    readonly at: number;
  }[];
};
