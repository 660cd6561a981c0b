import {
  Accordion,
  Alert,
  EmptyState,
  ErrorState,
  Flex,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StepIndicator,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

export function States() {
  const [sort, setSort] = useState<'ascending' | 'descending' | 'none'>('none');
  const [page, setPage] = useState(1);
  return (
    <Flex direction="column" gap="md">
      <Alert title="Info">Words</Alert>
      <Alert title="Tip" variant="tip" />
      <Alert title="Warning" variant="warning" />
      <Alert title="Success" variant="success" />
      <Alert title="Danger" variant="danger" />
      <LoadingSpinner label="Loading" showLabel />
      <ProgressBar title="Progress" value={30} showPercentage valueDescription="30 of 100" />
      <ProgressBar title="Warning" value={60} variant="warning" />
      <Flex gap="lg" align="center">
        <ScoreCircle score={72} />
        <Statistics>
          <StatisticsItem label="Contacts" number={1234}>
            <StatisticsTrend value="4 %" direction="increase" />
          </StatisticsItem>
          <StatisticsItem label="Slipping" number={12}>
            <StatisticsTrend value="2 %" direction="decrease" />
          </StatisticsItem>
        </Statistics>
      </Flex>
      <StepIndicator stepNames={['One', 'Two', 'Three']} currentStep={1} />
      <Accordion title="More" defaultOpen>
        <Text>Inside</Text>
      </Accordion>
      <Table bordered paginated pageCount={3} page={page} onPageChange={setPage}>
        <TableHead>
          <TableRow>
            <TableHeader sortDirection={sort} onSortChange={setSort}>
              Name
            </TableHeader>
            <TableHeader>Amount</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            <TableCell>Page {page}</TableCell>
            <TableCell align="right">12</TableCell>
          </TableRow>
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell>Sum</TableCell>
            <TableCell>12</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <EmptyState title="Nothing here" imageName="contacts">
        <Text>Try another filter.</Text>
      </EmptyState>
      <ErrorState title="Broken">
        <Text>Try again.</Text>
      </ErrorState>
    </Flex>
  );
}
