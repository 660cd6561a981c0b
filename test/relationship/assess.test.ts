/** Assessments told whole: reason, evidence, story, holding and horizon of single contacts. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { noFacts } from '../../src/relationship/facts.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { defaultSettings, type Settings } from '../../src/relationship/settings.ts';
import { sentence } from '../../src/relationship/stage/reason.ts';
import {
  complaint,
  form,
  joinedLoyalty,
  meeting,
  meetingPlanned,
  noShow,
  nps,
  order,
  referral,
  theyWrote,
  weWrote,
} from '../golden/acts.ts';
import {
  askedUsToStop,
  dealLost,
  dealOpened,
  dealWon,
  gaveNotice,
  quoteSent,
  registered,
  renewal,
  term,
} from '../golden/business-acts.ts';
import { at, every, golden, type Told } from '../golden/timeline.ts';

type TestStory = Omit<Told, 'expect'>;

function assessStory(told: TestStory, settings: Settings = defaultSettings) {
  const row = golden('', '', { ...told, expect: { stage: 'initiating' } });
  return assess(row.signals, row.facts, shippedModel(row.horizonDays), settings, row.now);
}

describe('the reason', () => {
  test('a silence that is ours is told as ours', () => {
    const found = assessStory({ story: [at(-60, theyWrote())] });
    expect(sentence(found.reason, 'en')).toBe(
      'We owe them an answer since 16 April 2026; it stands still because of us.',
    );
    expect(found.evidence[0]?.kind).toBe('we_owe_an_answer');
  });

  test('a settled complaint says that recovery is not proven', () => {
    const found = assessStory({ story: [at(-120, order()), at(-60, order()), at(-25, complaint(-20))] });
    expect(found.reason).toMatchObject({ code: 'recovery_unproven', settled: true });
  });

  test('a covered contact says by what, in both languages', () => {
    const found = assessStory({ story: [at(-180, dealWon(), term(185))] });
    expect(sentence(found.reason, 'en')).toContain(
      'The running contract covers their silence until 18 October 2026.',
    );
    expect(sentence(found.reason, 'de')).toContain('bis 18. Oktober 2026');
  });

  test('an angry answer does not become the last good word in the reason', () => {
    const found = assessStory({ story: [every(7, -270, -60, order()), at(-1, nps(0))] });
    expect(sentence(found.reason, 'en')).toContain('Nothing from them since');
    expect(sentence(found.reason, 'en')).not.toContain('June');
  });

  test.each([
    [{ story: [every(30, -332, -2, order())] }, 'bonded', 'third_cycle'],
    [{ story: [at(-40, order()), at(-39, joinedLoyalty()), at(-10, order())] }, 'bonded', 'loyalty'],
    [{ story: [at(-400, order()), at(-20, renewal()), at(-2, theyWrote())] }, 'bonded', 'renewal'],
  ] satisfies [TestStory, string, string][])('%# names the sign of the bond', (told, code, sign) => {
    expect(assessStory(told).reason).toMatchObject({ code, sign });
  });

  test('after a lost deal the acquaintance remains, and the reason says so', () => {
    const found = assessStory({
      story: [at(-45, form()), at(-30, quoteSent()), at(-10, meeting()), at(-1, dealLost('q'))],
    });
    expect(found.reason).toMatchObject({ code: 'negotiation_over' });
  });
});

describe('the story', () => {
  test('every stage is told with the kind of move that led to it', () => {
    const { history } = assessStory({
      story: [at(-200, weWrote()), at(-190, theyWrote()), at(-180, order()), at(-30, order())],
    });
    expect(history.map(({ stage, movement }) => [stage, movement])).toEqual([
      ['initiating', 'first'],
      ['experimenting', 'forward'],
      ['integrating', 'skip'],
      ['stagnating', 'deteriorate'],
      ['integrating', 'repair'],
    ]);
  });

  test('a return is a new epoch, and the old one is kept with its ending', () => {
    const found = assessStory({ story: [every(30, -1065, -735, order()), at(-5, order())] });
    expect(found.movement).toBe('new_epoch');
    expect(found.epochs.map(({ epoch, ending }) => [epoch, ending])).toEqual([
      [1, 'faded'],
      [2, 'none'],
    ]);
  });

  test('a notice taken back before its date leaves the epoch as it was', () => {
    const found = assessStory({
      story: [every(30, -332, -40, order()), at(-30, gaveNotice(10)), at(-3, order())],
    });
    expect(found).toMatchObject({ stage: 'bonding', epoch: 1, ending: 'none' });
  });

  test('a deal opened a month after the end, and a word from them, begin anew', () => {
    const story = [every(30, -400, -130, order()), at(-100, gaveNotice(-90)), at(-40, dealOpened('new'))];
    expect(assessStory({ story }).stage).toBe('terminating');
    expect(assessStory({ story: [...story, at(-20, theyWrote())] })).toMatchObject({
      stage: 'experimenting',
      epoch: 2,
    });
  });
});

test('a complaint in the very instant of a return does not undo the return', () => {
  const row = golden('', '', {
    story: [at(-600, order()), at(0, nps(8))],
    expect: { stage: 'experimenting' },
  });
  const returned = row.signals.at(-1);
  const angry = golden('', '', {
    story: [at(0, complaint(null))],
    expect: { stage: 'experimenting' },
  }).signals;
  const sameInstant = angry.map((signal) => ({ ...signal, id: 'c', at: returned?.at ?? 0 }));
  const found = [row.signals, [...row.signals, ...sameInstant]].map(
    (signals) => assess(signals, noFacts, shippedModel(90), defaultSettings, row.now).epoch,
  );
  expect(found).toEqual([2, 2]);
});

describe('a contract that begins with the return', () => {
  const signed = at(-100, dealWon('new'), term(265));
  const asOne = ({ story }: TestStory) => {
    const row = golden('', '', { story, expect: { stage: 'integrating' } });
    const won = row.signals.find((signal) => signal.kind === 'deal_won');
    const signals = row.signals.map((signal) =>
      signal.kind === 'term' ? { ...signal, at: won?.at ?? 0 } : signal,
    );
    return assess(signals, noFacts, shippedModel(90), defaultSettings, row.now);
  };

  test.each([
    ['an end by word', [at(-300, order()), at(-200, askedUsToStop())]],
    ['a long silence', [at(-900, order())]],
  ])('protects the new epoch after %s, though both bear one time', (_, before) => {
    const found = asOne({ story: [...before, signed] });
    expect(found).toMatchObject({ stage: 'integrating', epoch: 2, heldBy: 'term' });
  });

  test('protects the new epoch where it runs from a day before it was signed', () => {
    const story = [
      at(-300, order()),
      at(-200, askedUsToStop()),
      at(-101, term(265)),
      at(-100, dealWon('new')),
    ];
    expect(assessStory({ story })).toMatchObject({ stage: 'integrating', epoch: 2, heldBy: 'term' });
  });

  test('a term that the end closed protects nobody after it', () => {
    const story = [at(-300, order(), term(400)), at(-200, askedUsToStop()), at(-100, order())];
    expect(assessStory({ story })).toMatchObject({ epoch: 2, heldBy: 'none' });
  });
});

describe('what protects', () => {
  test('an agreed meeting covers until it is over, and no longer once it is missed', () => {
    const silence = [at(-68, form()), at(-60, meeting()), at(-40, meetingPlanned(9))];
    expect(assessStory({ story: silence })).toMatchObject({ stage: 'experimenting', heldBy: 'meeting' });
    const row = golden('', '', { story: [...silence, at(-1, noShow())], expect: { stage: 'stagnating' } });
    const planned = row.signals.find((signal) => signal.kind === 'meeting_planned');
    const signals = row.signals.map((signal) =>
      signal.kind === 'no_show' ? { ...signal, source: planned?.source ?? '' } : signal,
    );
    expect(assess(signals, noFacts, shippedModel(90), defaultSettings, row.now).heldBy).toBe('none');
  });

  test('a date a person set protects the silence it falls into and none before it', () => {
    const told: TestStory = {
      story: [at(-500, order()), at(-350, order()), at(-100, order())],
      askedUntilDay: 30,
    };
    const found = assessStory(told);
    expect(found).toMatchObject({ stage: 'bonding', heldBy: 'date' });
    expect(found.history.filter(({ stage }) => stage === 'stagnating')).toHaveLength(2);
  });

  test('what is registered of a product makes a customer only where others sell it', () => {
    const told: TestStory = { story: [at(-10, registered('product'))] };
    const sectors = ['undetermined', 'indirect_identified', 'direct_identified'] as const;
    const stages = sectors.map((sector) => assessStory(told, { ...defaultSettings, sector }).stage);
    expect(stages).toEqual(['integrating', 'integrating', 'experimenting']);
  });

  test('where nobody sees the purchase, taking part four times in two months is the exchange', () => {
    const settings: Settings = { ...defaultSettings, sector: 'indirect_unidentified' };
    const four = assessStory({ story: [every(20, -62, -2, form())] }, settings);
    const three = assessStory({ story: [every(30, -62, -2, form())] }, settings);
    expect([four.stage, three.stage]).toEqual(['integrating', 'experimenting']);
  });
});

describe('who is not assessed', () => {
  test('an address of our own company is nobody’s relationship', () => {
    const row = golden('', '', { story: [at(-3, order())], expect: { stage: 'integrating' } });
    const found = assess(
      row.signals,
      { ...noFacts, mailbox: 'internal' },
      shippedModel(90),
      defaultSettings,
      row.now,
    );
    expect(found).toMatchObject({ stage: 'not_enough_evidence', reason: { code: 'internal_address' } });
  });

  test('an assessment as of no time is a mistake of the caller', () => {
    expect(() => assess([], noFacts, shippedModel(90), defaultSettings, Number.NaN)).toThrow('no time');
  });
});

test('a referral of a churned customer is noted among the evidence', () => {
  const found = assessStory({
    story: [every(30, -400, -130, order()), at(-100, gaveNotice(-70)), at(-10, referral())],
  });
  expect(found.evidence.map((item) => item.kind)).toContain('referral');
});
