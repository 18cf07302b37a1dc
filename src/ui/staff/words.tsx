import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../domain/days.ts';
import type { Sentence } from '../../platform/http/route.contract.ts';

/** Every sentence of a page: fixed ones, and functions for those that carry a number or a name. */
export type Texts = Readonly<Record<string, Sentence | ((...filled: never[]) => Sentence)>>;

/** The same in one language. */
export type Said<T extends Texts> = {
  readonly [K in keyof T]: T[K] extends (...filled: infer Filled) => Sentence ? (...filled: Filled) => string : string;
};

interface Spoken {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const KEPT_AS = 'huiying.language';
const LanguageContext = createContext<Spoken>({ language: 'zh-CN', setLanguage: () => {} });

/** Keeps the language of the interface for everything beneath it, and for the next visit. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    try {
      localStorage.setItem(KEPT_AS, language);
    } catch {
      // A browser that keeps nothing still shows the page.
    }
  }, [language]);
  const spoken = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

function keptLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    if (kept === 'zh-CN' || kept === 'en') return kept;
  } catch {
    // As above.
  }
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The language of the interface, and how to change it. */
export function useLanguage(): Spoken {
  return useContext(LanguageContext);
}

/** Says a sentence that comes in both languages, as answers of the server carry them. */
export function useSay(): (sentence: Sentence) => string {
  const { language } = useLanguage();
  return (sentence) => (language === 'zh-CN' ? sentence.zh : sentence.en);
}

/** The texts of a page in the language of the interface: `const w = useWords(DESK_TEXTS); w.title; w.count(3)`. */
export function useWords<T extends Texts>(texts: T): Said<T> {
  const { language } = useLanguage();
  return useMemo(() => inLanguage(texts, language), [texts, language]);
}

/** The same outside a component. */
export function inLanguage<T extends Texts>(texts: T, language: Language): Said<T> {
  const side = language === 'zh-CN' ? 'zh' : 'en';
  const entries = Object.entries(texts).map(([name, text]) => [
    name,
    typeof text === 'function' ? (...filled: never[]) => text(...filled)[side] : text[side],
  ]);
  return Object.fromEntries(entries) as Said<T>;
}
