/**
 * Where every signal comes from: HubSpot's object and properties, the scope that shows them, the setting that can change
 * the reading, and what Rapport does not see without it. docs/signals.md is this table; a test compares the two, and
 * another that no property is read which stands in no row.
 */
import { factsDocument } from '../facts/mapping-facts.ts';
import { businessRows } from './mapping-business.ts';
import { contactRows, unseenRows } from './mapping-contacts.ts';
import { contractRows } from './mapping-contract.ts';
import type { MappingRow } from './mapping-row.ts';
import { talkRows } from './mapping-talk.ts';
import { propertyGuesses } from './property-guesses.ts';

export const mapping: readonly MappingRow[] = [
  ...talkRows,
  ...businessRows,
  ...contractRows,
  ...contactRows,
  ...unseenRows,
];

/** The text of docs/signals.md. */
export function signalsDocument(): string {
  const rows = mapping.map((row) => {
    const properties = row.properties.map((name) => `\`${name}\``).join(' ');
    const settings = [...(row.setting === null ? [] : [row.setting]), ...(row.mapped ?? [])];
    const cells = [
      `\`${row.kind}\``,
      row.by.join(', '),
      row.object ?? 'not visible',
      properties,
      row.scope === null ? '' : `\`${row.scope}\``,
      settings.map((name) => `\`${name}\``).join(' '),
      row.rule,
      row.lost,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `${intro}\n${rows.join('\n')}\n\n${factsDocument()}\n\n${recognised()}\n`;
}

function recognised(): string {
  const rows = Object.entries(propertyGuesses).map(([field, { object, holds, names }]) => {
    return `| \`${field}\` | ${object} | ${holds} | ${names.map((name) => `\`${name}\``).join(' ')} |`;
  });
  return `${recognisedIntro}\n${rows.join('\n')}`;
}

const recognisedIntro = `## Properties of your own that are recognised

HubSpot has no property for a contract's end, a notice or a membership; every account names its own. At install Rapport
looks through the property definitions and takes, for each setting, the first of these names that exists and can hold such
a value. Where none does, the signal is not visible, and the table above says what is lost. Beside them it takes the deal
types whose label says renewal (\`renewalDealTypes\`), HubSpot's \`hs_email_optout_<id>\` of each type of mail
(\`optOutTypes\`), and the labels between two contacts that say who brought whom: *Referred by*, *Referrer*,
*Recommended by*, *Empfohlen von* (\`referrerLabels\`), *Referral*, *Referred*, *Recommended*, *Empfohlene*
(\`referralLabels\`), *Introduced*, *Vorgestellt* (\`introducedLabels\`); and those between a deal and a company that say who
stands between: *Reseller*, *Broker*, *Agent*, *Dealer*, *Distributor*, *Händler*, *Makler* (\`intermediaryLabels\`).

| setting | object | holds | names, the first that exists wins |
|---|---|---|---|`;

const intro = `# Where each signal comes from

Rapport keeps no content, only signals: who acted, when, how. This table says for each what is read in HubSpot, which
scope shows it, which setting changes the reading, and what is lost without it. A time that is missing, no date or before
1970 is replaced by the creation of the record; digits too small for milliseconds are read as seconds.
Notes are read for nothing but their existence: what they say is content, and that we wrote them is no act of the customer.

| signal | by | HubSpot object | properties | scope | setting | rule | lost without it |
|---|---|---|---|---|---|---|---|`;
