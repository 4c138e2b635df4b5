/** A plain number, its decimals after a point or a comma. */
const plain = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)$/;
/** "1,000" is a thousand to one reader and one to another. */
const eitherWay = /^[+-]?\d*[.,]\d{3}$/;

/** The sign this console groups thousands by stays readable to it. */
const tidy = (text: string): string => text.trim().replaceAll('\u202f', '');

/** Three digits after a point or comma: thousands or decimals, nobody can tell. */
export const isAmbiguous = (text: string): boolean => eitherWay.test(tidy(text));

/** A number as typed; `null` where nothing is typed, NaN where it is no number, or could be two. */
export function typedNumber(text: string): number | null {
  const typed = tidy(text);
  if (typed === '') return null;
  return plain.test(typed) && !eitherWay.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
}

/** A number as somebody would have typed it: with three decimals it could be two, so it gets a fourth. */
export function asTyped(value: number | null): string {
  const text = value === null ? '' : String(value);
  return isAmbiguous(text) ? `${text}0` : text;
}
