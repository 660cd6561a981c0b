import { choiceField, numberField, type SettingFields, structureField } from '../settings/setting-field.ts';
import { numberIn, orNull, tableOf, textLike } from '../settings/setting-reader.ts';

/** The portal's settings of the matrix; the questionnaire is apart, since it holds answers, not conventions. */
export type MatrixSettings = {
  /** `strict`: nobody may be able to buy without a name. `practical`: enough of what is done must be seen. */
  readonly identification: 'strict' | 'practical';
  /** Purchases count for so many days back. */
  readonly windowDays: number;
  /** Direct from this share of what was paid on. */
  readonly directShare: number;
  /** Practical: identified from this share of seen activity on. */
  readonly coverage: number;
  /** The currency amounts are added in; null: the only one that occurs. */
  readonly homeCurrency: string | null;
  /** What one unit of another currency is worth in the home currency. */
  readonly rates: Readonly<Record<string, number>>;
};

export const defaultMatrixSettings: MatrixSettings = {
  identification: 'strict',
  windowDays: 730,
  directShare: 0.5,
  coverage: 0.8,
  homeCurrency: null,
  rates: {},
};

const currency = textLike(/^[A-Z]{3}$/, 'EUR');

export const matrixFields: SettingFields<MatrixSettings> = {
  identification: choiceField(
    'V',
    'Strict: one way to buy without a name makes all buyers unidentified, as the founding text says. Practical: most of what they do must be seen.',
    ['strict', 'practical'],
  ),
  windowDays: numberField('D', 'How many days back purchases decide who collects the money.', [
    90,
    1825,
    'days',
  ]),
  directShare: numberField('D', 'Share of what was paid to us directly from which a contact is direct.', [
    0.5,
    1,
    'share',
  ]),
  coverage: numberField('D', 'Share of expected activity that must be seen in practical mode.', [
    0.5,
    1,
    'share',
  ]),
  homeCurrency: structureField(
    'D',
    'The currency in which amounts are added.',
    'a currency code, or none',
    orNull(currency),
  ),
  rates: structureField(
    'D',
    'What one unit of each other currency is worth in the home currency.',
    'a positive number per currency code',
    tableOf(numberIn(1e-9, 1e9, false), currency),
  ),
};
