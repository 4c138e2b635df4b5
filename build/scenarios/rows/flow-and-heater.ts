import { controlled, type Expectation, everyPhase, pumped, type Row, row } from '../expectation.ts';

/** Heat without flow ends at once; that nothing flows goes on being told. */
const noFlow: Partial<Expectation> = {
  alarm: 'no-flow-with-heater',
  priority: 'high',
  also: ['flow-missing', 'flow-deviation-large'],
  heater: 'off',
  why: 'heat without flow: below the 3 s of the rig; the pump goes on trying',
};
const noFlowUnheated: Partial<Expectation> = {
  alarm: 'flow-missing',
  priority: 'medium',
  also: ['flow-deviation-large'],
  heater: 'as-before',
  why: 'nothing is heated, nothing flows',
};
const nothingDrains: Partial<Expectation> = {
  alarm: 'drain-blocked',
  priority: 'medium',
  also: [],
  heater: 'as-before',
  pump: 'as-before',
  why: 'more than a tenth of the fill left and nothing comes for 10 s',
};
const unheated = { prime: noFlowUnheated, rinse: noFlowUnheated };
const draining = { drain: nothingDrains, 'rinse-drain': nothingDrains };
const farOff: Partial<Expectation> = {
  alarm: 'flow-deviation-large',
  priority: 'medium',
  why: 'more than 20 % from the set flow; told, nothing turned off',
};
const tooCold: Partial<Expectation> = {
  alarm: 'control-temperature-low',
  priority: 'low',
  also: ['control-temperature-very-low'],
  why: 'the cavity falls out of its band',
};

const intoBypass: Partial<Expectation> = {
  mode: 'bypass',
  why: 'the machine does not do what is asked of it: away from the patient',
};

const noReturn: Partial<Expectation> = {
  alarm: 'return-missing',
  priority: 'medium',
  also: ['reservoir-falling'],
  why: 'told within seconds, long before there is much in; catheters stick, so nothing is turned off yet',
};

