import { settingsVersion } from '../settings.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * Brings stored settings of any earlier version to the present one, a step for each version; null for a version nobody
 * knows here, as that of a newer release. Settings without a version are those of the first, which had none.
 */
export function migrateSettings(raw: Raw): Raw | null {
  let version: unknown = raw['version'] ?? 1;
  let settings = raw;
  while (version !== settingsVersion) {
    const step = version === 1 ? fromFirst : null;
    if (step === null) return null;
    settings = step(settings);
    version = settings['version'];
  }
  return settings;
}

/**
 * The first version held the stage engine alone, and the sector of the whole portal as a choice. It follows from the
 * questionnaire now; the groups of the other models begin with their defaults.
 */
function fromFirst({ version: _version, sector, ...stage }: Raw): Raw {
  const general = typeof sector === 'string' && Object.hasOwn(answersOf, sector) ? answersOf[sector] : null;
  const known = sector === undefined || sector === 'undetermined' || general !== null;
  return {
    version: 2,
    ...stage,
    // A word nobody knows is left for the reader to name.
    ...(known ? {} : { sector }),
    ...(general === null ? {} : { questionnaire: { general, families: {} } }),
  };
}

const answer = (collects: 'us' | 'partner', anonymous: 'yes' | 'no') => ({
  collects,
  anonymous,
  anonymousShare: null,
});

const answersOf: Readonly<Record<string, ReturnType<typeof answer>>> = {
  direct_identified: answer('us', 'no'),
  direct_unidentified: answer('us', 'yes'),
  indirect_identified: answer('partner', 'no'),
  indirect_unidentified: answer('partner', 'yes'),
};
