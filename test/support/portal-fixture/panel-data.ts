/** The panels of the fixture's cards: each contact shows another side of the models, in both languages. */
import type { CardPanels, HistoryPanel } from '@rapport/shared/contract.ts';
import { approachName } from '../../../src/relationship/approaches/approach-texts.ts';
import { sectorTexts } from '../../../src/relationship/matrix/sectors.ts';
import { fightPanels } from './fight-panels.ts';
import { clockFace, iso, type Language, midnight, type Say, sayer } from './fixture-time.ts';
import { closedGuardrails, earlyGuardrails, openGuardrails } from './guardrail-data.ts';
import { curve, desired } from './panel-pieces.ts';

/** The panels that the service would send for that contact; undefined for cards from before there were any. */
export function panelsFor(id: string, language: Language): CardPanels | undefined {
  const say = sayer(language);
  switch (id) {
    case '101':
      return partner(say, language);
    case '102':
    case '114':
      return fightPanels(id === '114' ? 'recovered' : 'open', say, language);
    case '103':
    case '113':
      return newcomer(say, language);
    case '104':
      return former(say, language);
    case '106':
      return { guardrails: earlyGuardrails(say), matrix: unanswered(say), milestones: noMilestones };
    default:
      return undefined;
  }
}

const noMilestones = {
  firstEncounter: null,
  firstDate: null,
  firstFight: null,
  metFriends: null,
  referrer: null,
  advocacy: null,
} as const;

function partner(say: Say, language: Language): CardPanels {
  const sector = sectorTexts[language].direct_identified;
  return {
    guardrails: openGuardrails(say),
    milestones: {
      firstEncounter: {
        at: iso(-912),
        sentence: say('First met, by word of mouth.', 'Erste Begegnung durch Empfehlung.'),
        activity: { objectTypeId: '0-49', objectId: '9110' },
        reply: clockFace(-912, 'in_time'),
      },
      firstDate: {
        at: iso(-870),
        sentence: say(
          'They first bought. It was the first of many.',
          'Zum ersten Mal gekauft. Es war das erste von vielen Malen.',
        ),
        activity: { objectTypeId: '0-3', objectId: '9109' },
        reply: null,
      },
      firstFight: {
        at: iso(-410),
        sentence: say(
          'First let down. They have recovered from it.',
          'Zum ersten Mal enttäuscht. Sie haben sich davon erholt.',
        ),
        activity: { objectTypeId: '0-5', objectId: '9108' },
        reply: clockFace(-410, 'late'),
      },
      metFriends: {
        at: iso(-31),
        sentence: say('They referred somebody to us.', 'Empfehlung an andere.'),
        activity: { objectTypeId: '0-49', objectId: '9104' },
        reply: null,
      },
      referrer: '104',
      advocacy: { brought: 2, value: say('€18,400', '18.400 €') },
    },
    recovery: null,
    matrix: {
      quadrant: 'direct_identified',
      sentence: say(
        'They pay us directly. What they do can be told to be theirs.',
        'Sie zahlen direkt an uns. Was sie tun, ist ihnen zuzuordnen.',
      ),
      sector: { model: sector.model, recommend: sector.recommend, disruption: sector.disruption },
    },
    level: {
      suggested: 'partnership',
      practised: 'partnership',
      gap: 0,
      sentences: [
        say(
          'Few customers and a high margin support Partnership.',
          'Wenige Kunden und eine hohe Marge tragen die Stufe Partnerschaft.',
        ),
      ],
      due: 4,
      followed: 4,
      missed: [],
    },
    approaches: {
      eligible: [
        {
          name: approachName('limited_club', language),
          cost: say(
            'Costs a benefit worth the fee; members stay more loyal than in an open club.',
            'Kostet einen Vorteil, der den Beitrag wert ist; Mitglieder bleiben treuer als im offenen Klub.',
          ),
          first: true,
        },
        {
          name: approachName('personal_social', language),
          cost: say(
            'Costs the time of one person who stays; a handover begins anew.',
            'Kostet die Zeit einer Person, die bleibt; eine Übergabe fängt von vorn an.',
          ),
          first: false,
        },
      ],
      refused: [
        {
          name: approachName('frequency_programme', language),
          sentence: say('2 of 3 purchases a year are possible', '2 von 3 Käufen im Jahr sind möglich'),
        },
        {
          name: approachName('open_club', language),
          sentence: say('They are identified already', 'Sie sind schon identifiziert'),
        },
        {
          name: approachName('community', language),
          sentence: say(
            '7 of 20 close contacts share an interest or region',
            '7 von 20 nahen Kontakten teilen Interesse oder Region',
          ),
        },
        {
          name: approachName('structural', language),
          sentence: say('The way out is not written down', 'Der Weg hinaus ist nicht festgehalten'),
        },
      ],
    },
    desired: desired('business_partners', 'fits', language, say('Yearly talk', 'Jahresgespräch')),
    history: {
      steps: [
        { stage: 'bonding', since: midnight(-74), movement: 'forward', epoch: 1 },
        { stage: 'integrating', since: midnight(-402), movement: 'repair', epoch: 1 },
        { stage: 'differentiating', since: midnight(-410), movement: 'deteriorate', epoch: 1 },
        { stage: 'integrating', since: midnight(-640), movement: 'forward', epoch: 1 },
        { stage: 'intensifying', since: midnight(-870), movement: 'skip', epoch: 1 },
        { stage: 'initiating', since: midnight(-912), movement: 'first', epoch: 1 },
      ],
      earlier: 0,
      epochs: [],
    },
    curve: curve(-4, 93, 60),
  };
}

