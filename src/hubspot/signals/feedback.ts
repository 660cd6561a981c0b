/** Survey answers: the value where it is NPS or CSAT; any other answer is still the customer's act. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, numberOf, stamp, textOf, timeOf } from './crm-record.ts';

export const feedbackProperties = ['hs_survey_type', 'hs_value', 'hs_submission_timestamp'] as const;

const metrics: Readonly<Record<string, 'nps' | 'csat'>> = { NPS: 'nps', CSAT: 'csat' };

export function feedbackSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const at = timeOf(record, 'hs_submission_timestamp') ?? happenedAt(record, 'hs_createdate');
  const metric = metrics[textOf(record, 'hs_survey_type') ?? ''];
  const value = numberOf(record, 'hs_value');
  if (metric === undefined || value === null) {
    return [{ ...stamp(record, at, 'form'), kind: 'form', by: 'customer', channel: 'survey', facts: {} }];
  }
  return [
    {
      ...stamp(record, at, 'survey'),
      kind: 'survey',
      by: 'customer',
      channel: 'survey',
      facts: { metric, value },
    },
  ];
}
