import {
  Button,
  Checkbox,
  CurrencyInput,
  DateInput,
  Flex,
  Form,
  Input,
  LoadingButton,
  MultiSelect,
  NumberInput,
  RadioButton,
  SearchInput,
  Select,
  StepperInput,
  Text,
  TextArea,
  TimeInput,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const options = [
  { label: 'Email', value: 'email' },
  { label: 'Call', value: 'call' },
];

export function Inputs({ say }: { say: (message: string) => void }) {
  const [typed, setTyped] = useState('');
  const [channel, setChannel] = useState<string | number | boolean>('email');
  return (
    <Form onSubmit={({ targetValue }) => say(`Sent ${String(targetValue['name'])}`)}>
      <Flex direction="column" gap="md">
        <Input
          label="Name"
          name="name"
          required
          description="As on the invoice"
          value={typed}
          onInput={setTyped}
        />
        <Text>Typed: {typed}</Text>
        <Input label="Broken" name="broken" error validationMessage="This is wrong" />
        <SearchInput label="Find" name="find" placeholder="Find something" />
        <TextArea label="Note" name="note" />
        <NumberInput label="Share" name="share" value={40} formatStyle="percentage" />
        <CurrencyInput label="Price" name="price" value={12} currency="EUR" />
        <StepperInput label="Steps" name="steps" value={2} min={0} max={5} />
        <DateInput label="Day" name="day" value={{ year: 2026, month: 8, date: 14 }} />
        <TimeInput label="Time" name="time" value={{ hours: 9, minutes: 30 }} />
        <Select label="Channel" name="channel" options={options} value={channel} onChange={setChannel} />
        <MultiSelect label="Channels" name="channels" options={options} value={['call']} />
        <Checkbox name="agreed" description="Of your own will">
          I agree
        </Checkbox>
        <RadioButton name="pick">Pick me</RadioButton>
        <Toggle label="Live" name="live" checked />
        <ToggleGroup label="Which" name="which" options={options} toggleType="radioButtonList" value="call" />
        <Flex gap="sm">
          <Button type="submit" variant="primary">
            Send
          </Button>
          <LoadingButton loading>Loading</LoadingButton>
          <LoadingButton resultIconName="success">Done</LoadingButton>
        </Flex>
      </Flex>
    </Form>
  );
}
