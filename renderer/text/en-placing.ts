import { missingText } from '../../electron/contract/text.ts';
import type { CatheterProblem } from '../setup/catheter-problems.ts';

/** Where catheters and probes lie, and the check of probes before they are placed. */
const letters = { right: 'R', left: 'L' };
const ways = { in: 'in', out: 'out' };

const map = {
  name: 'Catheters and probes',
  letters,
  ways,
  french: (size: number) => `${size} Fr`,
  catheter: (number: number, way: keyof typeof ways, place: string) => `${number} ${way}, ${place}`,
  probe: (id: string, place: string) => `${id}, ${place}`,
  legend: { in: 'catheter in', out: 'catheter out', probe: 'probe' },
  beside: 'Beside the drawing',
  otherPlaces: 'Other places',
  placeMissing: 'place not entered',
  /** A row of the list beside the drawing in a run. */
  catheterRow: (number: number, way: keyof typeof ways, frenchSize: number | null) =>
    `${number} ${ways[way]}, ${frenchSize ?? missingText} Fr`,
  celsius: '°C',
  ignored: (celsius: string) => `ignored at ${celsius}`,
  noCatheter: 'No catheter was entered.',
  nonePlaced: 'Where catheters and probes lie was not entered: nothing is drawn.',
  noneDrawn: 'None of the places entered is one of the drawing.',
  sideMissing: 'The drawing shows the right side; it stands for the side that is treated.',
  suggestion: 'suggestion',
  suggested:
    'Suggestion: crosswise, in under the diaphragm, out at the pelvic floor of the other side, no blind area.',
};

const catheters = {
  heading: 'Catheters',
  empty: 'Touch a place in the drawing to enter a catheter there.',
  full: (most: number) => `${most} catheters are entered, more cannot be.`,
  place: (number: number) => `Place of catheter ${number}`,
  typedPlace: 'Other place, typed',
  typedPlaceOf: (number: number) => `Place of catheter ${number}, typed`,
  typedHint: 'Place',
  way: (number: number) => `Catheter ${number}: in or out`,
  french: (number: number) => `French size of catheter ${number}`,
  frenchHint: 'Size',
  frenchUnit: 'Fr',
  remove: 'Remove',
  removeOf: (number: number) => `Remove catheter ${number}`,
  problem: ({ number, what }: CatheterProblem): string => {
    switch (what.kind) {
      case 'no-place':
        return `Catheter ${number}: say where it lies`;
      case 'place-too-long':
        return `Catheter ${number}: the place is too long, ${what.tooMany} characters too many`;
      case 'place-lost':
        return `Catheter ${number}: a character of the place was lost, type it again`;
      case 'french':
        return `Catheter ${number}: size from ${what.lowest} to ${what.highest} Fr, or leave it empty`;
    }
  },
};

const list = (probes: readonly string[]) => probes.join(', ');

const probeCheck = {
  heading: 'Check of the probes',
  start: 'Start',
  again: 'Start again',
  end: 'End',
  change: (celsius: string) => `${celsius} °C since the start`,
  warm: {
    title: 'Which is which',
    how: 'Warm one probe in the hand and see which one moves.',
    waiting: 'No probe has moved yet',
    moved: (probe: string) => `${probe} moves`,
    several: (probes: readonly string[]) =>
      `More than one moves: ${list(probes)}. Let them rest, then start again.`,
    missing: (probes: readonly string[]) => `No value from ${list(probes)}: check plug and cable`,
  },
  dip: {
    title: 'All in one vessel',
    how: 'Put all probes into one vessel of stirred water and wait.',
    running: (seconds: number, of: number) => `Settled for ${seconds} of ${of} s`,
    unsettled: (probes: readonly string[]) => `Not settled: ${list(probes)}`,
    missing: (probes: readonly string[]) => `No value from ${list(probes)}: check plug and cable`,
    tooFew: 'Fewer than two probes: nothing to compare',
    passed: 'Probes agree',
    failed: 'Probes do not agree',
    spread: (spread: string, tolerance: string) => `${spread} °C apart, at most ${tolerance} °C`,
    mean: (celsius: string) => `${celsius} °C, mean of 30 s`,
    keep: 'Put it on record',
    kept: (spread: number) => `On record: ${spread.toFixed(2)} °C apart in one vessel.`,
  },
};

export const placing = { map, catheters, probeCheck };
