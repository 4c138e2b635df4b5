import { describe, expect, it } from 'vitest';
import { conditions } from '../../../electron/alarms/conditions.ts';
import type { Signals } from '../../../electron/alarms/signals.ts';
import type { AlarmCode, Priority, Reaction } from '../../../electron/domain/alarm.ts';
import { alarmCodes } from '../../../electron/domain/alarm.ts';
import { interlockBit, interlocks } from '../../../electron/domain/circuit.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { calm, probes, Watch } from './calm.ts';

interface Row {
  readonly code: AlarmCode;
  readonly priority: Priority;
  readonly seconds: number;
  /** At the limit or just on its good side: never an alarm. */
  readonly good: Partial<Signals>;
  readonly bad: Partial<Signals>;
  readonly value?: number;
  readonly limit?: number;
  readonly subject?: string;
  readonly technical?: true;
  readonly reaction?: Reaction;
}

const draws = (setFlowMlPerMin: number, flow: number): Partial<Signals> => ({
  setFlowMlPerMin,
  flowMlPerMin: measured(flow),
});

/** The pump was told to stand a minute ago. */
const pumpOff: Partial<Signals> = {
  setFlowMlPerMin: 0,
  pumpAskedOff: true,
  pumpSpeedRpm: 0,
  heatWanted: false,
  heaterRequested: false,
  heaterPowerPercent: 0,
};

