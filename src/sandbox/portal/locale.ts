/** The language of the person at the portal. The portal's own words are English; cards are told, and follow it. */
import { createContext, useContext, useState } from 'react';

export const languages = [
  { code: 'en', label: 'English' },
  { code: 'de', label: 'Deutsch' },
] as const;

export type Language = (typeof languages)[number]['code'];
type Locale = { readonly language: Language; choose(language: Language): void };

export const LocaleContext = createContext<Locale>({ language: 'en', choose: () => undefined });

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

const key = 'portal.language';

export function useStoredLocale(): Locale {
  const [language, setLanguage] = useState<Language>(localStorage.getItem(key) === 'de' ? 'de' : 'en');
  const choose = (next: Language) => {
    localStorage.setItem(key, next);
    setLanguage(next);
  };
  return { language, choose };
}
