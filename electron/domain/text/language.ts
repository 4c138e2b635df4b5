/** The languages of screen and report; the report is written in that of the screen. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** Where nobody has said one. */
export const defaultLanguage: Language = 'en';