/** Pump, lines, fluid that comes from elsewhere, heater, and the rig as a whole. */
export const flowAndHeaterRows: readonly Row[] = [
  row(
    'inflow line kinked',
    { fault: 'flow-blocked', line: 'inflow', openShare: 0 },
    pumped,
    noFlow,
    unheated,
  ),
  row(
    'outflow line kinked',
    { fault: 'flow-blocked', line: 'outflow', openShare: 0 },
    [...controlled, 'drain', 'rinse-drain'],
    {
      alarm: 'cavity-volume-over-largest',
      priority: 'high',
      also: ['return-missing', 'reservoir-falling', 'cavity-volume-over-plan', 'cavity-pressure-raised'],
      heater: 'off',
      pump: 'off',
      watchSeconds: 90,
      why: 'what goes in does not come out: off above the largest volume',
    },
    draining,
  ),
  row('nothing comes back', { fault: 'flow-blocked', line: 'outflow', openShare: 0 }, controlled, {
    ...noReturn,
    watchSeconds: 15,
  }),
  row('a third comes back', { fault: 'flow-blocked', line: 'outflow', openShare: 0.33 }, controlled, {
    ...noReturn,
    watchSeconds: 20,
  }),
  row('reservoir falls, 300 mL/min', { fault: 'reservoir-leaking', mlPerMin: 300 }, controlled, {
    alarm: 'reservoir-falling',
    priority: 'medium',
    watchSeconds: 110,
    why: 'every meter sees it come back, and a tenth of the fill is gone: the level is the second witness',
  }),
  row(
    'pump stalled',
    { fault: 'pump-stalled' },
    ['machine-test', ...pumped, 'drain', 'rinse-drain'],
    noFlow,
    {
      ...unheated,
      ...draining,
      'machine-test': {
        ...noFlowUnheated,
        alarm: null,
        also: ['flow-deviation-large'],
        fails: 'pump',
        why: 'the machine test finds it within 20 s',
      },
    },
  ),
  row(
    'pump runs on',
    { fault: 'pump-runs-on' },
    ['machine-test', 'fill', 'treatment'],
    {
      why: 'it goes on as it is asked to go on: nothing is wrong yet',
    },
    {
      fill: {
        alarm: 'pump-on-while-off',
        priority: 'high',
        also: ['cavity-volume-over-plan'],
        heater: 'off',
        pump: 'off',
        watchSeconds: 185,
        why: 'the planned volume is in and the pump is told to rest: it does not',
      },
      'machine-test': {
        alarm: 'pump-on-while-off',
        priority: 'high',
        heater: 'off',
        watchSeconds: 120,
        why: 'turned for its own test, and never stands again',
      },
    },
  ),
  row('flow 15 % too low', { fault: 'flow-wrong', share: 0.85 }, pumped, {
    alarm: 'flow-deviation',
    priority: 'low',
    watchSeconds: 60,
    why: 'more than 10 % from the set flow',
  }),
  row('flow 30 % too low', { fault: 'flow-wrong', share: 0.7 }, pumped, farOff),
  row('flow 30 % too high', { fault: 'flow-wrong', share: 1.3 }, pumped, farOff),
  row('flow falls 20 % a minute', { fault: 'flow-falling', sharePerMin: 0.2, leastShare: 0.5 }, pumped, {
    ...farOff,
    foretold: 'flow-falling',
    watchSeconds: 90,
    why: 'foretold, then told when it is 20 % off',
  }),
  row(
    'irrigated with 600 mL of 22 °C',
    { fault: 'fluid-added', ml: 600, celsius: 22, overSeconds: 60 },
    ['heat-up', 'treatment', 'dwell'],
    { watchSeconds: 200, why: 'heat-up and dwell promise no temperature yet' },
    { treatment: tooCold },
  ),
  row(
    'irrigated with 1 500 mL of 40 °C',
    { fault: 'fluid-added', ml: 1500, celsius: 40, overSeconds: 60 },
    ['heat-up', 'treatment', 'dwell'],
    {
      alarm: 'cavity-pressure-raised',
      priority: 'medium',
      watchSeconds: 130,
      why: 'no meter sees it, the pressure of the closed cavity does: above 20 mmHg',
    },
  ),
  row(
    'heater gives nothing',
    { fault: 'heater-weak', percent: 0 },
    ['machine-test', 'preheat', 'heat-up', 'treatment'],
    { ...tooCold, watchSeconds: 900 },
    {
      'machine-test': { alarm: null, fails: 'heater', watchSeconds: 60, why: 'the machine test finds it' },
      preheat: {
        alarm: 'phase-time-limit',
        subject: 'preheat',
        priority: 'low',
        watchSeconds: 1900,
        why: 'the inflow never settles: told when the phase takes long; nobody is heated yet',
      },
      'heat-up': {
        alarm: 'target-unreachable',
        also: [],
        watchSeconds: 900,
        why: 'the forecast says so, long before the time of the phase is up',
      },
    },
  ),
  row(
    'heater stays on, all power',
    { fault: 'heater-stuck-on', percent: 100 },
    ['preheat', 'fill', 'heat-up', 'treatment'],
    {
      alarm: 'interlock-over-temperature',
      priority: 'high',
      also: ['heater-on-while-off', 'inflow-very-high'],
      heater: 'off',
      mode: 'bypass',
      why: 'the rig cuts off at 46 °C and diverts; that power goes on is told by itself',
    },
  ),
  row(
    'heater stays on, 30 %',
    { fault: 'heater-stuck-on', percent: 30 },
    ['machine-test', 'prime', 'dwell', 'drain', 'rinse', 'rinse-drain', 'disconnect'],
    {
      alarm: 'heater-on-while-off',
      priority: 'high',
      also: ['interlock-over-temperature', 'inflow-high', 'inflow-very-high'],
      heater: 'off',
      why: 'power that nobody asked for',
    },
    {
      'machine-test': {
        also: ['interlock-watchdog-expired'],
        fails: 'watchdog',
        why: 'the machine test lets the watchdog expire, and the heater stays on',
      },
      rinse: { mode: 'bypass', why: 'power that nobody asked for, on its way into the patient' },
    },
  ),
  row(
    'rig fails its own check',
    { fault: 'rig-fault' },
    everyPhase,
    {
      alarm: 'command-not-in-force',
      priority: 'high',
      heater: 'off',
      pump: 'stands',
      why: 'the machine does not do what is asked of it',
    },
    {
      fill: intoBypass,
      'heat-up': intoBypass,
      treatment: intoBypass,
      rinse: intoBypass,
      'self-test': { alarm: null, why: 'nothing is asked of the machine' },
      dwell: { alarm: null, why: 'nothing is asked of the machine' },
      disconnect: { alarm: null, why: 'nothing is asked of the machine' },
    },
  ),
];
