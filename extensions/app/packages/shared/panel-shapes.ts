/** What each panel of a card must look like to be shown. */
import { list, number, oneOf, optional, orNull, record, type Shape, text, time, truth } from './shape.ts';

const linked = orNull(record({ objectTypeId: text, objectId: text }));
const clock = record({
  startedAt: time,
  dueAt: orNull(time),
  answeredAt: orNull(time),
  outcome: oneOf(['in_time', 'late', 'waiting']),
});

/** A place must lead to a sentence, so that no card prints "undefined" beside a verdict. */
const guardrails: Shape = (value) => {
  const count = sentencesIn(value);
  const place: Shape = (it) => Number.isInteger(it) && Number(it) >= 0 && Number(it) < count;
  const ruling = record({
    purposes: list(text),
    channels: list(text),
    answer: oneOf(['ALLOW', 'ALLOW_WITH_NOTICE', 'ASK_FIRST', 'DENY']),
    because: list(place),
    instead: orNull(place),
    notice: orNull(place),
    until: orNull(time),
  });
  const blocked = record({ kind: oneOf(['blocked']), because: list(place) });
  const shape = record({
    ceiling: oneOf(['I0', 'I1', 'I2', 'I3', 'I4']),
    ceilingText: text,
    ceilingBecause: list(place),
    sentences: list(text),
    rulings: list(ruling),
    pressure,
    nextOutreach: (it) => passesNow(it) || passesAt(it) || blocked(it),
    mayMention: list(text),
    mayNotMention: list(text),
  });
  return shape(value);
};

function sentencesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const sentences: unknown = Reflect.get(value, 'sentences');
  return Array.isArray(sentences) ? sentences.length : 0;
}

const passesNow = record({ kind: oneOf(['now']) });
const passesAt = record({ kind: oneOf(['at']), at: time });
const pressure = record({
  value: number,
  noticeAt: number,
  denyAt: number,
  days: number,
  calls: number,
  emails: number,
  directMessages: number,
  mailings: number,
  easesAt: orNull(time),
  marketingMailVisible: truth,
});

const reached = orNull(record({ at: time, sentence: text, activity: linked, reply: orNull(clock) }));
const milestones = record({
  firstEncounter: reached,
  firstDate: reached,
  firstFight: reached,
  metFriends: reached,
  referrer: orNull(text),
  advocacy: orNull(record({ brought: number, value: orNull(text) })),
});

const recovery = record({
  outcome: oneOf(['open', 'recovered', 'unrecovered', 'repeat']),
  kind: oneOf(['complaint', 'bad_score', 'refund']),
  severity: orNull(oneOf(['low', 'medium', 'high'])),
  openedAt: time,
  closedAt: orNull(time),
  activity: linked,
  remedy: orNull(text),
  acknowledgement: clock,
  sign: orNull(record({ at: time, by: oneOf(['csat', 'nps', 'order', 'own_accord']), activity: linked })),
  provenUntil: orNull(time),
  pausesAutomation: truth,
  count: number,
  check: list(text),
});

const matrix = record({
  quadrant: text,
  sentence: text,
  sector: orNull(record({ model: text, recommend: text, disruption: list(text) })),
});

const levelName = oneOf(['basic', 'reactive', 'accountable', 'proactive', 'partnership', 'unknown']);
const level = record({
  suggested: levelName,
  practised: levelName,
  gap: orNull(number),
  sentences: list(text),
  due: number,
  followed: number,
  missed: list(record({ deal: linked, soldAt: time, dueAt: time })),
});

const approaches = record({
  eligible: list(record({ name: text, cost: text, first: truth })),
  refused: list(record({ name: text, sentence: text })),
});

const desired = record({
  asked: orNull(
    record({
      type: text,
      label: text,
      wants: orNull(text),
      source: text,
      at: time,
      rules: list(text),
      captivity: truth,
    }),
  ),
  mismatch: orNull(oneOf(['too_close', 'fits', 'too_distant', 'not_asked'])),
  depth: oneOf(['individual', 'collective']),
  observed: list(record({ axis: text, value: orNull(number), evidence: number })),
});

const history = record({
  steps: list(record({ stage: text, since: time, movement: text, epoch: number })),
  earlier: number,
  epochs: list(
    record({
      epoch: number,
      startedAt: time,
      endedAt: orNull(time),
      ending: oneOf(['none', 'faded', 'ended', 'completed']),
    }),
  ),
});

const point: Shape = (value) => Array.isArray(value) && value.length === 2 && value.every(number);
const curve = record({ from: time, points: list(point) });

export const panels: Shape = record({
  guardrails: optional(guardrails),
  milestones: optional(milestones),
  recovery: optional(orNull(recovery)),
  matrix: optional(matrix),
  level: optional(level),
  approaches: optional(approaches),
  desired: optional(desired),
  history: optional(history),
  curve: optional(orNull(curve)),
});