/** The limits table of the console (docs/alarms.md), once more, in the words of this test. */
const table: readonly Row[] = [
  {
    code: 'control-temperature-high',
    priority: 'medium',
    seconds: 10,
    good: { controlCelsius: measured(43.0) },
    bad: { controlCelsius: measured(43.01) },
    value: 43.01,
    limit: 43.0,
  },
  {
    code: 'cavity-temperature-high',
    priority: 'high',
    seconds: 10,
    good: { probesCelsius: probes(44, 42.3, 43.5, 42.6) },
    bad: { probesCelsius: probes(44, 42.3, 43.51, 42.6) },
    subject: 'T3',
    value: 43.51,
    limit: 43.5,
    reaction: 'heater-off',
  },
  {
    code: 'cavity-temperature-high',
    priority: 'high',
    seconds: 2,
    good: { probesCelsius: probes(44, 42.3, 43, 43.49) },
    bad: { probesCelsius: probes(44, 42.3, 43.2, 44.0) },
    subject: 'T4',
    value: 44,
    limit: 44,
    reaction: 'heater-off',
  },
  {
    // Where the perfusate is controlled no limit of the cavity is counted from its target.
    code: 'cavity-temperature-high',
    priority: 'high',
    seconds: 10,
    good: { perfusate: true, targetCelsius: 44, probesCelsius: probes(44, 42.3, 43.49, 42.6) },
    bad: { perfusate: true, targetCelsius: 41, probesCelsius: probes(41, 42.3, 43.5, 42.6) },
    subject: 'T3',
    value: 43.5,
    limit: 43.5,
    reaction: 'heater-off',
  },
  {
    code: 'cavity-temperature-high',
    priority: 'high',
    seconds: 2,
    good: { openCavityHighMs: 20_000, probesCelsius: probes(44, 42.3, 43, 43.49) },
    bad: { openCavityHighMs: 20_000, probesCelsius: probes(44, 42.3, 43.2, 45.0) },
    subject: 'T4',
    value: 45,
    limit: 45,
    reaction: 'heater-off',
  },
  {
    // An ignored probe has no other limit, and is no probe that failed.
    code: 'cavity-temperature-high',
    priority: 'high',
    seconds: 2,
    good: {
      probesCelsius: probes(44, 42.3, 'ignored', 42.4),
      ignored: { probe: 'T3', celsius: 44.99 },
    },
    bad: {
      probesCelsius: probes(44, 42.3, 'ignored', 42.4),
      ignored: { probe: 'T3', celsius: 45.0 },
    },
    subject: 'T3',
    value: 45,
    limit: 45,
    reaction: 'heater-off',
  },
  {
    code: 'control-temperature-low',
    priority: 'low',
    seconds: 60,
    good: { controlCelsius: measured(42.0) },
    bad: { controlCelsius: measured(41.99) },
    value: 41.99,
    limit: 42,
  },
  {
    code: 'control-temperature-very-low',
    priority: 'medium',
    seconds: 120,
    good: { controlCelsius: measured(41.0) },
    bad: { controlCelsius: measured(40.99) },
    value: 40.99,
    limit: 41,
  },
  {
    code: 'inflow-high',
    priority: 'medium',
    seconds: 10,
    good: { probesCelsius: probes(45.5, 42.3, 42.6, 42.4) },
    bad: { probesCelsius: probes(45.51, 42.3, 42.6, 42.4) },
    subject: 'T1',
    value: 45.51,
    limit: 45.5,
  },
  {
    code: 'inflow-very-high',
    priority: 'high',
    seconds: 2,
    good: { probesCelsius: probes(45.99, 42.3, 42.6, 42.4) },
    bad: { probesCelsius: probes(46.0, 42.3, 42.6, 42.4) },
    subject: 'T1',
    value: 46,
    limit: 46,
    reaction: 'heater-off-bypass',
  },
  {
    code: 'heater-on-while-off',
    priority: 'high',
    seconds: 5,
    good: { heaterRequested: false, heaterPowerPercent: 2 },
    bad: { heaterRequested: false, heaterPowerPercent: 2.1 },
    value: 2.1,
    limit: 2,
    technical: true,
    reaction: 'heater-off-bypass',
  },
  {
    code: 'pump-on-while-off',
    priority: 'high',
    seconds: 3,
    good: { ...pumpOff, flowMlPerMin: measured(150) },
    bad: { ...pumpOff, flowMlPerMin: measured(151) },
    value: 151,
    limit: 150,
    technical: true,
    reaction: 'heater-off',
  },
  {
    code: 'pump-on-while-off',
    priority: 'high',
    seconds: 3,
    good: { ...pumpOff, pumpSpeedRpm: null, flowMlPerMin: missing('no-value') },
    bad: { ...pumpOff, pumpSpeedRpm: 1, flowMlPerMin: missing('no-value') },
    technical: true,
    reaction: 'heater-off',
  },
  {
    code: 'console-fault',
    priority: 'high',
    seconds: 0,
    good: {},
    bad: { consoleFault: true },
    technical: true,
    reaction: 'heater-off',
  },
  {
    code: 'machine-still-pumps',
    priority: 'high',
    seconds: 0,
    good: {},
    bad: { machineStillPumps: true },
    technical: true,
  },
  {
    code: 'another-console',
    priority: 'high',
    seconds: 0,
    good: {},
    bad: { anotherConsole: true },
    technical: true,
  },
  {
    code: 'command-not-in-force',
    priority: 'high',
    seconds: 1,
    good: {},
    bad: { commandMismatch: true },
    technical: true,
    reaction: 'heater-off-bypass',
  },
  {
    code: 'core-temperature-low-limit',
    priority: 'low',
    seconds: 10,
    good: { coreCelsius: measured(38.49) },
    bad: { coreCelsius: measured(38.5) },
    value: 38.5,
    limit: 38.5,
  },
  {
    code: 'core-temperature-medium-limit',
    priority: 'medium',
    seconds: 10,
    good: { coreCelsius: measured(38.99) },
    bad: { coreCelsius: measured(39) },
    value: 39,
    limit: 39,
  },
  {
    code: 'core-temperature-high-limit',
    priority: 'high',
    seconds: 10,
    good: { coreCelsius: measured(39.49) },
    bad: { coreCelsius: measured(39.5) },
    value: 39.5,
    limit: 39.5,
  },
  {
    code: 'flow-deviation',
    priority: 'low',
    seconds: 30,
    good: draws(1500, 1350),
    bad: draws(1500, 1349),
    value: 1349,
    limit: 1350,
  },
  {
    code: 'flow-deviation-large',
    priority: 'medium',
    seconds: 5,
    good: draws(1500, 1800),
    bad: draws(1500, 1801),
    value: 1801,
    limit: 1800,
  },
  {
    code: 'no-flow-with-heater',
    priority: 'high',
    seconds: 2,
    good: draws(1500, 150),
    bad: draws(1500, 149),
    value: 149,
    limit: 150,
    reaction: 'heater-off',
  },
  {
    code: 'inflow-line-pressure-high',
    priority: 'high',
    seconds: 0.5,
    good: { inflowLinePressureMmHg: measured(150) },
    bad: { inflowLinePressureMmHg: measured(151) },
    value: 151,
    limit: 150,
    reaction: 'heater-and-pump-off',
  },
  {
    code: 'cavity-pressure-raised',
    priority: 'medium',
    seconds: 30,
    good: { cavityPressureMmHg: measured(20) },
    bad: { cavityPressureMmHg: measured(21) },
    value: 21,
    limit: 20,
  },
  {
    code: 'cavity-pressure-high',
    priority: 'high',
    seconds: 10,
    good: { cavityPressureMmHg: measured(30) },
    bad: { cavityPressureMmHg: measured(31) },
    value: 31,
    limit: 30,
    reaction: 'heater-and-pump-off',
  },
  {
    code: 'return-missing',
    priority: 'medium',
    seconds: 3,
    good: { returnShare: 0.5 },
    bad: { returnShare: 0.49 },
    value: 49,
    limit: 50,
  },
  { code: 'return-unseen', priority: 'low', seconds: 0, good: {}, bad: { returnUnseen: true } },
  {
    code: 'reservoir-falling',
    priority: 'medium',
    seconds: 5,
    good: { reservoirLostMl: 500 },
    bad: { reservoirLostMl: 501 },
    value: 501,
    limit: 500,
  },
  {
    // Of a bladder of 80 mL: a sixth of it.
    code: 'cavity-volume-over-plan',
    priority: 'medium',
    seconds: 2,
    good: { planVolumeMl: 80, cavityVolumeMl: 93 },
    bad: { planVolumeMl: 80, cavityVolumeMl: 94 },
    value: 94,
    limit: 80 + (500 * 80) / 3000,
  },
  {
    code: 'cavity-volume-over-plan',
    priority: 'medium',
    seconds: 2,
    good: { cavityVolumeMl: 3500 },
    bad: { cavityVolumeMl: 3501 },
    value: 3501,
    limit: 3500,
  },
  {
    code: 'cavity-volume-over-largest',
    priority: 'high',
    seconds: 1,
    good: { cavityVolumeMl: 4000 },
    bad: { cavityVolumeMl: 4001 },
    value: 4001,
    limit: 4000,
    reaction: 'heater-and-pump-off',
  },
  {
    code: 'probe-fault',
    priority: 'medium',
    seconds: 1,
    good: {},
    bad: { probesCelsius: probes(44, 'stuck', 42.6, 42.4) },
    subject: 'T2',
    technical: true,
  },
  {
    code: 'cavity-probes-disagree',
    priority: 'low',
    seconds: 30,
    good: { probesCelsius: probes(44, 42.3, 43, 42) },
    bad: { probesCelsius: probes(44, 42.3, 43, 41.9) },
    value: 1.1,
    limit: 1,
  },
  {
    code: 'control-temperature-unknown',
    priority: 'high',
    seconds: 2,
    good: {},
    bad: { controlCelsius: missing('no-value') },
    technical: true,
    reaction: 'heater-off',
  },
  {
    code: 'cavity-temperature-unknown',
    priority: 'high',
    seconds: 2,
    good: { controlled: false, cavityUnknown: true },
    bad: { cavityUnknown: true },
    technical: true,
    reaction: 'heater-off',
  },
  {
    code: 'link-lost',
    priority: 'high',
    seconds: 0,
    good: { linkAgeSeconds: 0.9 },
    bad: { linkLost: true, linkAgeSeconds: 1.1 },
    value: 1.1,
    limit: 1,
    technical: true,
  },
  {
    code: 'rig-restarted',
    priority: 'high',
    seconds: 0,
    good: {},
    bad: { rigRestarted: true },
    technical: true,
  },
  ...interlocks.map(
    (name): Row => ({
      code: name === 'emergency-stop' ? name : `interlock-${name}`,
      priority: 'high',
      seconds: 0,
      good: { interlockBits: ~interlockBit(name) & 0xfff },
      bad: { interlockBits: interlockBit(name) },
      technical: true,
    }),
  ),
  {
    code: 'target-unreachable',
    priority: 'low',
    seconds: 30,
    good: { reachCelsius: 42.5 },
    bad: { reachCelsius: 42.4 },
    value: 42.4,
    limit: 42.5,
  },
  {
    code: 'flow-missing',
    priority: 'medium',
    seconds: 5,
    good: { heatWanted: false, ...draws(1500, 150) },
    bad: { heatWanted: false, ...draws(1500, 149) },
    value: 149,
    limit: 150,
  },
  {
    code: 'drain-blocked',
    priority: 'medium',
    seconds: 0,
    good: { phase: 'drain', drainDrySeconds: 10, cavityVolumeMl: 500 },
    bad: { phase: 'drain', drainDrySeconds: 10, cavityVolumeMl: 501 },
    value: 501,
    limit: 500,
  },
  {
    code: 'drain-unfinished',
    priority: 'medium',
    seconds: 0,
    good: {},
    bad: { drainUnfinished: true },
  },
  {
    code: 'probe-outvoted',
    priority: 'medium',
    seconds: 1,
    good: {},
    bad: { probesCelsius: probes(44, 42.3, 'outvoted', 42.4) },
    subject: 'T3',
    technical: true,
  },
  {
    code: 'last-cavity-probe-doubted',
    priority: 'medium',
    seconds: 1,
    good: {},
    bad: { lastCavityProbeDoubted: true },
    technical: true,
  },
  {
    code: 'inflow-probe-lost',
    priority: 'medium',
    seconds: 1,
    good: { heats: false, probesCelsius: probes('open', 42.3, 42.6, 42.4) },
    bad: { probesCelsius: probes('stuck', 42.3, 42.6, 42.4) },
    subject: 'T1',
    technical: true,
  },
  {
    code: 'inflow-contradicted',
    priority: 'medium',
    seconds: 30,
    good: { inflowOffKelvin: -0.8 },
    bad: { inflowOffKelvin: -0.81 },
    subject: 'T1',
    value: -0.81,
    limit: -0.8,
    technical: true,
    reaction: 'heater-off',
  },
  {
    code: 'inflow-contradicted',
    priority: 'medium',
    seconds: 30,
    good: { inflowOffKelvin: 0.8 },
    bad: { inflowOffKelvin: 0.81 },
    subject: 'T1',
    value: 0.81,
    limit: 0.8,
    technical: true,
  },
  {
    code: 'core-probe-lost',
    priority: 'low',
    seconds: 5,
    good: { coreExpected: false, coreProbeCelsius: missing('open') },
    bad: { coreProbeCelsius: missing('open') },
    technical: true,
  },
  {
    code: 'audio-not-working',
    priority: 'medium',
    seconds: 5,
    good: {},
    bad: { audioNotWorking: true },
    technical: true,
  },
  {
    code: 'addition-due',
    priority: 'low',
    seconds: 0,
    good: {},
    bad: { additionsDue: [null, '2/3 Cisplatin'] },
    subject: '2/3 Cisplatin',
  },
  { code: 'core-reading-due', priority: 'low', seconds: 0, good: {}, bad: { coreReadingDue: true } },
  {
    code: 'storage-failing',
    priority: 'medium',
    seconds: 0,
    good: {},
    bad: { storageFailing: true, recordBehindSeconds: 4.2 },
    value: 4.2,
    technical: true,
  },
  {
    code: 'storage-low',
    priority: 'low',
    seconds: 0,
    good: { freeStorageMegabytes: 100 },
    bad: { freeStorageMegabytes: 99 },
    value: 99,
    limit: 100,
    technical: true,
  },
  {
    code: 'record-removed',
    priority: 'low',
    seconds: 0,
    good: {},
    bad: { recordRemoved: true },
    technical: true,
  },
  {
    code: 'clock-disagreement',
    priority: 'medium',
    seconds: 5,
    good: { clockDisagreementSeconds: -2 },
    bad: { clockDisagreementSeconds: -2.1 },
    value: 2.1,
    limit: 2,
    technical: true,
  },
  {
    code: 'screen-not-updating',
    priority: 'medium',
    seconds: 0,
    good: { screenStaleSeconds: 5 },
    bad: { screenStaleSeconds: 5.1 },
    value: 5.1,
    limit: 5,
    technical: true,
  },
  {
    code: 'phase-time-limit',
    priority: 'low',
    seconds: 0,
    good: { phase: 'heat-up', phaseSeconds: 1800, phaseLimitSeconds: 1800 },
    bad: { phase: 'heat-up', phaseSeconds: 1801, phaseLimitSeconds: 1800 },
    subject: 'heat-up',
    value: 1801,
    limit: 1800,
  },
  {
    code: 'treatment-beyond-plan',
    priority: 'medium',
    seconds: 0,
    good: { beyondPlanSeconds: 600 },
    bad: { beyondPlanSeconds: 601 },
    value: 601,
    limit: 600,
  },
];

