/** Tabs and accordions. A tab tells its tab list about itself, because it arrives from the worker as an opaque child. */
import type { AccordionProps, TabProps, TabsProps } from '@hubspot/ui-extensions';
import { createContext, type KeyboardEvent, useContext, useEffect, useId, useMemo, useState } from 'react';

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
  const [tabs, setTabs] = useState<readonly KnownTab[]>([]);
  const [chosen, setChosen] = useState<TabId | undefined>(defaultSelected);
  const prefix = useId();
  const current = selected ?? chosen ?? tabs[0]?.id;
  const register = useMemo(
    () => (tab: KnownTab) => {
      setTabs((known) => [...known.filter(({ id }) => id !== tab.id), tab]);
      return () => setTabs((known) => known.filter(({ id }) => id !== tab.id));
    },
    [],
  );
  const select = (id: TabId) => {
    setChosen(id);
    // The SDK types the handler for either kind of id; at run time it is one function.
    (onSelectedChange as ((id: TabId) => void) | undefined)?.(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const usable = tabs.filter((tab) => !tab.disabled);
    const next =
      usable[(usable.findIndex(({ id }) => id === current) + step + usable.length) % usable.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    select(next.id);
    document.getElementById(`${prefix}-tab-${next.id}`)?.focus();
  };
  return (
    <div className={`hs-tabs ${variant}${fill ? ' fill' : ''}`}>
      <div role="tablist" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${prefix}-tab-${tab.id}`}
            aria-selected={tab.id === current}
            aria-controls={`${prefix}-panel-${tab.id}`}
            tabIndex={tab.id === current ? 0 : -1}
            disabled={tab.disabled}
            title={tab.tooltip}
            onClick={() => select(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <TabListContext.Provider value={{ register, selected: current, prefix }}>
        {children}
      </TabListContext.Provider>
    </div>
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
