import { describe, expect, it } from 'vitest';
import { conditions } from '../../../electron/alarms/conditions.ts';
import type { Alarm, AlarmCode } from '../../../electron/domain/alarm.ts';
import { interlockBit, interlocks } from '../../../electron/domain/circuit.ts';
import { againstHeatAlone, alarmAgainst, setsGoing } from '../../../electron/domain/held-actions.ts';
import { interlocksStopPump } from '../../../electron/domain/interlock-effects.ts';
import { phases } from '../../../electron/domain/phase.ts';
import { phasePlans } from '../../../electron/protocol/phase-plan.ts';
import { alarmOf } from '../../support/alarm.ts';

const high = (code: AlarmCode, change: Partial<Alarm> = {}): Alarm =>
  alarmOf({ code, priority: 'high', kind: 'technical', ...change });

describe('going on', () => {
  it('sets going what the phase asks of the machine, and nothing where it drains or rests', () => {
    for (const phase of phases) {
      const { mode, flow, heat } = phasePlans[phase];
      const asks = [
        ...(heat === 'off' ? [] : ['heat']),
        ...(flow === 'none' || mode === 'drain' ? [] : ['pump']),
      ];
      // The machine test heats as well, though its plan does not; a rinse waits for a word before it pumps.
      const expected = phase === 'machine-test' ? ['heat', 'pump'] : phase === 'rinse' ? [] : asks;
      expect(setsGoing('advance', phase), phase).toEqual(expected);
    }
  });
});

describe('what is pressed, not held', () => {
  it('is what sets nothing going: interventions, command, interlocks, alarms, records', () => {
    for (const action of [
      'heat-off',
      'pause-flow',
      'stop-run',
      'take-command',
      'clear-interlocks',
      'acknowledge',
      'pause-audio',
      'record-drug',
    ] as const)
      expect(setsGoing(action, 'complete'), action).toBeNull();
  });
});

describe('an alarm against heat alone', () => {
  it('has not taken the pump nor gone to bypass', () => {
    for (const { code, reaction } of conditions) {
      if (againstHeatAlone.includes(code)) expect(['none', 'heater-off'], code).toContain(reaction);
    }
  });

  it('is of an interlock only where the machine lets the pump go on', () => {
    for (const one of interlocks) {
      if (!againstHeatAlone.includes(`interlock-${one}` as AlarmCode)) continue;
      expect(interlocksStopPump(interlockBit(one), 'fill'), one).toBe(false);
    }
  });
});

describe('a high alarm nobody has acknowledged', () => {
  it('of the pump stands against heat and pump, of heat against heat', () => {
    const pressure = high('cavity-pressure-high');
    const hot = high('cavity-temperature-high');
    expect(alarmAgainst(['pump'], [pressure])).toBe(pressure);
    expect(alarmAgainst(['heat'], [pressure])).toBe(pressure);
    expect(alarmAgainst(['heat'], [hot])).toBe(hot);
    expect(alarmAgainst(['pump'], [hot])).toBeNull();
  });

  it('stands against nothing that drains or ends', () => {
    const alarms = [high('cavity-volume-over-largest'), high('link-lost')];
    for (const action of ['drain-now', 'end-treatment'] as const)
      expect(alarmAgainst(setsGoing(action, 'complete') ?? ['heat'], alarms)).toBeNull();
    expect(alarmAgainst(setsGoing('advance', 'disconnect') ?? ['heat'], alarms)).toBeNull();
  });

  it('stands against nothing once acknowledged, while under another, or where it is medium', () => {
    expect(alarmAgainst(['pump'], [high('link-lost', { acknowledgedMs: 1 })])).toBeNull();
    expect(alarmAgainst(['pump'], [high('flow-missing', { priority: 'medium' })])).toBeNull();
    const cause = high('link-lost', { acknowledgedMs: 1 });
    const effect = high('interlock-watchdog-expired', { under: cause.id });
    expect(alarmAgainst(['pump'], [cause, effect])).toBeNull();
    expect(alarmAgainst(['pump'], [effect])).toBe(effect);
  });
});
