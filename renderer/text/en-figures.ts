import { minutesSeconds, number, percent } from '../../electron/contract/text.ts';
import type { AdditionView, RunView } from '../../electron/contract/view.ts';
import type { FlowVerdict, MeterStanding, Verdict } from '../../electron/contract/words.ts';

export const figures = {
  precision: 'The three promises, so far',
  volumes: 'Volumes, by the count of the console',
  additions: 'Planned additions',
  /** The button that opens the alarm limits; how many of them are not as they were. */
  limits: (changed: number) => (changed === 0 ? 'Alarm limits ▸' : `Alarm limits, ${changed} changed ▸`),
  limitChanged: 'alarm limit changed',
  limitsHeading: 'Alarm limits that were changed',
  limitNow: (value: string, initial: string) => `${value}, initially ${initial}`,
  limitBy: (person: string, role: string, seconds: number) =>
    `${person}, ${role.toLowerCase()}, ${minutesSeconds(seconds)}`,
};

const signed = (value: number, decimals: number) => `${value > 0 ? '+' : ''}${number(value, decimals)}`;
type Precision = RunView['precision'];
const pair = (name: string, promise: string): readonly [string, string] => [name, promise];

/** What is promised, and how it stands. */
export const precision = {
  measurement: pair('Measurement', '±0.1 °C'),
  control: pair('Control', '±0.5 °C'),
  flow: pair('Flow', '±5 %'),
  calibrated: (without: readonly string[], oldest: string | null) =>
    without.length > 0
      ? `no calibration in force for ${without.join(', ')}`
      : `probes calibrated${oldest === null ? '' : `, the oldest ${oldest}`}`,
  atRest: (detail: string) => `at rest: ${detail}`,
  notTested: 'not yet compared at rest',
  controlFound: ({ inBandShare, meanCelsius, sdCelsius, worstDeviationCelsius }: Precision['control']) =>
    inBandShare === null || meanCelsius === null || sdCelsius === null || worstDeviationCelsius === null
      ? 'judged from the start of treatment'
      : `in band ${percent(inBandShare)} % of treatment; ${number(meanCelsius, 2)} ± ${number(sdCelsius, 2)} °C; worst ${signed(worstDeviationCelsius, 2)} °C`,
  flowFound: ({ inBandShare, meanMlPerMin, sdMlPerMin, worstDeviationShare }: Precision['flow']) =>
    inBandShare === null || meanMlPerMin === null || sdMlPerMin === null || worstDeviationShare === null
      ? 'judged from the start of treatment'
      : `within ${percent(inBandShare)} % of treatment; ${number(meanMlPerMin)} ± ${number(sdMlPerMin)} mL/min; worst ${signed(worstDeviationShare * 100, 1)} %`,
  verdict: { kept: 'kept', 'not-kept': 'not kept', 'not-judged': 'not judged' } satisfies Readonly<
    Record<Verdict, string>
  >,
  /** Of the flow, which is measured by the meter that it is held by. */
  flowVerdict: { held: 'held', 'not-held': 'not held', 'not-judged': 'not judged' } satisfies Readonly<
    Record<FlowVerdict, string>
  >,
  /** Beside the flow: how true its meter is known to be. */
  meter: (meter: MeterStanding, months: number | null): string => {
    if (meter.state === 'not-known') return 'flow meter: calibration not known';
    const late = meter.state === 'overdue' ? `, older than ${months} months` : '';
    return `flow meter calibrated ${meter.on} by ${meter.by}${late}`;
  },
  /** Beside the figure it is about, as short as its place allows. */
  share: (share: number) => `${percent(share)} % of time`,
  shareShort: (share: number) => `${percent(share)} %`,
};

export const volumes = {
  before: 'In it before',
  filled: 'Filled',
  added: 'Added with drugs',
  byHandIn: 'Fluid in, by hand',
  byHandOut: 'Fluid out, by hand',
  drained: 'Drained, by count',
  measured: 'Drained, measured',
  circulation: 'While circulating',
  notRecovered: 'In minus out',
  inCavity: 'In the cavity',
  ml: 'mL',
};

export const additions = {
  at: (minutes: number) => `at ${number(minutes)}:00`,
  stands: ({ state, dueInSeconds, doneAtSeconds }: AdditionView): string => {
    switch (state) {
      case 'done':
        return doneAtSeconds === null ? 'recorded' : `recorded, session ${minutesSeconds(doneAtSeconds)}`;
      case 'not-given':
        return 'not given';
      case 'due':
        return 'due now';
      case 'late':
        return dueInSeconds === null ? 'late' : `late by ${minutesSeconds(-dueInSeconds)}`;
      case 'ahead':
        return dueInSeconds === null ? 'ahead' : `in ${minutesSeconds(dueInSeconds)}`;
    }
  },
  /** What goes on, once one is due. */
  isDue: (index: number, of: number, label: string) => `Drug ${index + 1} of ${of} is due: ${label}`,
  /** What comes next, before it is. */
  next: (index: number, of: number, { atMinutes, dueInSeconds }: AdditionView, then: string | null) =>
    `Next: drug ${index + 1} of ${of} at ${number(atMinutes)}:00${
      dueInSeconds === null ? '' : `, in ${minutesSeconds(dueInSeconds)}`
    }.${then === null ? '' : ` ${then.replace(/^Next: /, 'Then ')}`}`,
  /** The button that records the next one. */
  record: (index: number, of: number) => (of === 1 ? 'Record drug' : `Record drug ${index + 1} of ${of}`),
  recordCaption: ({ atMinutes, state, dueInSeconds }: AdditionView): string => {
    const when = `planned at ${number(atMinutes)}:00`;
    if (state === 'late' && dueInSeconds !== null) return `${when}, late by ${minutesSeconds(-dueInSeconds)}`;
    if (state === 'due') return `${when}, due now`;
    return dueInSeconds === null ? when : `${when}, in ${minutesSeconds(dueInSeconds)}`;
  },
};
