import {
  AutoGrid,
  Box,
  Button,
  ButtonRow,
  Card,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  Flex,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Link,
  List,
  Spacer,
  Stack,
  StatusTag,
  Tag,
  Text,
  Tile,
  Tooltip,
} from '@hubspot/ui-extensions';

const dot =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="40" height="40"%3E%3Ccircle cx="20" cy="20" r="18" fill="teal"/%3E%3C/svg%3E';

export function Layouts() {
  return (
    <Stack distance="md">
      <Heading>Words</Heading>
      <Text>
        Body text with{' '}
        <Text inline format={{ fontWeight: 'bold' }}>
          bold
        </Text>
        ,{' '}
        <Text inline format={{ italic: true }}>
          italic
        </Text>{' '}
        and <Link href="https://example.com">a link</Link>.
      </Text>
      <Text variant="microcopy">Microcopy is smaller.</Text>
      <Inline gap="small">
        <Tag>Default</Tag>
        <Tag variant="success">Success</Tag>
        <Tag variant="warning">Warning</Tag>
        <Tag variant="error">Error</Tag>
        <Tag variant="info">Info</Tag>
        <StatusTag variant="success">Success</StatusTag>
        <StatusTag variant="warning">Warning</StatusTag>
        <StatusTag variant="danger">Danger</StatusTag>
        <StatusTag variant="info" hollow>
          Hollow
        </StatusTag>
        <Icon name="clock" screenReaderText="Clock" />
        <Icon name="warning" color="warning" />
        <Tooltip>Words of a tooltip</Tooltip>
      </Inline>
      <Divider />
      <Flex gap="md" justify="between" align="start">
        <Box flex={1}>
          <List variant="unordered-styled">
            <Text>First</Text>
            <Text>Second</Text>
          </List>
        </Box>
        <Box flex={1}>
          <List variant="ordered-styled">
            <Text>First</Text>
            <Text>Second</Text>
          </List>
        </Box>
        <Box flex={1}>
          <DescriptionList>
            <DescriptionListItem label="Label">Value</DescriptionListItem>
          </DescriptionList>
        </Box>
      </Flex>
      <AutoGrid columnWidth={160} gap="md" flexible>
        <Tile>A tile</Tile>
        <Tile compact>A compact tile</Tile>
        <Card>A card</Card>
      </AutoGrid>
      <Spacer size="md" />
      <ButtonRow>
        <Button variant="primary">Primary</Button>
        <Button variant="secondary">Secondary</Button>
        <Button variant="destructive">Destructive</Button>
        <Button disabled>Disabled</Button>
      </ButtonRow>
      <Inline gap="medium">
        <Dropdown buttonText="Menu" options={[{ label: 'One' }, { label: 'Two' }]} />
        <Dropdown buttonText="Items">
          <Dropdown.ButtonItem>Item</Dropdown.ButtonItem>
        </Dropdown>
        <Button size="xs" variant="transparent">
          Transparent
        </Button>
        <Image src={dot} alt="A dot" width={40} />
        <Illustration name="contacts" alt="Contacts" width={100} />
      </Inline>
    </Stack>
  );
}
