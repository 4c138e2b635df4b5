/** The languages of screen and report; what a person chose at the screen is what the report is written in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];
