import { isNecessary, isPromotional } from './action.ts';
import { fire, type Rule } from './fired.ts';
import type { GuardrailFacts } from './guardrail-facts.ts';

/** The rules about what the person allowed: objection, opt-outs, subscriptions, legal basis, protection, age of consent. */

/** Strongest of all: no setting and no override changes it. Only replies and contract matters remain. */
const objection: Rule = {
  id: 'G01',
  isSilent: ({ facts }) => objectionIn(facts) === null,
  applies: ({ purpose }, { facts }) => {
    const because = objectionIn(facts);
    if (because === null) return null;
    const isReply = purpose === 'service_reply' || purpose === 'transactional';
    return fire('G01', because, { answer: isReply ? 'ALLOW' : 'DENY', ceiling: 'I1' });
  },
};

function objectionIn(facts: GuardrailFacts) {
  if (facts.objection) return { code: 'objection', at: facts.objectionAt } as const;
  if (facts.erasure) return { code: 'erasure' } as const;
  return facts.restriction ? ({ code: 'restriction' } as const) : null;
}

const optOut: Rule = {
  id: 'G02',
  isSilent: ({ optedOut }) => Object.keys(optedOut).length === 0,
  applies: ({ purpose, channel }, { optedOut }) => {
    const out = optedOut[channel];
    if (out === undefined) return null;
    return fire(
      'G02',
      { code: 'opted_out', channel: out.all ? 'all' : channel, at: out.at },
      { answer: isNecessary(purpose) ? 'ALLOW' : 'DENY', ceiling: 'I1' },
    );
  },
};

/** Says exactly what is missing: the subscription by its name, or the legal basis. */
const subscription: Rule = {
  id: 'G03',
  applies: ({ purpose, channel }, { facts, settings }) => {
    if (!isPromotional(purpose)) return null;
    const matching = facts.subscriptions?.filter(
      (it) => it.channel === channel && it.purposes.includes(purpose),
    );
    const refused = matching?.find((it) => it.status === 'not_subscribed');
    const isSubscribed = matching?.some((it) => it.status === 'subscribed') === true;
    if (refused !== undefined && !isSubscribed) {
      return fire('G03', { code: 'not_subscribed', subscription: refused.name }, { answer: 'DENY' });
    }
    if (settings.legalBasisRequired && (facts.legalBases ?? []).length === 0) {
      return fire('G03', { code: 'no_legal_basis' }, { answer: 'DENY' });
    }
    const isMail = channel === 'email' || channel === 'sms' || channel === 'whatsapp';
    if (purpose !== 'marketing' || !isMail || isSubscribed) return null;
    return fire('G03', { code: 'subscription_unknown', channel }, { answer: 'ALLOW_WITH_NOTICE' });
  },
};

/** With a contract as the only legal basis, purposes end where the contract ends. */
const contractOnly: Rule = {
  id: 'G04',
  isSilent: ({ facts }) => facts.legalBases === null,
  applies: ({ purpose }, { facts }) => {
    const bases = facts.legalBases;
    if (bases === null || bases.length === 0 || bases.some((basis) => basis !== 'contract')) return null;
    return fire(
      'G04',
      { code: 'contract_only' },
      { answer: isPromotional(purpose) ? 'DENY' : 'ALLOW', ceiling: 'I1' },
    );
  },
};

const vulnerable: Rule = {
  id: 'G17',
  isSilent: ({ facts }) => facts.vulnerable !== true,
  applies: ({ purpose }, { facts }) => {
    if (facts.vulnerable !== true) return null;
    const answer = isPromotional(purpose) ? 'DENY' : 'ALLOW';
    return fire('G17', { code: 'vulnerable' }, { answer, ceiling: 'I1' });
  },
};

/** A healing touch renews a consent: who acts of their own will still wants us. */
const oldConsent: Rule = {
  id: 'G18',
  isSilent: ({ consentExpiresAt }) => consentExpiresAt === null,
  applies: ({ purpose }, { facts, consentExpiresAt, now }) => {
    if (!isPromotional(purpose) || facts.consentAt === null || consentExpiresAt === null) return null;
    if (now < consentExpiresAt) return null;
    return fire(
      'G18',
      { code: 'consent_old', at: facts.consentAt, since: consentExpiresAt },
      { answer: 'ASK_FIRST' },
    );
  },
};

export const consentRules: readonly Rule[] = [
  objection,
  optOut,
  subscription,
  contractOnly,
  vulnerable,
  oldConsent,
];
