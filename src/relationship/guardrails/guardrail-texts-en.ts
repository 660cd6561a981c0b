import { stageNames } from '../stage/stage-names.ts';
import type { Because, ContactBecause, KnowledgeBecause, PersonBecause } from './fired.ts';
import type { GuardrailTexts, Say } from './guardrail-texts.ts';

/** The English words of the guardrails. */
const channels = {
  email: 'e-mail',
  call: 'phone',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  linkedin: 'LinkedIn',
  postal: 'letter',
  meeting: 'meeting',
} as const;

const purposes = {
  service_reply: 'a reply',
  transactional: 'a contract matter',
  recovery: 'mending a complaint',
  follow_up: 'a follow-up',
  sales: 'sales',
  marketing: 'marketing',
  referral_ask: 'asking for a referral',
  survey: 'a survey',
} as const;

const levels = {
  basic: 'basic',
  reactive: 'reactive',
  accountable: 'accountable',
  proactive: 'proactive',
  partnership: 'partnership',
} as const;

const stages = { ...stageNames.en, not_enough_evidence: 'not enough evidence' } as const;

/** What a ceiling leaves, after "keep to". */
const keepTo = {
  I0: 'silence',
  I1: 'the matter at hand',
  I2: 'what they told us or did with us',
  I3: 'what is personal, with care',
  I4: 'what partners share',
} as const;

function because(it: Because, say: Say): string {
  switch (it.code) {
    case 'objection':
      return it.at === null
        ? 'The person objected (field “Objection”): only replies and contract matters.'
        : `The person objected on ${say.date(it.at)}: only replies and contract matters.`;
    case 'erasure':
      return 'The field “Erasure requested” is set: only replies and contract matters.';
    case 'restriction':
      return 'The field “Processing restricted” is set: only replies and contract matters.';
    case 'opted_out':
      return it.channel === 'all'
        ? `They opted out of everything${say.on(it.at)}.`
        : `They opted out of ${channels[it.channel]}${say.on(it.at)}.`;
    case 'not_subscribed':
      return `They are not subscribed to “${it.subscription}”.`;
    case 'no_legal_basis':
      return 'The field “Legal basis for processing contact’s data” is empty, and this portal demands one.';
    case 'subscription_unknown':
      return `The field “Subscription” for ${channels[it.channel]} is not visible to Rapport.`;
    case 'contract_only':
      return 'The field “Legal basis” says contract only: nothing beyond the contract.';
    default:
      return becauseOfKnowledge(it, say);
  }
}

function becauseOfKnowledge(it: KnowledgeBecause | ContactBecause | PersonBecause, say: Say): string {
  switch (it.code) {
    case 'sensitive':
      return `Sensitive: ${say.list(it.fields)}. Leave it out.`;
    case 'covert_mention':
      return `Seen without their notice, so never said: ${say.list(it.fields)}.`;
    case 'covert_use':
      return `Seen without their notice: ${say.list(it.fields)}. Ask before you use it.`;
    case 'third_party':
      return it.source === null
        ? `From somebody else, and the source is not known: ${say.list(it.fields)}.`
        : `From ${it.source}, not from them: ${say.list(it.fields)}. Name the source.`;
    case 'third_party_use':
      return `From somebody else: ${say.list(it.fields)}. Ask before you use it.`;
    case 'inferred':
      return it.allowed
        ? `A conclusion of ours: ${say.list(it.fields)}. Say that it is one.`
        : `A conclusion of ours, too early or too thin to be said: ${say.list(it.fields)}.`;
    case 'other_purpose':
      return `Not collected for ${purposes[it.purpose]}: ${say.list(it.fields)}.`;
    case 'other_context':
      return `Learned elsewhere, and the stage is ${say.stage(it.stage)}: do not bring up ${say.list(it.fields)}.`;
    case 'collective':
      return `This segment is known as a group only: say nothing of this person’s ${say.list(it.fields)}.`;
    default:
      return becauseOfContact(it, say);
  }
}

function becauseOfContact(it: ContactBecause | PersonBecause, say: Say): string {
  switch (it.code) {
    case 'pressure':
      return pressure(it, say);
    case 'quiet_hours':
      return it.until === null ? 'Quiet hours do not end.' : `Quiet hours until ${say.time(it.until)}.`;
    case 'asked_until':
      return `They asked to be left alone until ${say.date(it.until)}.`;
    case 'cadence':
      return `They want to hear from us at most every ${say.number(it.days)} days: not before ${say.date(it.until)}.`;
    case 'refused_channel':
      return `They asked us${say.on(it.at)} not to use ${channels[it.channel]}.`;
    case 'stage_pause':
      return `The stage is ${say.stage(it.stage)}, and our last word was on ${say.date(it.lastAt)}: nothing before ${say.date(it.until)}.`;
    case 'stage_by_hand':
      return `The stage is ${say.stage(it.stage)}: only a person writes, no automation.`;
    case 'stage':
      return stage(it, say);
    case 'open_complaint':
      return `A complaint is open since ${say.date(it.at)}: mend it before you offer or ask anything.`;
    case 'desired': {
      const care = it.captivity ? ' Make sure that they can leave.' : '';
      return `On ${say.date(it.at)} they said what they want: ${it.type.en}. Keep to ${keepTo[it.ceiling]}.${care}`;
    }
    case 'desired_unknown':
      return `On ${say.date(it.at)} they chose “${it.id}”, a relationship this portal does not know: keep your distance.`;
    default:
      return becauseOfPerson(it, say);
  }
}