function newcomer(say: Say, language: Language): CardPanels {
  return {
    guardrails: earlyGuardrails(say),
    milestones: {
      ...noMilestones,
      firstEncounter: {
        at: iso(-12),
        sentence: say('First met, because we reached out.', 'Erste Begegnung, weil wir uns gemeldet haben.'),
        activity: { objectTypeId: '0-49', objectId: '9303' },
        reply: null,
      },
      firstDate: {
        at: iso(-9),
        sentence: say(
          'They first shared something. We promised: two examples. A second act is still to come.',
          'Zum ersten Mal etwas anvertraut. Versprochen war: zwei Beispiele. Ein zweites Mal steht noch aus.',
        ),
        activity: null,
        reply: clockFace(0, 'waiting'),
      },
    },
    recovery: null,
    matrix: unanswered(say),
    level: {
      suggested: 'unknown',
      practised: 'unknown',
      gap: null,
      sentences: [
        say(
          'Nothing was sold yet, so no level is practised.',
          'Noch wurde nichts verkauft, also wird keine Stufe gelebt.',
        ),
        say(
          'Level unavailable: no margin data. It lies between Reactive and Proactive.',
          'Stufe nicht bestimmbar: keine Margen. Sie liegt zwischen Reagierend und Vorausschauend.',
        ),
      ],
      due: 0,
      followed: 0,
      missed: [],
    },
    approaches: {
      eligible: [],
      refused: [
        {
          name: approachName('personal_social', language),
          sentence: say('41 of 90 days with the same owner', '41 von 90 Tagen mit derselben Betreuung'),
        },
      ],
    },
    desired: { asked: null, mismatch: 'not_asked', depth: 'individual', observed: [] },
    history: {
      steps: [
        { stage: 'experimenting', since: midnight(-9), movement: 'forward', epoch: 1 },
        { stage: 'initiating', since: midnight(-12), movement: 'first', epoch: 1 },
      ],
      earlier: 0,
      epochs: [],
    },
    curve: curve(-2, 64, 38),
  };
}

function former(say: Say, language: Language): CardPanels {
  const sector = sectorTexts[language].indirect_identified;
  return {
    guardrails: closedGuardrails(say),
    milestones: {
      ...noMilestones,
      firstEncounter: {
        at: iso(-1400),
        sentence: say('First met, at an event.', 'Erste Begegnung auf einer Veranstaltung.'),
        activity: null,
        reply: null,
      },
    },
    recovery: null,
    matrix: {
      quadrant: 'indirect_identified',
      sentence: say(
        'They pay through an intermediary. What they do can be told to be theirs.',
        'Sie zahlen über einen Vermittler. Was sie tun, ist ihnen zuzuordnen.',
      ),
      sector: { model: sector.model, recommend: sector.recommend, disruption: sector.disruption },
    },
    level: {
      suggested: 'reactive',
      practised: 'reactive',
      gap: 0,
      sentences: [
        say(
          'Reactive at most, because of the stage.',
          'Höchstens Reagierend, begrenzt durch die Stufe der Beziehung.',
        ),
      ],
      due: 1,
      followed: 1,
      missed: [],
    },
    approaches: { eligible: [], refused: [] },
    desired: desired('ex_friends', 'fits', language, say('Their last letter', 'Ihr letzter Brief')),
    history: formerHistory,
    curve: null,
  };
}

const formerHistory: HistoryPanel = {
  steps: [
    { stage: 'terminating', since: midnight(-120), movement: 'deteriorate', epoch: 2 },
    { stage: 'avoiding', since: midnight(-150), movement: 'deteriorate', epoch: 2 },
    { stage: 'integrating', since: midnight(-420), movement: 'new_epoch', epoch: 2 },
  ],
  earlier: 5,
  epochs: [{ epoch: 1, startedAt: midnight(-1400), endedAt: midnight(-700), ending: 'ended' }],
};

function unanswered(say: Say) {
  return {
    quadrant: 'undetermined',
    sentence: say(
      'Nobody has answered yet who collects the money here. Nobody has answered yet whether people can buy here without saying who they are.',
      'Noch ist nicht beantwortet, wer hier das Geld kassiert. Noch ist nicht beantwortet, ob man hier kaufen kann, ohne sich zu nennen.',
    ),
    sector: null,
  } as const;
}
