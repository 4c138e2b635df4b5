import { circuitModes } from '../../../../electron/domain/circuit.ts';
import { annunciations, type Intent } from '../../../../electron/domain/command.ts';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';

const hundredths = (value: number): number => Math.round(100 * value) / 100;

/** A command that a rig takes (docs/link.md, "What the rig does"), another one each time. */
export function drawIntent(dice: Draw): Intent {
  const clears = dice.whole(6) === 0;
  return {
    mode: dice.one(circuitModes),
    heaterEnable: !clears && dice.whole(3) > 0,
    pumpEnable: dice.whole(4) > 0,
    inflowSetpointCelsius: hundredths(dice.even(20, 45)),
    flowSetpointMlPerMin: dice.whole(8) === 0 ? 0 : 100 + dice.whole(2901),
    inflowLimitCelsius: hundredths(dice.even(45.5, 47)),
    watchdogMs: 500 + dice.whole(4501),
    annunciator: dice.one(annunciations),
    clearBits: clears ? dice.whole(0x1000) : 0,
  };
}

/** What is in force at the rig was written as it is by the console; before the first nothing was. */
export function commandProblem(inForce: Intent, sent: readonly Intent[]): string | null {
  const same = (one: Intent): boolean =>
    (Object.keys(one) as (keyof Intent)[]).every((key) => {
      const [asked, is] = [one[key], inForce[key]];
      return typeof asked === 'number' && typeof is === 'number'
        ? Math.abs(asked - is) < 0.005
        : asked === is;
    });
  return sent.length === 0 || sent.some(same) ? null : `nobody wrote ${JSON.stringify(inForce)}`;
}
