/** The words of the parts behind the first glance, in English. */
import type { PanelTexts } from './panel-texts.ts';
import { times } from './plural.ts';

export const englishPanels: PanelTexts = {
  tabs: {
    why: 'Why',
    guardrails: 'Closeness',
    milestones: 'Milestones',
    value: 'Value',
    history: 'History',
  },
  guardrails: {
    lights: 'Following up of our own accord',
    answers: {
      ALLOW: 'Go ahead',
      ALLOW_WITH_NOTICE: 'Go ahead, with a notice',
      ASK_FIRST: 'Ask first',
      DENY: 'Do not',
    },
    channels: {
      email: 'E-mail',
      call: 'Phone',
      sms: 'SMS',
      whatsapp: 'WhatsApp',
      linkedin: 'LinkedIn',
      postal: 'Letter',
      meeting: 'Meeting',
    },
    purposes: {
      service_reply: 'Answering them',
      transactional: 'A contract matter',
      recovery: 'Mending a complaint',
      follow_up: 'Following up',
      sales: 'Selling',
      marketing: 'Marketing',
      referral_ask: 'Asking for a referral',
      survey: 'A survey',
    },
    ceiling: 'How close',
    ceilingOf: (ceiling) => `${ceiling.slice(1)} of 4`,
    noLimit: 'Nothing stands in the way of closeness.',
    purpose: 'What for',
    channel: 'Channel',
    verdict: 'Verdict',
    why: 'Because',
    nothingAgainst: 'Nothing stands against it.',
    instead: 'Instead',
    until: (time) => `until ${time}`,
    passed: (time) => `Asked before ${time}; refresh to ask again.`,
    pressure: 'Contact pressure',
    pressureOf: (value, deny) => `${value} of ${deny}`,
    pressureWords: {
      low: 'There is room.',
      notice: 'At their tolerance.',
      deny: 'Too much: leave them in peace.',
    },
    counted: (calls, emails, direct, letters, days) => {
      const parts = [
        times(calls, 'call', 'calls'),
        times(emails, 'e-mail', 'e-mails'),
        times(direct, 'direct message', 'direct messages'),
        times(letters, 'letter', 'letters'),
      ].filter((it) => it !== null);
      return parts.length === 0
        ? `Nothing uninvited from us in ${days} days.`
        : `${parts.join(', ')} from us, uninvited, in ${days} days.`;
    },
    eases: (day) => `Eases on ${day} if nothing is sent.`,
    unseenMarketing: 'Marketing mail is not visible to Rapport: it may be higher.',
    next: 'Next marketing',
    nextNow: 'Possible now',
    nextAt: (day) => `From ${day}`,
    nextBlocked: 'No, and waiting does not help',
    mayMention: 'May be mentioned',
    mayNotMention: 'Better not mentioned',
    nothing: 'Nothing yet.',
  },
  clock: (outcome, answered, due) => {
    if (outcome === 'waiting') return due === null ? 'Answer is due.' : `Answer is due by ${due}.`;
    if (answered === null) return due === null ? 'Not answered.' : `Not answered; it was due by ${due}.`;
    return outcome === 'in_time' ? `Answered in time, ${answered}.` : `Answered late, ${answered}.`;
  },
  milestones: {
    names: {
      firstEncounter: 'First encounter',
      firstDate: 'First date',
      firstFight: 'First fight',
      metFriends: 'Met their friends',
    },
    notYet: {
      firstEncounter: 'Not met yet.',
      firstDate: 'Nothing shared or bought yet.',
      firstFight: 'No trouble so far.',
      metFriends: 'Nobody introduced yet.',
    },
    broughtBy: 'Who brought them',
    brought: (contacts, value) => {
      const who = contacts === 1 ? 'Brought one contact' : `Brought ${contacts} contacts`;
      return value === null ? `${who}.` : `${who}, who spent ${value}.`;
    },
  },
  recovery: {
    title: { complaint: 'Complaint', bad_score: 'Bad score', refund: 'Refund' },
    outcomes: {
      open: 'Open',
      recovered: 'Recovered',
      unrecovered: 'Not recovered',
      repeat: 'Happened again',
    },
    since: (what, day, outcome) => `${what} since ${day}: ${outcome}`,
    severity: 'Severity',
    severities: { low: 'Low', medium: 'Medium', high: 'High' },
    opened: 'Since',
    answer: 'Our answer',
    settled: 'Settled',
    notSettled: 'Not yet',
    remedy: 'Made up for by',
    remedies: {
      refund: 'a refund',
      replacement: 'a replacement',
      repair: 'a repair',
      credit: 'a credit',
      apology: 'an apology',
      explanation: 'an explanation',
    },
    sign: 'Sign of recovery',
    signs: {
      csat: 'A good satisfaction score',
      nps: 'A good recommendation score',
      order: 'An order',
      own_accord: 'A word of their own accord',
    },
    noSign: (until) => (until === null ? 'None yet.' : `None yet; it counts until ${until}.`),
    pauses: 'Automation rests until it is mended.',
    check: 'Before you call it settled',
    count: (fights) => `${fights} so far`,
    open: 'Open the case',
  },
  matrix: {
    title: 'Relationship matrix',
    quadrants: {
      direct_identified: 'Direct, identified',
      direct_unidentified: 'Direct, unidentified',
      indirect_identified: 'Indirect, identified',
      indirect_unidentified: 'Indirect, unidentified',
      undetermined: 'Undetermined',
    },
    model: 'It asks for',
    recommend: 'What to do',
    disruption: 'How it gets disrupted',
  },
  level: {
    title: 'Attention',
    names: {
      basic: 'Basic',
      reactive: 'Reactive',
      accountable: 'Accountable',
      proactive: 'Proactive',
      partnership: 'Partnership',
      unknown: 'Unknown',
    },
    suggested: 'Suggested',
    practised: 'Practised',
    gapWords: (gap) => {
      if (gap === null) return 'Unknown';
      if (gap === 0) return 'None';
      const levels = Math.abs(gap) === 1 ? 'One level' : `${Math.abs(gap)} levels`;
      return gap < 0 ? `${levels} too little` : `${levels} more than it takes`;
    },
    followed: (followed, due) => `${followed} of ${due} sales followed up.`,
    missed: { title: 'Missed follow-ups', deal: 'Sale', sold: 'Sold', due: 'Word was due' },
    openDeal: (number) => `Sale ${number}`,
  },
  approaches: {
    title: 'Ways of adding value',
    none: 'None suits now.',
    first: 'First choice',
    suits: 'Suits',
    refused: (count) => `What stands in the way of the others (${count})`,
    way: 'Way',
    missing: 'What is missing',
  },
  desired: {
    title: 'What they want',
    notAsked: 'Nobody has asked yet. Ask them; it is never guessed.',
    wants: 'They want',
    said: (source, day) => `${source}, ${day}`,
    captivity: 'Take care that they can leave.',
    mismatch: {
      too_close: 'Closer than they want',
      fits: 'Fits',
      too_distant: 'More distant than they want',
      not_asked: 'Not asked',
      unknown: 'Not known yet',
    },
    rules: 'Rules of this relationship',
    depth: {
      individual: 'Known as a person.',
      collective: 'Known only as customers like this one: nothing concluded about the person is said.',
    },
    observed: 'What the CRM shows',
    axis: 'Side',
    shows: 'Shows as',
    restsOn: 'From',
    axes: {
      valence: 'Tone',
      intensity: 'Intensity',
      voluntariness: 'Freedom',
      duration: 'Duration',
      formality: 'Formality',
      symmetry: 'Balance',
    },
    poles: {
      valence: ['Troubled', 'Mixed', 'Good'],
      intensity: ['Superficial', 'Moderate', 'Intense'],
      voluntariness: ['Tied', 'Partly free', 'Of their own accord'],
      duration: ['Short', 'Some time', 'Enduring'],
      formality: ['Informal', 'Mixed', 'Formal'],
      symmetry: ['One-sided', 'Uneven', 'Mutual'],
    },
    noEvidence: 'Not seen',
    evidence: (signals) => (signals === 1 ? '1 signal' : `${signals} signals`),
  },
  history: {
    steps: 'Stages so far',
    what: 'Stage',
    since: 'Since',
    how: 'Movement',
    movements: {
      forward: 'Moved on',
      backward: 'Moved back',
      deteriorate: 'Moved apart',
      repair: 'Moved closer',
      skip: 'Moved several steps',
      new_epoch: 'Started again',
      recalibrated: 'Judged anew',
      first: 'First assessment',
    },
    notEnough: 'Not enough evidence',
    none: 'Nothing happened before this stage.',
    earlier: (count) =>
      count === 1 ? 'One earlier step is not shown.' : `${count} earlier steps are not shown.`,
    epochs: 'Earlier relationships',
    epoch: (number) => `Relationship ${number}`,
    lasted: (from, to) => (to === null ? `since ${from}` : `${from} to ${to}`),
  },
  curve: {
    title: (days) => `Chance of hearing from them within ${days} days`,
    past: 'Until today',
    ahead: (stage) => `${stage}, if they stay silent`,
    beyond: (stage) => `then ${stage}`,
    day: 'Day',
    percent: 'Percent',
  },
};