describe.each(table)('$code, $priority after $seconds s', (row) => {
  const { code, subject = '', value = null, limit = null, reaction = 'none' } = row;
  const ours = (watch: Watch) => watch.raised.filter((alarm) => alarm.code === code);

  it('is silent at its limit, however long', () => {
    const watch = new Watch();
    watch.see(row.good, 200);
    expect(ours(watch)).toEqual([]);
  });

  it('is raised once, when it has lasted its delay and not before, and says value and limit', () => {
    const watch = new Watch();
    watch.see(calm, 1);
    const fromMs = watch.nowMs;
    watch.see(row.bad, row.seconds + 1);
    const [alarm, ...more] = ours(watch);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      code,
      subject,
      priority: row.priority,
      kind: row.technical ? 'technical' : 'physiological',
      raisedMs: fromMs + row.seconds * 1000,
      clearedMs: null,
      reaction,
    });
    if (value === null) expect([alarm?.value, alarm?.limit]).toEqual([null, null]);
    else
      expect([alarm?.value, alarm?.limit]).toEqual([expect.closeTo(value), limit && expect.closeTo(limit)]);
  });

  it('is cleared as soon as it is over', () => {
    const watch = new Watch();
    watch.see(row.bad, row.seconds);
    watch.nowMs += 100;
    watch.see({});
    const [cleared] = watch.cleared.filter((alarm) => alarm.code === code);
    expect(cleared?.clearedMs).toBe(watch.nowMs);
  });

  it(`asks for ${reaction}, once`, () => {
    const watch = new Watch();
    watch.see(row.bad, row.seconds + 5);
    const reason = conditions.find((one) => one.code === code)?.reason;
    const expected = reaction === 'none' ? [] : [{ reaction, reason }];
    expect(watch.reactions.filter((one) => one.reaction === reaction && one.reason === reason)).toEqual(
      expected,
    );
  });
});

