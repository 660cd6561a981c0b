/** Which of our components draws which component of a card. The type makes it complete for the pinned SDK. */
import { type Controller, createController } from '@remote-ui/react/host';
import type { ComponentType, ReactNode } from 'react';
import { Button, Dropdown, DropdownButtonItem, LoadingButton } from './components/button-components.tsx';
import { BarChart, LineChart } from './components/chart-components.tsx';
import {
  Checkbox,
  MultiSelect,
  RadioButton,
  Select,
  Toggle,
  ToggleGroup,
} from './components/choice-components.tsx';
import { DateInput, TimeInput } from './components/date-components.tsx';
import * as feedback from './components/feedback-components.tsx';
import { Form } from './components/form-component.tsx';
import { Icon, Illustration, Image } from './components/icon-components.tsx';
import * as inputs from './components/input-components.tsx';
import * as layout from './components/layout-components.tsx';
import * as overlays from './components/overlay-components.tsx';
import * as pages from './components/page-components.tsx';
import { Accordion, Tab, Tabs } from './components/tab-components.tsx';
import * as tables from './components/table-components.tsx';
import * as text from './components/text-components.tsx';

type Sdk = typeof import('@hubspot/ui-extensions');
/** Capitalised exports that are no components. */
type NotDrawn =
  | 'EXTENSION_POINT_LOCATIONS'
  | 'ExtensionEvent'
  | 'FormSubmitExtensionEvent'
  | 'RemoteEvent'
  | 'ServerlessExecutionStatus';
type Capitalised = { [K in keyof Sdk]: K extends Capitalize<K> ? K : never }[keyof Sdk];

/** Every component that `@hubspot/ui-extensions` exports, by the name that travels from the worker. */
export type SdkComponentName = Exclude<Capitalised, NotDrawn> | 'DropdownButtonItem' | keyof typeof pages;

// Each component has its own props; what they share is that the worker's plain data and children reach them unchecked.
type CardComponent = ComponentType<never>;

export const components: Readonly<Record<SdkComponentName, CardComponent>> = {
  ...layout,
  ...text,
  ...feedback,
  ...inputs,
  ...overlays,
  ...tables,
  ...pages,
  Accordion,
  BarChart,
  Button,
  Checkbox,
  DateInput,
  Dropdown,
  DropdownButtonItem,
  Form,
  Icon,
  Illustration,
  Image,
  LineChart,
  LoadingButton,
  MultiSelect,
  RadioButton,
  Select,
  Tab,
  Tabs,
  Textarea: inputs.TextArea,
  TimeInput,
  Toggle,
  ToggleGroup,
};

/** A component that the sandbox does not know: a labelled box around its children, so that nothing crashes or vanishes. */
function unknownComponent(name: string) {
  return function Unknown({ children }: { children?: ReactNode }) {
    return (
      <div className="hs-unknown" data-unknown={name}>
        <code>&lt;{name}&gt;</code>
        <span> is not drawn by the sandbox</span>
        {children && <div>{children}</div>}
      </div>
    );
  };
}

/** Looks a card's component up by name. remote-ui's own controller throws for a name it does not know; this one draws a box. */
export function createCardController(): Controller {
  // The record is complete for known names, and its members take any plain props (see CardComponent).
  const known = components as unknown as Readonly<Record<string, ComponentType>>;
  const boxes = new Map<string, ComponentType>();
  const { renderer } = createController({});
  return {
    renderer,
    get(type) {
      const name = String(type);
      const component = known[name] ?? boxes.get(name) ?? unknownComponent(name);
      if (!known[name]) boxes.set(name, component);
      return component;
    },
  };
}
