/** A customer whom we let down: while the complaint is open, and once they have recovered from it. */
import type { CardPanels, RecoveryPanel } from '@rapport/shared/contract.ts';
import { approachName } from '../../../src/relationship/approaches/approach-texts.ts';
import { sectorTexts } from '../../../src/relationship/matrix/sectors.ts';
import { recoveryCheck } from '../../../src/relationship/milestones/milestone-texts.ts';
import { clockFace, iso, type Language, midnight, type Say } from './fixture-time.ts';
import { openGuardrails, strictGuardrails } from './guardrail-data.ts';
import { curve, desired } from './panel-pieces.ts';

const ticket = { objectTypeId: '0-5', objectId: '9205' };

export function fightPanels(outcome: 'open' | 'recovered', say: Say, language: Language): CardPanels {
  const isOpen = outcome === 'open';
  return {
    guardrails: isOpen ? strictGuardrails(say) : openGuardrails(say),
    milestones: milestones(isOpen, say),
    recovery: isOpen ? openFight(language) : settledFight(language),
    matrix: matrix(say, language),
    level: level(say),
    approaches: approaches(say, language),
    desired: isOpen
      ? desired(
          'basic_exchange',
          'too_close',
          language,
          say('Form “How shall we stay in touch?”', 'Formular „Wie bleiben wir in Kontakt?“'),
        )
      : desired(
          'best_friends',
          'too_distant',
          language,
          say('At the fair, in person', 'Auf der Messe, persönlich'),
        ),
    history: {
      steps: [
        { stage: 'stagnating', since: midnight(-42), movement: 'deteriorate', epoch: 1 },
        { stage: 'integrating', since: midnight(-300), movement: 'forward', epoch: 1 },
        { stage: 'intensifying', since: midnight(-390), movement: 'forward', epoch: 1 },
      ],
      earlier: 2,
      epochs: [],
    },
    curve: curve(-62, 82, 45),
  };
}

function openFight(language: Language): RecoveryPanel {
  return {
    outcome: 'open',
    kind: 'complaint',
    severity: 'high',
    openedAt: iso(-4),
    closedAt: null,
    activity: ticket,
    remedy: null,
    acknowledgement: { ...clockFace(-4, 'waiting'), outcome: 'late' },
    sign: null,
    provenUntil: null,
    pausesAutomation: true,
    count: 2,
    check: recoveryCheck(language),
  };
}

function settledFight(language: Language): RecoveryPanel {
  return {
    ...openFight(language),
    outcome: 'recovered',
    severity: 'medium',
    openedAt: iso(-60),
    closedAt: iso(-52),
    remedy: 'replacement',
    acknowledgement: clockFace(-60, 'in_time'),
    sign: { at: iso(-40), by: 'csat', activity: { objectTypeId: '0-19', objectId: '9206' } },
    provenUntil: midnight(-20),
    pausesAutomation: false,
    count: 1,
  };
}

function milestones(isOpen: boolean, say: Say): NonNullable<CardPanels['milestones']> {
  const fight = isOpen
    ? say(
        'First let down. It happened again soon after. Automation rests.',
        'Zum ersten Mal enttäuscht. Kurz darauf geschah es wieder. Automatisches ruht.',
      )
    : say(
        'First let down. They have recovered from it.',
        'Zum ersten Mal enttäuscht. Sie haben sich davon erholt.',
      );
  return {
    firstEncounter: {
      at: iso(-420),
      sentence: say('First met, by a search.', 'Erste Begegnung über eine Suche.'),
      activity: { objectTypeId: '0-49', objectId: '9210' },
      reply: clockFace(-420, 'in_time'),
    },
    firstDate: {
      at: iso(-390),
      sentence: say(
        'They first shared something. We promised: a price list. It was the first of many.',
        'Zum ersten Mal etwas anvertraut. Versprochen war: eine Preisliste. Es war das erste von vielen Malen.',
      ),
      activity: null,
      reply: clockFace(-390, 'late'),
    },
    firstFight: { at: iso(-60), sentence: fight, activity: ticket, reply: null },
    metFriends: null,
    referrer: null,
    advocacy: null,
  };
}

function matrix(say: Say, language: Language): NonNullable<CardPanels['matrix']> {
  const sector = sectorTexts[language].direct_unidentified;
  return {
    quadrant: 'direct_unidentified',
    sentence: say(
      'They pay us directly. Not identified: several people share the address or number.',
      'Sie zahlen direkt an uns. Nicht identifiziert: Mehrere Personen teilen sich die Adresse oder Nummer.',
    ),
    sector: { model: sector.model, recommend: sector.recommend, disruption: sector.disruption },
  };
}

function level(say: Say): NonNullable<CardPanels['level']> {
  return {
    suggested: 'accountable',
    practised: 'basic',
    gap: -2,
    sentences: [
      say(
        'A medium number of customers and a medium margin support Accountable.',
        'Mittelviele Kunden und eine mittlere Marge tragen die Stufe Verantwortlich.',
      ),
    ],
    due: 3,
    followed: 1,
    missed: [
      { deal: { objectTypeId: '0-123', objectId: '9204' }, soldAt: midnight(-62), dueAt: midnight(-48) },
      { deal: { objectTypeId: '0-3', objectId: '9207' }, soldAt: midnight(-150), dueAt: midnight(-136) },
    ],
  };
}

function approaches(say: Say, language: Language): NonNullable<CardPanels['approaches']> {
  return {
    eligible: [
      {
        name: approachName('open_club', language),
        cost: say(
          'Costs a benefit per member; watch the share of identified sales.',
          'Kostet einen Vorteil je Mitglied; den Anteil identifizierter Verkäufe verfolgen.',
        ),
        first: false,
      },
    ],
    refused: [
      {
        name: approachName('limited_club', language),
        sentence: say('A complaint is open', 'Eine Beschwerde ist offen'),
      },
      {
        name: approachName('frequency_programme', language),
        sentence: say(
          'The best customers bring 48 % of the margin; it takes 60 %',
          'Die besten Kunden bringen 48 % der Marge; nötig sind 60 %',
        ),
      },
      {
        name: approachName('structural', language),
        sentence: say('They are no company', 'Sie sind kein Unternehmen'),
      },
    ],
  };
}
