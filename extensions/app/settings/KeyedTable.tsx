/** A setting for each of some names that the portal chose: one line a name, and a way to add and to strike one. */
import { Button, Flex, Input, Text } from '@hubspot/ui-extensions';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { type ReactNode, useState } from 'react';

type KeyedTableProps<Value> = {
  texts: { title: string; help: string; key: string; add: string; remove: (name: string) => string };
  /** Told apart from the other tables on the page. */
  name: string;
  values: Readonly<Record<string, Value>>;
  /** Of a new line. */
  first: Value;
  readOnly: boolean;
  set: (values: Readonly<Record<string, Value>>) => void;
  /** The field of one line, labelled by its name. */
  field: (key: string, value: Value, change: (to: Value) => void) => ReactNode;
};

export function KeyedTable<Value>(props: KeyedTableProps<Value>) {
  const { texts, name, values, first, readOnly, set, field } = props;
  const [key, setKey] = useState('');
  const wanted = key.trim();
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.title}</SectionTitle>
      <Text variant="microcopy">{texts.help}</Text>
      {Object.entries(values).map(([of, value]) => {
        const { [of]: _struck, ...others } = values;
        return (
          <Flex key={of} direction="row" gap="sm" align="end" wrap={true}>
            {field(of, value, (to) => set({ ...values, [of]: to }))}
            {!readOnly && (
              <Button size="xs" variant="secondary" onClick={() => set(others)}>
                {texts.remove(of)}
              </Button>
            )}
          </Flex>
        );
      })}
      {!readOnly && (
        <Flex direction="row" gap="sm" align="end">
          <Input label={texts.key} name={`${name}-new`} value={key} onInput={setKey} onChange={setKey} />
          <Button
            disabled={wanted === '' || Object.hasOwn(values, wanted)}
            onClick={() => {
              set({ ...values, [wanted]: first });
              setKey('');
            }}
          >
            {texts.add}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
