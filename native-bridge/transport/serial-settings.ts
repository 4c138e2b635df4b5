/** Speeds a rig may be set to, Bd (chosen: what adapters and controllers share; below, a whole tick would be on the wire). */
export const baudRates = [9_600, 19_200, 38_400, 57_600, 115_200, 230_400] as const;
export const parities = ['none', 'even', 'odd'] as const;
export const stopBitCounts = [1, 2] as const;
/**
 * What becomes of the DTR line, which resets many a controller when it is raised. `keep`: raised at the first opening
 * and left so when the port is closed, so that opening it again resets nothing; `on`: raised and dropped each time;
 * `off`: DTR and RTS dropped as soon as the port is open.
 */
export const dtrUses = ['keep', 'on', 'off'] as const;

export interface SerialSettings {
  readonly baudRate: (typeof baudRates)[number];
  readonly parity: (typeof parities)[number];
  readonly stopBits: (typeof stopBitCounts)[number];
  readonly dtr: (typeof dtrUses)[number];
}

/** docs/link.md: 115 200 Bd 8E1. DTR is kept: a reconnect in mid-run must not restart the rig. */
export const defaultSerialSettings: SerialSettings = {
  baudRate: 115_200,
  parity: 'even',
  stopBits: 1,
  dtr: 'keep',
};

const dataBits = 8;

/** As people write it: "115200 Bd 8E1". */
export const describeSettings = ({ baudRate, parity, stopBits }: SerialSettings): string =>
  `${baudRate} Bd ${dataBits}${(parity[0] as string).toUpperCase()}${stopBits}`;

/** How long so many bytes are on the wire, ms: each with a start bit, its parity and its stop bits. */
export function wireMs({ baudRate, parity, stopBits }: SerialSettings, bytes: number): number {
  const bits = 1 + dataBits + (parity === 'none' ? 0 : 1) + stopBits;
  return (1000 * bytes * bits) / baudRate;
}