/** Judged as a share of the last seconds as well (spells.test.ts). */
const byShare: readonly AlarmCode[] = ['probe-fault', 'inflow-probe-lost', 'control-temperature-unknown'];

describe.each(table.filter(({ seconds, code }) => seconds > 0 && !byShare.includes(code)))(
  '$code, $priority after $seconds s',
  (row) => {
    it('is not raised by what is over before its delay, however often', () => {
      const watch = new Watch();
      for (let blip = 0; blip < 3; blip += 1) {
        watch.see(row.bad, row.seconds - 0.1);
        watch.nowMs += 100;
        watch.see({});
      }
      expect(watch.codes).not.toContain(row.code);
    });
  },
);

describe('a cavity probe above its limit in open technique', () => {
  const open = { openCavityHighMs: 15_000 } as const;
  const raisedAfter = (seen: Partial<Signals>, awaited: AlarmCode = 'cavity-temperature-high'): number => {
    const watch = new Watch();
    const raised = () => watch.raised.find(({ code }) => code === awaited);
    for (let tick = 0; tick <= 300 && raised() === undefined; tick += 1) {
      watch.see(seen);
      watch.nowMs += 100;
    }
    return (raised()?.raisedMs ?? Number.NaN) / 1000;
  };

  it.each([
    [
      'alone at 44.0 °C, as long as the site says',
      { ...open, probesCelsius: probes(44, 42.3, 44, 42.4) },
      15,
    ],
    ['alone 1.0 °C above target', { ...open, probesCelsius: probes(44, 42.3, 43.6, 42.4) }, 15],
    ['with a second that agrees, 2 s', { ...open, probesCelsius: probes(44, 42.3, 44, 44.1) }, 2],
    [
      'with a second that agrees on the target, 10 s',
      { ...open, probesCelsius: probes(44, 42.3, 43.6, 43.6) },
      10,
    ],
    [
      'with a second that is above another limit, that of the first',
      { ...open, probesCelsius: probes(44, 42.3, 44, 43.6) },
      10,
    ],
    ['alone at 45.0 °C, 2 s', { ...open, probesCelsius: probes(44, 42.3, 45, 42.4) }, 2],
    [
      'alone beside perfusate at 43.5 °C',
      { ...open, perfusate: true, probesCelsius: probes(43, 42.3, 43.6, 42.4) },
      15,
    ],
    ['in closed technique, 2 s', { probesCelsius: probes(44, 42.3, 44, 42.4) }, 2],
  ] as const)('%s', (_, seen, seconds) => {
    expect(raisedAfter(seen)).toBeCloseTo(seconds, 3);
  });

  it.each([
    [open, 15],
    [{}, 10],
  ])('pulls up the control temperature, which waits as long: %o', (technique, seconds) => {
    const pulledUp = { ...technique, controlCelsius: measured(43.1) };
    expect(raisedAfter(pulledUp, 'control-temperature-high')).toBeCloseTo(seconds, 3);
  });
});

