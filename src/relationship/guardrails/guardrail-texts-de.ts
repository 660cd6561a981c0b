import { stageNames } from '../stage/stage-names.ts';
import type { Because, ContactBecause, KnowledgeBecause, PersonBecause } from './fired.ts';
import type { GuardrailTexts, Say } from './guardrail-texts.ts';

/** The German words of the guardrails. */
const channels = {
  email: 'E-Mail',
  call: 'Telefon',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  linkedin: 'LinkedIn',
  postal: 'Brief',
  meeting: 'Termin',
} as const;

const purposes = {
  service_reply: 'eine Antwort',
  transactional: 'eine Vertragssache',
  recovery: 'die Klärung einer Beschwerde',
  follow_up: 'eine Nachfrage',
  sales: 'den Verkauf',
  marketing: 'Werbung',
  referral_ask: 'die Bitte um eine Empfehlung',
  survey: 'eine Umfrage',
} as const;

const levels = {
  basic: 'einfach',
  reactive: 'reaktiv',
  accountable: 'verlässlich',
  proactive: 'vorausschauend',
  partnership: 'partnerschaftlich',
} as const;

const stages = { ...stageNames.de, not_enough_evidence: 'zu wenig bekannt' } as const;

/** What a ceiling leaves, after "bei ... bleiben". */
const keepTo = {
  I0: 'Stille',
  I1: 'der Sache selbst',
  I2: 'dem, was sie uns erzählt oder mit uns erlebt haben',
  I3: 'Persönlichem, mit Bedacht',
  I4: 'dem, was Partner teilen',
} as const;

function because(it: Because, say: Say): string {
  switch (it.code) {
    case 'objection':
      return it.at === null
        ? 'Die Person hat widersprochen (Feld „Widerspruch“): nur Antworten und Vertragssachen.'
        : `Die Person hat am ${say.date(it.at)} widersprochen: nur Antworten und Vertragssachen.`;
    case 'erasure':
      return 'Das Feld „Löschung verlangt“ ist gesetzt: nur Antworten und Vertragssachen.';
    case 'restriction':
      return 'Das Feld „Verarbeitung eingeschränkt“ ist gesetzt: nur Antworten und Vertragssachen.';
    case 'opted_out':
      return it.channel === 'all'
        ? `Sie haben${say.on(it.at)} alles abbestellt.`
        : `Sie haben${say.on(it.at)} den Kanal ${channels[it.channel]} abbestellt.`;
    case 'not_subscribed':
      return `Sie haben „${it.subscription}“ nicht abonniert.`;
    case 'no_legal_basis':
      return 'Das Feld „Rechtsgrundlage für die Verarbeitung“ ist leer, und dieses Portal verlangt eine.';
    case 'subscription_unknown':
      return `Das Feld „Abonnement“ für ${channels[it.channel]} ist für Rapport nicht sichtbar.`;
    case 'contract_only':
      return 'Das Feld „Rechtsgrundlage“ nennt nur den Vertrag: nichts über den Vertrag hinaus.';
    default:
      return becauseOfKnowledge(it, say);
  }
}

function becauseOfKnowledge(it: KnowledgeBecause | ContactBecause | PersonBecause, say: Say): string {
  switch (it.code) {
    case 'sensitive':
      return `Sensibel: ${say.list(it.fields)}. Weglassen.`;
    case 'covert_mention':
      return `Ohne ihr Wissen gesehen, also nie gesagt: ${say.list(it.fields)}.`;
    case 'covert_use':
      return `Ohne ihr Wissen gesehen: ${say.list(it.fields)}. Vor dem Nutzen fragen.`;
    case 'third_party':
      return it.source === null
        ? `Von Dritten, und die Quelle ist nicht bekannt: ${say.list(it.fields)}.`
        : `Von ${it.source}, nicht von ihnen: ${say.list(it.fields)}. Die Quelle nennen.`;
    case 'third_party_use':
      return `Von Dritten: ${say.list(it.fields)}. Vor dem Nutzen fragen.`;
    case 'inferred':
      return it.allowed
        ? `Ein Schluss von uns: ${say.list(it.fields)}. Sagen, dass es einer ist.`
        : `Ein Schluss von uns, zu früh oder zu dünn, um ihn zu sagen: ${say.list(it.fields)}.`;
    case 'other_purpose':
      return `Nicht für ${purposes[it.purpose]} erhoben: ${say.list(it.fields)}.`;
    case 'other_context':
      return `Anderswo erfahren, und die Stufe ist ${say.stage(it.stage)}: ${say.list(it.fields)} nicht ansprechen.`;
    case 'collective':
      return `Dieses Segment kennen wir nur als Gruppe: nichts über ${say.list(it.fields)} dieser Person sagen.`;
    default:
      return becauseOfContact(it, say);
  }
}

function becauseOfContact(it: ContactBecause | PersonBecause, say: Say): string {
  switch (it.code) {
    case 'pressure':
      return pressure(it, say);
    case 'quiet_hours':
      return it.until === null ? 'Die Ruhezeit endet nicht.' : `Ruhezeit bis ${say.time(it.until)}.`;
    case 'asked_until':
      return `Sie haben um Ruhe bis ${say.date(it.until)} gebeten.`;
    case 'cadence':
      return `Sie wollen höchstens alle ${say.number(it.days)} Tage von uns hören: nicht vor dem ${say.date(it.until)}.`;
    case 'refused_channel':
      return `Sie haben uns${say.on(it.at)} gebeten, diesen Weg nicht zu nutzen: ${channels[it.channel]}.`;
    case 'stage_pause':
      return `Die Stufe ist ${say.stage(it.stage)}, und zuletzt haben wir uns am ${say.date(it.lastAt)} gemeldet: nichts vor dem ${say.date(it.until)}.`;
    case 'stage_by_hand':
      return `Die Stufe ist ${say.stage(it.stage)}: nur ein Mensch schreibt, keine Automation.`;
    case 'stage':
      return stage(it, say);
    case 'open_complaint':
      return `Seit ${say.date(it.at)} ist eine Beschwerde offen: erst klären, dann anbieten oder bitten.`;
    case 'desired': {
      const care = it.captivity ? ' Dafür sorgen, dass sie gehen können.' : '';
      return `Am ${say.date(it.at)} haben sie gesagt, was sie wollen: ${it.type.de}. Bei ${keepTo[it.ceiling]} bleiben.${care}`;
    }
    case 'desired_unknown':
      return `Am ${say.date(it.at)} haben sie „${it.id}“ gewählt, was dieses Portal nicht kennt: Abstand halten.`;
    default:
      return becauseOfPerson(it, say);
  }
}

