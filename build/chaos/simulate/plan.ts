import { type Phase, phases } from '../../../electron/domain/phase.ts';
import { Draw } from '../../../native-bridge/simulator/population/draw.ts';
import { type FaultName, faultNames, isOfPerson } from './faults/names.ts';

/** Where a run of the simulation begins. */
export const beginnings = ['setup', ...phases] as const;
export type Beginning = 'setup' | Phase;

/** One thing that goes wrong, or that a person does; its own dice, so that leaving out another changes nothing here. */
export interface PlannedFault {
  readonly kind: FaultName;
  /** After the beginning. */
  readonly atSeconds: number;
  readonly stream: number;
}

/** All there is to know of a run before it is simulated. The same plan gives the same run. */
export interface Plan {
  readonly seed: number;
  readonly index: number;
  readonly begin: Beginning;
  /** From self-test to the end of the record. */
  readonly whole: boolean;
  /** From the beginning on, simulated time. */
  readonly seconds: number;
  readonly faults: readonly PlannedFault[];
  /** A careful operator answers every prompt; else nobody does but for the presses of the plan. */
  readonly attended: boolean;
  /** At last all that can be mended is, and somebody wants the cavity drained. */
  readonly drainsAtEnd: boolean;
}

const wholeEvery = 20;
const wholeSeconds = 1500;
/** Mean length of the others, what the last drain takes counted in. */
const leastSeconds = 120;
const mostSeconds = 820;

export function drawPlan(seed: number, index: number): Plan {
  const dice = new Draw(seed, index, 'plan');
  const whole = index % wholeEvery === wholeEvery - 1;
  const seconds = whole ? wholeSeconds : Math.round(dice.even(leastSeconds, mostSeconds));
  return {
    seed,
    index,
    begin: whole ? 'self-test' : dice.one(beginnings),
    whole,
    seconds,
    faults: drawFaults(dice, seconds),
    attended: dice.even(0, 1) < 0.7,
    drainsAtEnd: dice.even(0, 1) < 0.4,
  };
}

const others = faultNames.filter((name) => !isOfPerson(name));

/** At least one that is nobody's press, and few enough that what follows from one can be seen. */
function drawFaults(dice: Draw, seconds: number): PlannedFault[] {
  const faults: PlannedFault[] = [];
  const count = 1 + dice.whole(4);
  const presses = dice.whole(8);
  const draw = (kind: FaultName): void => {
    // Not at the very end: what it does is to be seen.
    faults.push({ kind, atSeconds: round(dice.even(0, seconds * 0.85)), stream: faults.length });
  };
  for (let at = 0; at < count; at += 1) draw(dice.one(others));
  for (let at = 0; at < presses; at += 1) draw(dice.one(faultNames.filter(isOfPerson)));
  return faults.toSorted((a, b) => a.atSeconds - b.atSeconds);
}

const round = (seconds: number): number => Math.round(1000 * seconds) / 1000;
