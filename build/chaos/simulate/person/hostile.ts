import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { clinician, glass, type Sent } from '../world/door.ts';

const cyclic: Record<string, unknown> = { type: 'heat-off' };
cyclic.self = cyclic;

/** Nothing of it is plain JSON of the contract. */
const nonsense: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  '',
  'stop-run',
  [],
  {},
  new Map([['type', 'stop-run']]),
  new Set(['heat-off']),
  new Date(Number.NaN),
  Symbol.iterator,
  10n,
  () => 'stop-run',
  cyclic,
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('a getter that throws (simulated)');
      },
    },
  ),
  new Uint8Array(3),
  'x'.repeat(100_000),
  Object.create(null),
  { toString: null, valueOf: null },
];

/** Actions, each with something in a field that no person can have typed. None of them may do anything. */
const shaped: readonly ((wrong: unknown) => unknown)[] = [
  (wrong) => wrong,
  (wrong) => ({ action: wrong, glass, second: null }),
  (wrong) => ({ action: { type: 'record-note', text: wrong } }),
  (wrong) => ({ action: { type: 'take-command' }, glass: { name: wrong, reason: wrong } }),
  (wrong) => ({ action: { type: 'take-command' }, second: { personId: wrong, pin: wrong } }),
  (wrong) => ({ action: { type: wrong } }),
  (wrong) => ({ action: { type: 'advance', from: wrong } }),
  (wrong) => ({ action: { type: 'change-flow', mlPerMin: wrong } }),
  (wrong) => ({ action: { type: 'clear-interlocks', bits: wrong } }),
  (wrong) => ({ action: { type: 'acknowledge', alarmIds: [wrong] } }),
  (wrong) => ({ action: { type: 'change-alarm-limit', limit: wrong, value: wrong } }),
  (wrong) => ({ action: { type: 'record-reading', kind: 'core-celsius', value: wrong } }),
  (wrong) => ({
    action: { type: 'record-drug', drug: wrong, addition: wrong, checkedBy: [wrong, wrong] },
  }),
  (wrong) => ({ action: { type: 'record-vital', sign: wrong, value: wrong } }),
  (wrong) => ({ action: { type: 'record-carrier', carrier: { name: wrong, volumeMl: wrong } } }),
  (wrong) => ({ action: { type: 'time-out', names: [wrong, wrong] } }),
  (wrong) => ({ case: wrong, presetName: wrong, edited: wrong, fluidInCavityMl: wrong }),
];

export function hostileRequest(dice: Draw): Sent {
  const wrong = dice.one(nonsense);
  return {
    name: dice.one(['act', 'act', 'act', 'start'] as const),
    request: dice.one(shaped)(wrong),
    from: clinician,
  };
}