function becauseOfPerson(it: PersonBecause, say: Say): string {
  switch (it.code) {
    case 'vulnerable':
      return 'Das Feld „Kind oder schutzbedürftig“ ist gesetzt: keine Werbung, nur die Sache selbst.';
    case 'consent_old':
      return `Die Einwilligung ist vom ${say.date(it.at)} und seit ${say.date(it.since)} zu alt: neu fragen.`;
    case 'shared_address':
      return it.mailbox === 'internal'
        ? 'Das Feld „E-Mail“ ist eine Adresse der eigenen Firma: nur die Sache selbst.'
        : 'Das Feld „E-Mail“ ist ein gemeinsames Postfach: andere lesen mit, also nur die Sache selbst.';
    case 'silent':
      return `Auf Stille gesenkt durch ${say.list(it.by.map((rule) => lowering[rule]))}: nur was Gesetz oder Vertrag verlangen.`;
    case 'too_close':
      return tooClose(it, say);
  }
}

type Of<C extends Because['code']> = Extract<Because, { code: C }>;

function pressure(it: Of<'pressure'>, say: Say): string {
  const counts = `${it.calls} Anrufe, ${it.emails} E-Mails, ${it.directMessages} Direktnachrichten, ${it.mailings} Briefe`;
  const until = it.until === null ? '' : ` Er lässt am ${say.date(it.until)} nach.`;
  const unseen = it.visible ? '' : ' Werbemails sind nicht sichtbar.';
  return `Der Kontaktdruck ist ${say.number(it.value)} (${counts}).${until}${unseen}`;
}

function stage(it: Of<'stage'>, say: Say): string {
  if (it.stage === null) return 'Das Feld „Stufe“ ist nicht bekannt: nur die Sache selbst.';
  const since = it.since === null ? '' : ` seit ${say.date(it.since)}`;
  return `Die Stufe ist ${say.stage(it.stage)}${since}: bei ${keepTo[it.ceiling]} bleiben.`;
}

const lowering: GuardrailTexts['lowering'] = {
  G01: 'den Widerspruch',
  G02: 'die Abbestellung',
  G04: 'die Rechtsgrundlage',
  G12: 'die Stufe der Beziehung',
  G15: 'die gewünschte Beziehung',
  G17: 'den Schutz der Person',
  G19: 'das gemeinsame Postfach',
};

function tooClose(it: Of<'too_close'>, say: Say): string {
  const by = say.list(it.by.map((rule) => lowering[rule]));
  const parts = [
    ...(it.level === null ? [] : [`aus ${levels[it.level]} wird ${levels[it.allowed]}`]),
    ...(it.fields.length === 0 ? [] : [`zu nah, um es zu sagen: ${say.list(it.fields)}`]),
  ];
  return `Gesenkt durch ${by}: ${parts.join('; ')}.`;
}

export const germanGuardrailTexts: GuardrailTexts = {
  answers: {
    ALLOW: 'Ja',
    ALLOW_WITH_NOTICE: 'Ja, mit Hinweis',
    ASK_FIRST: 'Erst fragen',
    DENY: 'Nein',
  },
  ceilings: {
    I0: 'Still: nur was Gesetz oder Vertrag verlangen',
    I1: 'Die Sache selbst',
    I2: 'Was sie uns erzählt oder mit uns erlebt haben',
    I3: 'Persönlich, mit Bedacht',
    I4: 'Partnerschaft',
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
        return `Weglassen: ${say.list(it.fields)}.`;
      case 'write_by_hand':
        return 'Selbst schreiben.';
      case 'other_channel':
        return `Über einen anderen Kanal: ${channels[it.channel]}.`;
      case 'mend_first':
        return 'Zuerst die Beschwerde klären.';
      case 'wait':
        return `Warten bis ${say.time(it.until)}.`;
      case 'ask_permission':
        return 'Fragen, ob sie einverstanden sind.';
      case 'reply_only':
        return 'Warten, bis sie schreiben, und dann antworten.';
    }
  },
  notice: (it, say) => {
    switch (it.code) {
      case 'inferred':
        return `Das haben wir aus dem geschlossen, was Sie uns erzählt und mit uns getan haben (${say.list(it.fields)}). Sagen Sie uns, wenn es nicht stimmt.`;
      case 'source':
        return `Das haben wir von ${it.source} (${say.list(it.fields)}).`;
      case 'pressure':
        return `Sie haben schon viel von uns gehört: Kontaktdruck ${say.number(it.value)}.`;
      case 'marketing_mail_not_visible':
        return 'Werbemails sind nicht sichtbar: der Druck kann höher sein.';
      case 'subscription_unknown':
        return 'Das Abonnement prüfen: Rapport sieht es nicht.';
      case 'level_lowered':
        return `Dabei bleiben: ${levels[it.allowed]}.`;
    }
  },
};
