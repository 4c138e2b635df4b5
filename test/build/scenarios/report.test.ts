import { expect, test } from 'vitest';
import type { NominalRun } from '../../../build/scenarios/nominal.ts';
import { nominalReport } from '../../../build/scenarios/report.ts';
import { asText, beyondDelayMs } from '../../../build/scenarios/table.ts';

const treated = (index: number, ...priorities: ('medium' | 'high')[]): NominalRun => ({
  index,
  reachable: true,
  hours: 2,
  completed: true,
  alarms: priorities.map((priority) => ({
    code: 'flow-deviation-large',
    subject: '',
    priority,
    raisedMs: 60_000,
  })),
});
const many = (...first: NominalRun[]): NominalRun[] => [
  ...first,
  ...Array.from({ length: 50 - first.length }, (_, at) => treated(at + first.length)),
];

test('nominal treatments hold with no high alarm and one medium in 50 h', () => {
  expect(nominalReport(many())).toMatchObject({
    patients: 50,
    hours: 100,
    holds: true,
    hoursPerMedium: null,
  });
  expect(nominalReport(many(treated(0, 'medium', 'medium')))).toMatchObject({
    holds: true,
    hoursPerMedium: 50,
  });
  expect(nominalReport(many(treated(0, 'medium', 'medium', 'medium'))).holds).toBe(false);
  expect(nominalReport(many(treated(0, 'high'))).holds).toBe(false);
  expect(nominalReport(many({ ...treated(0), completed: false })).holds).toBe(false);
});

test('a report names what fails, the latest detection and every false alarm', () => {
  const cell = {
    row: 'kink',
    phase: 'treatment',
    expected: {
      alarm: 'no-flow-with-heater',
      subject: '',
      priority: 'high',
      heater: 'off',
      pump: 'as-before',
      mode: null,
      inflowBelowCelsius: null,
      why: '',
    },
    alarms: [],
    after: {
      mode: 'circulate',
      heaterRequested: false,
      heaterInForce: false,
      pumpRequested: true,
      pumpInForce: true,
    },
    detectedAfterMs: 2300,
    reactedAfterMs: 100,
    failedCheck: null,
    hottestInflowCelsius: 45.1,
    statedDelayMs: 2000,
    problems: ['it came late'],
  } as const;
  expect(beyondDelayMs(cell)).toBe(300);
  const text = asText({
    date: '2026-01-15',
    cells: [cell],
    nominal: nominalReport(many(treated(0, 'medium'))),
    wallSeconds: 1,
    threads: 2,
    holds: false,
  });
  expect(text).toContain('0 of 1 cells hold');
  expect(text).toContain('FAILS: kink, treatment: it came late');
  expect(text).toContain('300 ms beyond the stated delay');
  expect(text).toContain('medium flow-deviation-large at 1.0 min');
});
