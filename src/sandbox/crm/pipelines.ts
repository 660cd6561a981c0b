/** The portal's pipelines: HubSpot's default ones, and a project pipeline such as agencies add. */
export type Stage = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata: Readonly<Record<string, string>>;
};

export type Pipeline = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly Stage[];
};

export type PipelineType = 'deals' | 'tickets' | 'orders';

function dealStages(
  ...rows: readonly (readonly [id: string, label: string, probability: string])[]
): Stage[] {
  return rows.map(([id, label, probability], displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: { isClosed: String(probability === '1.0' || probability === '0.0'), probability },
  }));
}

function ticketStages(
  ...rows: readonly (readonly [id: string, label: string, state: 'OPEN' | 'CLOSED'])[]
): Stage[] {
  return rows.map(([id, label, ticketState], displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: { ticketState, isClosed: String(ticketState === 'CLOSED') },
  }));
}

const deals: readonly Pipeline[] = [
  {
    id: 'default',
    label: 'Sales Pipeline',
    displayOrder: 0,
    stages: dealStages(
      ['appointmentscheduled', 'Appointment Scheduled', '0.2'],
      ['qualifiedtobuy', 'Qualified To Buy', '0.4'],
      ['presentationscheduled', 'Presentation Scheduled', '0.6'],
      ['decisionmakerboughtin', 'Decision Maker Bought-In', '0.8'],
      ['contractsent', 'Contract Sent', '0.9'],
      ['closedwon', 'Closed Won', '1.0'],
      ['closedlost', 'Closed Lost', '0.0'],
    ),
  },
  {
    id: 'projects',
    label: 'Client projects',
    displayOrder: 1,
    stages: dealStages(
      ['project_planned', 'Planned', '0.5'],
      ['project_running', 'Running', '0.8'],
      ['project_review', 'In review', '0.9'],
      ['project_delivered', 'Delivered', '1.0'],
      ['project_cancelled', 'Cancelled', '0.0'],
    ),
  },
];

const tickets: readonly Pipeline[] = [
  {
    id: '0',
    label: 'Support Pipeline',
    displayOrder: 0,
    stages: ticketStages(
      ['1', 'New', 'OPEN'],
      ['2', 'Waiting on contact', 'OPEN'],
      ['3', 'Waiting on us', 'OPEN'],
      ['4', 'Closed', 'CLOSED'],
    ),
  },
];

const orders: readonly Pipeline[] = [
  {
    id: '14a2e10e-5471-408a-906e-c51f3b04369e',
    label: 'Order Pipeline',
    displayOrder: 0,
    stages: dealStages(
      ['4b27b500-f031-4927-9811-68a0b525cbae', 'Open', '0.5'],
      ['937ea84d-0a4f-4dcf-9028-3f9c2aafbf03', 'Processed', '0.8'],
      ['aa99e8d0-c1d5-4071-b915-d240bbb1aed9', 'Shipped', '0.9'],
      ['3725360f-519b-4b18-a593-494d60a29c9f', 'Delivered', '1.0'],
      ['3c85a297-e9ce-400b-b42e-9f16853d69d6', 'Cancelled', '0.0'],
    ),
  },
];

export const standardPipelines: Readonly<Record<PipelineType, readonly Pipeline[]>> = {
  deals,
  tickets,
  orders,
};

/** What a stage means: deals and orders are won at probability 1.0 and lost at 0.0, tickets are closed by their state. */
export function stageMeaning(
  pipelines: readonly Pipeline[],
  stageId: string,
): { readonly closed: boolean; readonly won: boolean } | undefined {
  for (const pipeline of pipelines) {
    const stage = pipeline.stages.find((one) => one.id === stageId);
    if (stage !== undefined) {
      const won = stage.metadata['probability'] === '1.0';
      return { closed: stage.metadata['isClosed'] === 'true', won };
    }
  }
  return undefined;
}
