import { create } from 'zustand';
import type { ConsoleDoor } from '../electron/contract/channels.ts';
import type { Language } from '../electron/contract/text.ts';

/** What a person chose for this screen. It is no part of a run, and a reload keeps it. */
export interface Preferences {
  readonly language: Language;
  /** `null`: as the system prefers. */
  readonly theme: 'dark' | 'light' | null;
}

const storageKey = 'isotherm.preferences';

export const usePreferences = create<Preferences>()(() => kept());

/** Kept where it can be; where the page may keep nothing, it holds until the next reload. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  show(usePreferences.getState());
  try {
    localStorage.setItem(storageKey, JSON.stringify(usePreferences.getState()));
  } catch {
    // A choice of colours or language that is not kept hurts nobody.
  }
}

/**
 * One language on the screen and in the report: main's where it was told one, by its command line or before a reload,
 * else this screen's; and whenever a person chooses another, that one. Returns the end of it.
 */
export function agreeOnLanguage(door: ConsoleDoor): () => void {
  const tell = (language: Language | null) =>
    door.invoke('language', { language }).catch(() => ({ language: null }));
  void tell(null).then(({ language }) => {
    if (language === null) return void tell(usePreferences.getState().language);
    usePreferences.setState({ language });
    showPreferences();
  });
  return usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) void tell(now.language);
  });
}

/** Puts language and theme on the page. Call once before anything is drawn. */
export const showPreferences = (): void => show(usePreferences.getState());

function show({ language, theme }: Preferences): void {
  const { documentElement: page } = document;
  page.lang = language === 'zh' ? 'zh-CN' : 'en';
  if (theme !== null) page.dataset.theme = theme;
}

function kept(): Preferences {
  try {
    return preferencesFrom(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return preferencesFrom(null);
  }
}

/** What was kept, as far as it can be read; English and the page's own theme otherwise. */
export function preferencesFrom(value: unknown): Preferences {
  const of = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    language: of.language === 'zh' ? 'zh' : 'en',
    theme: of.theme === 'dark' || of.theme === 'light' ? of.theme : null,
  };
}
