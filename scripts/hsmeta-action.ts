/** A workflow action as HubSpot's project files declare it. */
import type { WorkflowActionDeclaration } from '../src/manifest.ts';

type Field = WorkflowActionDeclaration['outputs'][number];
type Input = WorkflowActionDeclaration['inputs'][number];
type Texts = WorkflowActionDeclaration['labels']['en'];

export function workflowAction(action: WorkflowActionDeclaration, backend: string) {
  const { uid, path, inputs, outputs, labels, agent } = action;
  const forAgents = agent && {
    client: 'AGENTS',
    toolType: agent.toolType,
    llmConfig: { actionDescription: agent.description },
  };
  return {
    uid,
    type: 'workflow-action',
    config: {
      actionUrl: backend + path,
      isPublished: true,
      supportedClients: [{ client: 'WORKFLOWS' }, ...(forAgents ? [forAgents] : [])],
      objectTypes: ['CONTACT'],
      objectRequestOptions: { properties: [] },
      inputFields: inputs.map(inputField),
      outputFields: outputs.map((field) => ({ typeDefinition: typeDefinition(field) })),
      labels: Object.fromEntries(
        Object.entries(labels).map(([language, texts]) => [language, labelsOf(texts)]),
      ),
    },
  };
}

const fieldTypes = { enumeration: 'select', string: 'text', number: 'number', datetime: 'date' } as const;

function typeDefinition({ name, type, options }: Field) {
  return { name, type, fieldType: fieldTypes[type], ...(options ? { options } : {}) };
}

function inputField(input: Input) {
  return {
    typeDefinition: typeDefinition(input),
    supportedValueTypes: input.from === 'static' ? ['STATIC_VALUE'] : ['STATIC_VALUE', 'OBJECT_PROPERTY'],
    isRequired: input.required,
  };
}

function labelsOf({ name, description, card, inputs, outputs }: Texts) {
  const of = (say: (field: Texts['inputs'][string]) => string) =>
    Object.fromEntries(Object.entries(inputs).map(([field, texts]) => [field, say(texts)]));
  return {
    actionName: name,
    actionDescription: description,
    actionCardContent: card,
    inputFieldLabels: of(({ label }) => label),
    inputFieldDescriptions: of(({ help }) => help),
    outputFieldLabels: outputs,
  };
}