describe('a pump that is told to stand', () => {
  /** What a pump gives that ran at `from` and loses `perSecond`, at a time after it was told. */
  const runningDown = (seconds: number, from: number, perSecond: number): Partial<Signals> => {
    const mlPerMin = Math.max(0, from - perSecond * seconds);
    return {
      ...pumpOff,
      lastSetFlowMlPerMin: from,
      flowSteadyMs: seconds * 1000,
      flowMlPerMin: measured(mlPerMin),
      pumpSpeedRpm: mlPerMin / 10,
    };
  };
  it('and turns on without a flow to be seen is told once it had the time to run down, 3 s at least', () => {
    const at = (from: number, seconds: number): string[] => {
      const watch = new Watch();
      for (let tick = 0; tick <= seconds * 10; tick += 1) {
        watch.see({ ...runningDown(tick / 10, from, 0), flowMlPerMin: missing('no-value') });
        watch.nowMs += 100;
      }
      return watch.codes.filter((code) => code === 'pump-on-while-off');
    };
    expect([at(1500, 2.9), at(1500, 3.1)]).toEqual([[], ['pump-on-while-off']]);
    expect([at(3000, 5.5), at(3000, 6.2)]).toEqual([[], ['pump-on-while-off']]);
  });

  const told = (from: number, perSecond: number, seconds: number): string[] => {
    const watch = new Watch();
    for (let tick = 0; tick <= seconds * 10; tick += 1) {
      watch.see(runningDown(tick / 10, from, perSecond));
      watch.nowMs += 100;
    }
    return watch.codes;
  };

  it.each([400, 1500, 3000, 4000])('may run down from %s mL/min', (from) => {
    expect(told(from, 600, 20)).not.toContain('pump-on-while-off');
  });

  it.each([400, 1500, 3000, 4000])('and goes on at %s mL/min is told 3 s after', (from) => {
    expect(told(from, 0, 2.9)).not.toContain('pump-on-while-off');
    expect(told(from, 0, 3.2)).toContain('pump-on-while-off');
  });

  it('is not judged while nothing is asked, whatever it does', () => {
    const watch = new Watch();
    watch.see({ ...pumpOff, pumpAskedOff: false, pumpSpeedRpm: 150 }, 60);
    expect(watch.codes).not.toContain('pump-on-while-off');
  });
});

describe('the table', () => {
  it('is the one the console watches, row by row', () => {
    // A limit to both sides stands in two rows.
    const rows = (all: readonly { code: string; priority: string; delayMs: number; reaction: string }[]) => [
      ...new Set(all.map((row) => `${row.code} ${row.priority} ${row.delayMs} ${row.reaction}`).sort()),
    ];
    const expected = table.map(({ code, priority, seconds, reaction = 'none' }) => ({
      code,
      priority,
      delayMs: seconds * 1000,
      reaction,
    }));
    // What trends foretell stands in trends.test.ts.
    const foretold = ['cavity-temperature-rising', 'flow-falling'];
    const own = conditions.filter(
      ({ code, signal }) => !foretold.includes(code) && !signal.includes('-often-'),
    );
    expect(rows(own)).toEqual(rows(expected));
  });

  it('has a row for every alarm that has a text, and says where each limit comes from', () => {
    expect(new Set(conditions.map(({ code }) => code))).toEqual(new Set(alarmCodes));
    expect(conditions.filter(({ source }) => source.trim() === '')).toEqual([]);
  });

  it('is silent in a calm treatment', () => {
    const watch = new Watch();
    watch.see({}, 600);
    expect(watch.codes).toEqual([]);
  });
});
