import {
  BarChart,
  Button,
  Flex,
  LineChart,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';

const data = [
  { month: 'Jul', stage: 'bonding', contacts: 12 },
  { month: 'Jul', stage: 'stagnating', contacts: 7 },
  { month: 'Aug', stage: 'bonding', contacts: 15 },
  { month: 'Aug', stage: 'stagnating', contacts: 4 },
  { month: 'Sep', stage: 'bonding', contacts: 18 },
  { month: 'Sep', stage: 'stagnating', contacts: 9 },
];

const axes = {
  x: { field: 'month', fieldType: 'category', label: 'Month' },
  y: { field: 'contacts', fieldType: 'linear', label: 'Contacts' },
  options: { groupFieldByColor: 'stage' },
} as const;

export function ChartsAndOverlays({ closeOverlay }: { closeOverlay: (id: string) => void }) {
  return (
    <Flex direction="column" gap="md">
      <BarChart data={data} axes={{ ...axes, options: { ...axes.options, stacking: true } }} />
      <LineChart data={data} axes={axes} options={{ title: 'Contacts over time', showLegend: true }} />
      <Flex gap="sm">
        <Button
          overlay={
            <Modal id="modal" title="A modal">
              <ModalBody>
                <Text>Inside the modal</Text>
              </ModalBody>
              <ModalFooter>
                <Button onClick={() => closeOverlay('modal')}>Close the modal</Button>
              </ModalFooter>
            </Modal>
          }
        >
          Open modal
        </Button>
        <Button
          overlay={
            <Panel id="panel" title="A panel">
              <PanelBody>
                <PanelSection>
                  <Text>Inside the panel</Text>
                </PanelSection>
              </PanelBody>
              <PanelFooter>
                <Button onClick={() => closeOverlay('panel')}>Close the panel</Button>
              </PanelFooter>
            </Panel>
          }
        >
          Open panel
        </Button>
      </Flex>
    </Flex>
  );
}
