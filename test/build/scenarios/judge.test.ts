import { expect, test } from 'vitest';
import type { Observed, ObservedAlarm, Standing } from '../../../build/scenarios/cell.ts';
import { type Expectation, quiet } from '../../../build/scenarios/expectation.ts';
import { problemsOf } from '../../../build/scenarios/judge.ts';

const running: Standing = {
  mode: 'circulate',
  heaterRequested: true,
  heaterInForce: true,
  pumpRequested: true,
  pumpInForce: true,
};
const unheated: Standing = { ...running, heaterRequested: false, heaterInForce: false };
const noFlow: ObservedAlarm = {
  code: 'no-flow-with-heater',
  subject: '',
  priority: 'high',
  seconds: 3,
  suppressed: false,
};
const expected: Expectation = {
  ...quiet,
  alarm: 'no-flow-with-heater',
  priority: 'high',
  heater: 'off',
  why: 'a story',
};
/** The limits table states 2 s for it. */
const good: Observed = {
  row: 'kink',
  phase: 'treatment',
  before: running,
  after: unheated,
  alarms: [noFlow],
  spoilt: [],
  detectedAfterMs: 2100,
  reactedAfterMs: 100,
  failedCheck: null,
  hottestInflowCelsius: 45.1,
};

const problems = (change: Partial<Observed>, expectation: Partial<Expectation> = {}): string =>
  problemsOf({ ...expected, ...expectation }, { ...good, ...change }).join('; ');

test('a cell in which all came as expected holds', () => {
  expect(problems({})).toBe('');
});

test('an alarm that is missing, late, of another priority or hidden under another one is told', () => {
  expect(problems({ alarms: [] })).toContain('did not come');
  expect(problems({ detectedAfterMs: 2200 })).toBe('');
  expect(problems({ detectedAfterMs: 2300 })).toContain('2200 ms are allowed');
  expect(problems({ alarms: [{ ...noFlow, priority: 'medium' }] })).toContain('is medium, not high');
  expect(problems({ alarms: [{ ...noFlow, suppressed: true }] })).toContain('listed under another');
});

test('a stranger is told unless it belongs to the story, is listed under its cause, or is low', () => {
  const stranger: ObservedAlarm = { ...noFlow, code: 'flow-missing', priority: 'medium', seconds: 7 };
  expect(problems({ alarms: [noFlow, stranger] })).toContain('flow-missing came 7.0 s');
  expect(problems({ alarms: [noFlow, { ...stranger, suppressed: true }] })).toBe('');
  expect(problems({ alarms: [noFlow, { ...stranger, priority: 'low' }] })).toBe('');
  expect(problems({ alarms: [noFlow, stranger] }, { also: ['flow-missing'] })).toBe('');
  expect(problems({ alarms: [stranger] }, { alarm: null, heater: 'off' })).toContain('should not');
});

test('a reaction has to be requested and in force, in time and to stay', () => {
  expect(problems({ reactedAfterMs: null })).toContain('never');
  expect(problems({ reactedAfterMs: 400 })).toContain('400 ms later');
  expect(problems({ after: { ...unheated, heaterInForce: true } })).toContain('the heater is on');
  expect(problems({ after: { ...unheated, heaterRequested: true } })).toContain('the heater is on');
  expect(problems({}, { mode: 'bypass' })).toContain('circulate, not bypass');
});

test('what should go on is not to be turned off', () => {
  expect(problems({}, { heater: 'as-before' })).toContain('the heater was turned off');
  expect(problems({ after: { ...unheated, pumpInForce: false } })).toContain('the pump was turned off');
  const stopped = { ...unheated, pumpInForce: false };
  expect(problems({ after: stopped }, { pump: 'stands' })).toBe('');
  expect(problems({ after: stopped }, { pump: 'off' })).toContain('the pump is on');
});

test('a pre-alarm that came too late, and a self-test that found something else, are told', () => {
  const falling: ObservedAlarm = { ...noFlow, code: 'flow-falling', priority: 'low' };
  expect(problems({ alarms: [falling, noFlow] }, { foretold: 'flow-falling' })).toBe('');
  expect(problems({ alarms: [noFlow, falling] }, { foretold: 'flow-falling' })).toContain('foretell');
  expect(problems({ failedCheck: 'probes' }, { fails: 'pump' })).toContain('found probes, not pump');
});

test('a true inflow above what a patient shall get is told, whatever its sensor said', () => {
  expect(problems({ hottestInflowCelsius: 48.2 })).toBe('');
  expect(problems({ hottestInflowCelsius: 48.2 }, { inflowBelowCelsius: 47 })).toContain('came to 48.20 °C');
  expect(problems({ hottestInflowCelsius: 46.9 }, { inflowBelowCelsius: 47 })).toBe('');
});
