/** Every component that the SDK exports, on one card: what the host must be able to draw. */
import { hubspot, Tab, Tabs } from '@hubspot/ui-extensions';
import { ChartsAndOverlays } from './ChartsAndOverlays.tsx';
import { Inputs } from './Inputs.tsx';
import { Layouts } from './Layouts.tsx';
import { States } from './States.tsx';
import { Unknown } from './Unknown.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <Tabs defaultSelected="layouts">
    <Tab tabId="layouts" title="Layouts and words">
      <Layouts />
    </Tab>
    <Tab tabId="inputs" title="Inputs">
      <Inputs say={(message) => actions.addAlert({ type: 'success', title: 'Heard', message })} />
    </Tab>
    <Tab tabId="states" title="States and tables">
      <States />
    </Tab>
    <Tab tabId="charts" title="Charts and overlays">
      <ChartsAndOverlays closeOverlay={actions.closeOverlay} />
    </Tab>
    <Tab tabId="unknown" title="Unknown">
      <Unknown portalId={context.portal.id} />
    </Tab>
  </Tabs>
));
