/** What a field takes: told apart by it, "1,500" is a flow of fifteen hundred and a weight of one and a half. */
export interface NumberRule {
  readonly bounds: readonly [low: number, high: number];
  /** Nobody means three decimals there (volumes and flows). */
  readonly whole?: boolean;
}

/** A plain number, its decimals after a point or a comma. */
const plain = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)$/;
/** "1,000" is a thousand to one reader and one to another; "0,125" and "1234,567" are the same to all. */
const eitherWay = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
/** Thousands grouped so that nobody takes the separator for a decimal: "1 000", "1'000", "1,000,000", "1.000,5". */
const grouped = [
  /^[+-]?\d{1,3}(?:[ ']\d{3})+(?:[.,]\d*)?$/,
  /^[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d*)?$/,
  /^[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,\d*)?$/,
  /^[+-]?\d{1,3}(?:,\d{3})+\.\d*$/,
  /^[+-]?\d{1,3}(?:\.\d{3})+,\d*$/,
];

/** Signs of other keyboards as those of this one: full-width digits, all kinds of blanks, apostrophes and minus. */
const tidy = (text: string): string =>
  text.normalize('NFKC').trim().replaceAll(/\s/g, ' ').replaceAll('’', "'").replaceAll('−', '-');

const ungrouped = (text: string): number => {
  const decimal = /[.,](?=\d*$)/.exec(text);
  // The last separator sets decimals apart, unless it is the only one of its kind and three digits follow.
  const same = decimal === null ? 0 : text.split(decimal[0]).length - 1;
  const cut = decimal !== null && same === 1 ? decimal.index : text.length;
  return Number(`${text.slice(0, cut).replaceAll(/[ ',.]/g, '')}.${text.slice(cut + 1)}`);
};

/** Every number a text may be read as, decimals first: none, one, or two. */
function readings(typed: string): number[] {
  if (eitherWay.test(typed)) return [Number(typed.replace(',', '.')), Number(typed.replace(/[.,]/, ''))];
  if (plain.test(typed)) return [Number(typed.replace(',', '.'))];
  return grouped.some((way) => way.test(typed)) ? [ungrouped(typed)] : [];
}

const takes = ({ bounds: [low, high] }: NumberRule, value: number): boolean => value >= low && value <= high;

/** A text that could be two numbers, both of which the field takes, or no rule tells; `null`: it could not. */
export function ambiguous(text: string, rule: NumberRule | null): readonly [number, number] | null {
  const [one, other] = readings(tidy(text));
  if (one === undefined || other === undefined || rule?.whole === true) return null;
  return rule === null || (takes(rule, one) && takes(rule, other)) ? [one, other] : null;
}

/** A number as typed; `null` where nothing is typed, NaN where it is no number, or could be two. */
export function typedNumber(text: string, rule: NumberRule | null = null): number | null {
  const typed = tidy(text);
  if (typed === '') return null;
  const [one, other] = readings(typed);
  if (one === undefined) return Number.NaN;
  if (other === undefined) return one;
  if (rule === null || ambiguous(text, rule) !== null) return Number.NaN;
  return !rule.whole && takes(rule, one) ? one : other;
}

/** What is shown beside the text before it counts: a number that somebody might have meant otherwise; `null`: plain. */
export function understood(text: string, rule: NumberRule | null): number | null {
  const typed = tidy(text);
  const value = typedNumber(text, rule);
  const isPlain = plain.test(typed) && !eitherWay.test(typed);
  return value === null || Number.isNaN(value) || isPlain ? null : value;
}

/** A number as somebody would have typed it: with three decimals it could be two, so it gets a fourth. */
export function asTyped(value: number | null): string {
  const text = value === null ? '' : String(value);
  return ambiguous(text, null) === null ? text : `${text}0`;
}
