import type { AlarmUnit } from '../alarm.ts';

/** Shown in place of a value that is missing. */
export const missingText = '---';

const narrowSpace = '\u202f';

/** Fixed decimals, a true minus sign, thousands set apart by a narrow no-break space: "1 500". */
export function number(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, narrowSpace);
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `−${digits}` : digits;
}

/** Temperature in °C with two decimals, without the unit; `---` where it is missing. */
export const celsius = (value: number | null): string => (value === null ? missingText : number(value, 2));

/** A volume, flow or pressure as a whole number, without the unit; `---` where it is missing. */
export const whole = (value: number | null): string => (value === null ? missingText : number(value));

/**
 * A share (0 to 1) in percent with one decimal, without the unit; `---` where it is missing.
 * Cut off, not rounded, so that 100.0 means all of it.
 */
export const percent = (share: number | null): string =>
  share === null ? missingText : number(Math.floor(share * 1000 + 1e-9) / 10, 1);

/** A duration as minutes:seconds, "62:05"; minutes go on past 60. Seconds not yet full do not count. */
export function minutesSeconds(seconds: number | null): string {
  if (seconds === null) return missingText;
  const full = Math.floor(Math.abs(seconds));
  const sign = seconds < 0 && full > 0 ? '−' : '';
  return `${sign}${Math.floor(full / 60)}:${String(full % 60).padStart(2, '0')}`;
}

const decimals: Readonly<Record<AlarmUnit, number>> = {
  celsius: 2,
  kelvin: 2,
  mlPerMin: 0,
  mmHg: 0,
  ml: 0,
  percent: 1,
  seconds: 1,
  megabytes: 0,
  none: 0,
};

const symbols: Readonly<Record<AlarmUnit, string>> = {
  celsius: '°C',
  kelvin: '°C',
  mlPerMin: 'mL/min',
  mmHg: 'mmHg',
  ml: 'mL',
  percent: '%',
  seconds: 's',
  megabytes: 'MB',
  none: '',
};

/** The symbol of a unit as printed after a value. */
export const unitSymbol = (unit: AlarmUnit): string => symbols[unit];

/** A value with the decimals its unit asks for, without the unit; a minute or longer as m:ss. */
export const inUnit = (value: number, unit: AlarmUnit): string =>
  unit === 'seconds' && Math.abs(value) >= 60 ? minutesSeconds(value) : number(value, decimals[unit]);

/** The same, followed by the unit: "43.52 °C", "1 500 mL/min", "30:00". */
export function withUnit(value: number, unit: AlarmUnit): string {
  const text = inUnit(value, unit);
  return text.includes(':') || unit === 'none' ? text : `${text} ${symbols[unit]}`;
}