function becauseOfPerson(it: PersonBecause, say: Say): string {
  switch (it.code) {
    case 'vulnerable':
      return 'The field “Child or vulnerable person” is set: no advertising, only the matter at hand.';
    case 'consent_old':
      return `Their consent is of ${say.date(it.at)} and too old since ${say.date(it.since)}: ask again.`;
    case 'shared_address':
      return it.mailbox === 'internal'
        ? 'The field “E-mail” is an address of our own company: only the matter at hand.'
        : 'The field “E-mail” is a shared mailbox: others read along, so only the matter at hand.';
    case 'silent':
      return `Lowered to silence by ${say.list(it.by.map((rule) => lowering[rule]))}: only what law or contract demands.`;
    case 'too_close':
      return tooClose(it, say);
  }
}

type Of<C extends Because['code']> = Extract<Because, { code: C }>;

function pressure(it: Of<'pressure'>, say: Say): string {
  const counts = `${it.calls} calls, ${it.emails} e-mails, ${it.directMessages} direct messages, ${it.mailings} letters`;
  const until = it.until === null ? '' : ` It eases on ${say.date(it.until)}.`;
  const unseen = it.visible ? '' : ' Marketing mail is not visible.';
  return `Contact pressure is ${say.number(it.value)} (${counts}).${until}${unseen}`;
}

function stage(it: Of<'stage'>, say: Say): string {
  if (it.stage === null) return 'The field “Stage” is not known: only the matter at hand.';
  const since = it.since === null ? '' : ` since ${say.date(it.since)}`;
  return `The stage is ${say.stage(it.stage)}${since}: keep to ${keepTo[it.ceiling]}.`;
}

const lowering: GuardrailTexts['lowering'] = {
  G01: 'the objection',
  G02: 'the opt-out',
  G04: 'the legal basis',
  G12: 'the stage',
  G15: 'the relationship they want',
  G17: 'the protection of the person',
  G19: 'the shared mailbox',
};

function tooClose(it: Of<'too_close'>, say: Say): string {
  const by = say.list(it.by.map((rule) => lowering[rule]));
  const parts = [
    ...(it.level === null ? [] : [`${levels[it.level]} becomes ${levels[it.allowed]}`]),
    ...(it.fields.length === 0 ? [] : [`too close to be said: ${say.list(it.fields)}`]),
  ];
  return `Lowered by ${by}: ${parts.join('; ')}.`;
}

export const englishGuardrailTexts: GuardrailTexts = {
  answers: {
    ALLOW: 'Go ahead',
    ALLOW_WITH_NOTICE: 'Go ahead, with a notice',
    ASK_FIRST: 'Ask first',
    DENY: 'Do not',
  },
  ceilings: {
    I0: 'Silent: only what law or contract demands',
    I1: 'The matter at hand',
    I2: 'What they told us or did with us',
    I3: 'Personal, with care',
    I4: 'Partnership',
  },
  channels,
  purposes,
  levels,
  stages,
  lowering,
  because,
  alternative: (it, say) => {
    switch (it.code) {
      case 'leave_out':
        return `Leave out ${say.list(it.fields)}.`;
      case 'write_by_hand':
        return 'Write it yourself.';
      case 'other_channel':
        return `Take another way: ${channels[it.channel]}.`;
      case 'mend_first':
        return 'Mend the complaint first.';
      case 'wait':
        return `Wait until ${say.time(it.until)}.`;
      case 'ask_permission':
        return 'Ask them whether they agree.';
      case 'reply_only':
        return 'Wait until they write, and answer.';
    }
  },
  notice: (it, say) => {
    switch (it.code) {
      case 'inferred':
        return `We concluded this from what you told us and did with us (${say.list(it.fields)}). Tell us if it is wrong.`;
      case 'source':
        return `We have this from ${it.source} (${say.list(it.fields)}).`;
      case 'pressure':
        return `They have heard much from us: contact pressure ${say.number(it.value)}.`;
      case 'marketing_mail_not_visible':
        return 'Marketing mail is not visible: the pressure may be higher.';
      case 'subscription_unknown':
        return 'Check the subscription: Rapport cannot see it.';
      case 'level_lowered':
        return `Keep to ${levels[it.allowed]}.`;
    }
  },
};
