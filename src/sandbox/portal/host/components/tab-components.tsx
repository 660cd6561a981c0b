/** Tabs and accordions. A tab tells its tab list about itself, because it arrives from the worker as an opaque child. */
import type { AccordionProps, TabProps, TabsProps } from '@hubspot/ui-extensions';
import {
  createContext,
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useId,
  useState,
} from 'react';

type TabId = string | number;
type KnownTab = {
  readonly id: TabId;
  readonly title: string;
  readonly disabled: boolean;
  readonly tooltip?: string | undefined;
};
type TabList = {
  register(tab: KnownTab): () => void;
  readonly selected: TabId | undefined;
  readonly prefix: string;
};

const TabListContext = createContext<TabList | null>(null);

export function Tabs({
  children,
  onSelectedChange,
  defaultSelected,
  selected,
  variant = 'default',
  fill,
}: TabsProps) {
  const prefix = useId();
  const { tabs, register } = useKnownTabs();
  const [chosen, setChosen] = useState<TabId | undefined>(defaultSelected);
  const current = selected ?? chosen ?? tabs[0]?.id;
  const select = (id: TabId) => {
    setChosen(id);
    // The SDK types the handler for either kind of id; at run time it is one function.
    (onSelectedChange as ((id: TabId) => void) | undefined)?.(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(tabs, current, event.key);
    if (!next) return;
    event.preventDefault();
    select(next.id);
    document.getElementById(`${prefix}-tab-${next.id}`)?.focus();
  };
  return (
    <div className={`hs-tabs ${variant}${fill ? ' fill' : ''}`}>
      <div role="tablist" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.id} tab={tab} prefix={prefix} isCurrent={tab.id === current} select={select} />
        ))}
      </div>
      <TabListContext.Provider value={{ register, selected: current, prefix }}>
        {children}
      </TabListContext.Provider>
    </div>
  );
}

function useKnownTabs() {
  const [tabs, setTabs] = useState<readonly KnownTab[]>([]);
  const register = useCallback((tab: KnownTab) => {
    // A tab that changes keeps its place.
    setTabs((known) =>
      known.some(({ id }) => id === tab.id)
        ? known.map((one) => (one.id === tab.id ? tab : one))
        : [...known, tab],
    );
    return () => setTabs((known) => known.filter(({ id }) => id !== tab.id));
  }, []);
  return { tabs, register };
}

function neighbour(tabs: readonly KnownTab[], current: TabId | undefined, key: string): KnownTab | undefined {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  const usable = tabs.filter((tab) => !tab.disabled);
  return usable[(usable.findIndex(({ id }) => id === current) + step + usable.length) % usable.length];
}

type ButtonProps = { tab: KnownTab; prefix: string; isCurrent: boolean; select: (id: TabId) => void };

function TabButton({ tab: { id, title, disabled, tooltip }, prefix, isCurrent, select }: ButtonProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`${prefix}-tab-${id}`}
      aria-selected={isCurrent}
      aria-controls={`${prefix}-panel-${id}`}
      tabIndex={isCurrent ? 0 : -1}
      disabled={disabled}
      title={tooltip}
      onClick={() => select(id)}
    >
      {title}
    </button>
  );
}

export function Tab({ tabId, title = '', disabled = false, tooltip, children }: TabProps) {
  const list = useContext(TabListContext);
  const generated = useId();
  const id = tabId ?? generated;
  const register = list?.register;
  useEffect(() => register?.({ id, title, disabled, tooltip }), [register, id, title, disabled, tooltip]);
  if (!list) return null;
  return (
    <div
      role="tabpanel"
      id={`${list.prefix}-panel-${id}`}
      aria-labelledby={`${list.prefix}-tab-${id}`}
      hidden={list.selected !== id}
      className="hs-tab-panel"
    >
      {children}
    </div>
  );
}

export function Accordion({
  title,
  children,
  defaultOpen = false,
  open,
  disabled,
  size = 'md',
  onClick,
}: AccordionProps) {
  const [isOpen, setOpen] = useState(defaultOpen);
  const shown = open ?? isOpen;
  const id = useId();
  const toggle = () => {
    setOpen(!shown);
    onClick?.();
  };
  return (
    <section className={`hs-accordion size-${size}`}>
      <button type="button" aria-expanded={shown} aria-controls={id} disabled={disabled} onClick={toggle}>
        <span aria-hidden="true" className="hs-caret">
          {shown ? '▾' : '▸'}
        </span>
        {title}
      </button>
      <div id={id} hidden={!shown}>
        {children}
      </div>
    </section>
  );
}
