/** An English message, or a part of one, and how it is said in Chinese with what stood in it. */
export type Pattern = readonly [found: RegExp, say: (found: Found) => string];
type Found = Readonly<Record<string, string>>;

const figure = (name: string): string => `(?<${name}>[\\d.]*\\d)`;

/** LOW and HIGH stand for figures; other words that change are named groups. */
export const about = (english: string, say: (found: Found) => string): Pattern => [
  new RegExp(english.replace('LOW', figure('low')).replace('HIGH', figure('high')), 'g'),
  say,
];

/** Sentences that change in nothing, and how each is said in Chinese; the space after one goes with it. */
export const exactly = <Key extends string>(
  english: Readonly<Record<Key, string>>,
  chinese: Readonly<Record<Key, string>>,
): Pattern[] =>
  (Object.keys(english) as Key[]).map((key) => [
    new RegExp(`${english[key].replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} ?`, 'g'),
    () => chinese[key],
  ]);

/** Each part there is a pattern for is replaced; the rest stays as it was said. */
export const inChinese = (patterns: readonly Pattern[], said: string): string =>
  patterns.reduce(
    (text, [found, say]) => text.replace(found, (...matched) => say(matched.at(-1) as Found)),
    said,
  );
