import { describe, expect, it } from 'vitest';
import { conditions } from '../../electron/alarms/conditions.ts';
import type { Signals } from '../../electron/alarms/signals.ts';
import type { AlarmCode, Priority } from '../../electron/domain/alarm.ts';
import { measured, missing } from '../../electron/domain/reading.ts';
import { probes, Watch } from '../electron/alarms/calm.ts';

interface Row {
  readonly code: AlarmCode;
  readonly bad: Partial<Signals>;
  readonly delaySeconds: number;
  readonly first: Priority;
  readonly afterSeconds: number;
  readonly last: Priority;
}

/** What becomes more urgent because it lasts, in the words of this test. */
const table: readonly Row[] = [
  {
    code: 'control-temperature-high',
    bad: { controlCelsius: measured(43.1) },
    delaySeconds: 10,
    first: 'medium',
    afterSeconds: 300,
    last: 'high',
  },
  {
    code: 'inflow-probe-lost',
    bad: { probesCelsius: probes('stuck', 42.3, 42.6, 42.4) },
    delaySeconds: 1,
    first: 'medium',
    afterSeconds: 120,
    last: 'high',
  },
  {
    code: 'core-probe-lost',
    bad: { coreProbeCelsius: missing('open') },
    delaySeconds: 5,
    first: 'low',
    afterSeconds: 600,
    last: 'medium',
  },
  {
    code: 'addition-due',
    bad: { additionsDue: ['1/1 as labelled'] },
    delaySeconds: 0,
    first: 'low',
    afterSeconds: 300,
    last: 'medium',
  },
  {
    code: 'phase-time-limit',
    bad: { phaseSeconds: 1801, phaseLimitSeconds: 1800 },
    delaySeconds: 0,
    first: 'low',
    afterSeconds: 1800,
    last: 'medium',
  },
];

describe('an alarm that lasts', () => {
  it.each(table)('$code becomes $last after $afterSeconds s, not before', (row) => {
    const watch = new Watch();
    const priority = () => watch.state.shown.find(({ code }) => code === row.code)?.priority;
    watch.see(row.bad, row.delaySeconds);
    expect(priority()).toBe(row.first);
    watch.see(row.bad, row.afterSeconds - 0.1);
    expect(priority()).toBe(row.first);
    watch.see(row.bad, 0.1);
    expect(priority()).toBe(row.last);
  });

  it('is one of these', () => {
    const lasting = conditions.filter(({ escalation }) => escalation !== null).map(({ code }) => code);
    expect([...new Set(lasting)].sort()).toEqual(table.map(({ code }) => code).sort());
  });
});
