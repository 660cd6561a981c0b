import { type Ask, type FieldUse, isNecessary } from './action.ts';
import { fire, type Rule } from './fired.ts';
import { observedAs, type ProvenanceClass } from './provenance.ts';
import type { Standing } from './standing.ts';

/** The rules about what we know: what may be used, and what may be said, by its provenance. Unknown is third-party. */

/** The class of a field as it counts for this contact: behaviour without consent to tracking was seen covertly. */
export function classFor(field: FieldUse, standing: Standing): ProvenanceClass {
  return observedAs(field.provenance ?? 'P6', standing.facts.tracking);
}

/** Where it was learned: unless told, what they gave us or did with us is here, the rest elsewhere. */
export function contextOf(field: FieldUse): 'here' | 'elsewhere' {
  if (field.context !== undefined) return field.context;
  return field.provenance === null || field.provenance > 'P5' ? 'elsewhere' : 'here';
}

/** What it may serve: what was written down, else what stands for its class. */
export function purposesOf(field: FieldUse, standing: Standing) {
  return field.purposes ?? standing.settings.purposesByClass[field.provenance ?? 'P6'];
}

function names(fields: readonly FieldUse[]): readonly string[] {
  // Nearly always none is of a class, so this is worth telling first.
  return fields.length === 0 ? nobody : [...new Set(fields.map((field) => field.name))];
}

const nobody: readonly string[] = [];

function ofClass(fields: readonly FieldUse[], wanted: ProvenanceClass, standing: Standing): FieldUse[] {
  return fields.length === 0 ? [] : fields.filter((field) => classFor(field, standing) === wanted);
}

/** Most actions use and say nothing of the record: then none of these rules has to look. */
const looking =
  (rule: Rule['applies']): Rule['applies'] =>
  (ask, standing) =>
    looksAtRecord(ask) ? rule(ask, standing) : null;

export function looksAtRecord({ mentions, fieldsUsed }: Ask): boolean {
  return mentions.length > 0 || fieldsUsed.length > 0;
}

/** Sensitive knowledge is never said; it is used only with consent for this very purpose. */
const sensitive: Rule = {
  id: 'G05',
  about: 'P7',
  applies: looking((ask, standing) => {
    const used = ofClass(ask.fieldsUsed, 'P7', standing).filter(
      (field) => field.consentFor?.includes(ask.purpose) !== true,
    );
    const fields = names([...ofClass(ask.mentions, 'P7', standing), ...used]);
    return fields.length === 0 ? null : fire('G05', { code: 'sensitive', fields }, { answer: 'DENY' });
  }),
};

const covert: Rule = {
  id: 'G06',
  about: 'P4',
  applies: looking((ask, standing) => {
    const said = names(ofClass(ask.mentions, 'P4', standing));
    if (said.length > 0) return fire('G06', { code: 'covert_mention', fields: said }, { answer: 'DENY' });
    const used = names(ofClass(ask.fieldsUsed, 'P4', standing));
    if (used.length === 0) return null;
    return fire('G06', { code: 'covert_use', fields: used }, { answer: 'ASK_FIRST' });
  }),
};

/** Who cannot name the source says nothing; using personal third-party knowledge uninvited needs a yes first. */
const thirdParty: Rule = {
  id: 'G07',
  about: 'P6',
  applies: looking((ask, standing) => {
    const said = ofClass(ask.mentions, 'P6', standing);
    const nameless = said.filter((field) => field.source === null || field.source.trim() === '');
    if (nameless.length > 0) {
      return fire('G07', { code: 'third_party', fields: names(nameless), source: null }, { answer: 'DENY' });
    }
    const aloud = (answer: 'ASK_FIRST' | 'ALLOW_WITH_NOTICE') =>
      fire('G07', { code: 'third_party', fields: names(said), source: said[0]?.source ?? null }, { answer });
    if (said.some(isPersonal)) return aloud('ASK_FIRST');
    const used = ofClass(ask.fieldsUsed, 'P6', standing).filter(isPersonal);
    if (used.length > 0 && !isNecessary(ask.purpose)) {
      return fire('G07', { code: 'third_party_use', fields: names(used) }, { answer: 'ASK_FIRST' });
    }
    return said.length > 0 ? aloud('ALLOW_WITH_NOTICE') : null;
  }),
};

function isPersonal(field: FieldUse): boolean {
  return field.personal !== false;
}

/** A conclusion may be said where it rests on what they told us or did with us, and the relationship carries it. */
const inferred: Rule = {
  id: 'G08',
  about: 'P5',
  applies: looking((ask, standing) => {
    const said = ofClass(ask.mentions, 'P5', standing);
    if (said.length === 0) return null;
    const carries = standing.stage === 'integrating' || standing.stage === 'bonding';
    const allowed = carries && !standing.facts.objection && said.every(isFromThem);
    return fire(
      'G08',
      { code: 'inferred', fields: names(said), allowed },
      { answer: allowed ? 'ALLOW_WITH_NOTICE' : 'DENY' },
    );
  }),
};

function isFromThem({ inferredFrom }: FieldUse): boolean {
  if (inferredFrom === undefined || inferredFrom.length === 0) return false;
  return inferredFrom.every((it) => it === 'P1' || it === 'P2');
}

/** What was collected for one purpose is not used for another; where nobody wrote a purpose down, the class tells. */
const otherPurpose: Rule = {
  id: 'G09',
  applies: looking((ask, standing) => {
    const isOther = (field: FieldUse) => !purposesOf(field, standing).includes(ask.purpose);
    // A reply stays possible where the record does not say what it was collected for.
    const used = isNecessary(ask.purpose)
      ? ask.fieldsUsed.filter((field) => field.purposes !== null && isOther(field))
      : ask.fieldsUsed.filter(isOther);
    const fields = names([...ask.mentions.filter(isOther), ...used]);
    if (fields.length === 0) return null;
    return fire('G09', { code: 'other_purpose', fields, purpose: ask.purpose }, { answer: 'ASK_FIRST' });
  }),
};

/** Early on nobody wants to hear what we learned elsewhere. */
const otherContext: Rule = {
  id: 'G13',
  applies: looking((ask, { stage }) => {
    if (stage !== 'initiating' && stage !== 'experimenting') return null;
    const fields = names(ask.mentions.filter((field) => contextOf(field) === 'elsewhere'));
    if (fields.length === 0) return null;
    return fire('G13', { code: 'other_context', fields, stage }, { answer: 'DENY' });
  }),
};

/** In a segment of collective depth nothing is said that we observed or concluded about the single person. */
const collective: Rule = {
  id: 'G16',
  applies: looking((ask, standing) => {
    if (standing.facts.depth !== 'collective') return null;
    const fields = names(ask.mentions.filter((field) => isPersonal(field) && isAboutPerson(field)));
    return fields.length === 0 ? null : fire('G16', { code: 'collective', fields }, { answer: 'DENY' });
  }),
};

function isAboutPerson({ provenance }: FieldUse): boolean {
  return provenance === 'P3' || provenance === 'P4' || provenance === 'P5';
}

export const knowledgeRules: readonly Rule[] = [
  sensitive,
  covert,
  thirdParty,
  inferred,
  otherPurpose,
  otherContext,
  collective,
];
