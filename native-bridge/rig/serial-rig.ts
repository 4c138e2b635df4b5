import { parseSerialAddress, type SerialAddress } from '../transport/discovery.ts';
import {
  baudRates,
  defaultSerialSettings,
  dtrUses,
  parities,
  type SerialSettings,
  stopBitCounts,
} from '../transport/serial-settings.ts';
import {
  defaultBootMs,
  leastDeadlineMs,
  longestBootMs,
  longestDeadlineMs,
  shortestDeadlineMs,
  usualDeadlineMs,
} from './timing.ts';

/** A rig on a serial port: where it is, how its line is set, and how long it may take. */
export interface SerialRig {
  readonly address: SerialAddress;
  readonly settings: SerialSettings;
  /** For one exchange. */
  readonly deadlineMs: number;
  /** For a controller that reboots when its port opens. */
  readonly bootMs: number;
}

export type SerialRigResult =
  | { readonly ok: true; readonly rig: SerialRig }
  /** What is wrong, where, and how to mend it. */
  | { readonly ok: false; readonly problem: string };

const names = ['baud', 'parity', 'stop', 'deadlineMs', 'bootMs', 'dtr'] as const;
type Name = (typeof names)[number];
type Given = Partial<Record<Name, string>>;

/**
 * Reads what follows `serial:`, for example `/dev/ttyUSB0?baud=19200&parity=none&deadlineMs=200`. Works:
 * `usb:0403:6001?stop=2`; refused by name: `/dev/ttyUSB0?speed=9600`.
 */
export function parseSerialRig(text: string): SerialRigResult {
  try {
    const [where, settings] = halves(text, '?');
    const address = parseSerialAddress(where);
    if (address === null) {
      throw new Error(
        `"${where}" is no serial port: write a path, or usb:<vendor>:<product>[:<serial number>] with four hexadecimal digits each`,
      );
    }
    return { ok: true, rig: settled(address, settings === null ? {} : readGiven(settings)) };
  } catch (error) {
    return { ok: false, problem: (error as Error).message };
  }
}

function readGiven(text: string): Given {
  const given: Given = {};
  for (const part of text.split('&')) {
    const [name, value] = halves(part, '=');
    const known = names.find((one) => one === name);
    if (known === undefined) {
      throw new Error(`"${name}" is no setting of a serial port: write ${listed(names)}`);
    }
    if (value === null || value === '') throw new Error(`${known} has no value: write ${known}=<value>`);
    if (given[known] !== undefined) throw new Error(`${known} is set twice: leave one out`);
    given[known] = value;
  }
  return given;
}

function settled(address: SerialAddress, given: Given): SerialRig {
  const usual = defaultSerialSettings;
  const settings: SerialSettings = {
    baudRate: oneOf('baud', given, baudRates, usual.baudRate),
    parity: oneOf('parity', given, parities, usual.parity),
    stopBits: oneOf('stop', given, stopBitCounts, usual.stopBits),
    dtr: oneOf('dtr', given, dtrUses, usual.dtr),
  };
  return {
    address,
    settings,
    deadlineMs: deadline(given, settings),
    bootMs: whole('bootMs', given, 0, longestBootMs) ?? defaultBootMs,
  };
}

function deadline(given: Given, settings: SerialSettings): number {
  const set = whole('deadlineMs', given, shortestDeadlineMs, longestDeadlineMs);
  const least = leastDeadlineMs(settings);
  if (set === null) return usualDeadlineMs(settings);
  if (set >= least) return set;
  throw new Error(
    `deadlineMs=${set} is too short for ${settings.baudRate} Bd: write ${least} to ${longestDeadlineMs}`,
  );
}

function oneOf<Value extends string | number>(
  name: Name,
  given: Given,
  values: readonly Value[],
  usual: Value,
): Value {
  const text = given[name];
  if (text === undefined) return usual;
  const found = values.find((value) => String(value) === text);
  if (found !== undefined) return found;
  throw new Error(`${name}=${text} is not one of its values: write ${listed(values)}`);
}

function whole(name: Name, given: Given, least: number, most: number): number | null {
  const text = given[name];
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(
    `${name}=${text} is not within its limits: write whole milliseconds from ${least} to ${most}`,
  );
}

const listed = (values: readonly (string | number)[]): string =>
  `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** Before and after the first `at`; `null` where there is none. */
function halves(text: string, at: string): [string, string | null] {
  const index = text.indexOf(at);
  return index === -1 ? [text, null] : [text.slice(0, index), text.slice(index + 1)];
}
