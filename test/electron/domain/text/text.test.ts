import { describe, expect, it } from 'vitest';
import { alone, typedActor } from '../../../../electron/domain/actor.ts';
import { type Alarm, alarmCodes } from '../../../../electron/domain/alarm.ts';
import { defaultProbeSites } from '../../../../electron/domain/case.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import { alarmText, eventActor, type Placement } from '../../../../electron/domain/text/dictionary.ts';
import { en } from '../../../../electron/domain/text/en.ts';
import { celsius, minutesSeconds, number, withUnit } from '../../../../electron/domain/text/format.ts';
import { zh } from '../../../../electron/domain/text/zh.ts';
import { alarmOf } from '../../../support/alarm.ts';
import { drugNamed } from '../../../support/drug.ts';

const placement: Placement = { probeSites: defaultProbeSites, coreSite: 'oesophagus' };
const alarm = alarmOf({
  id: 'cavity-temperature-high:T3#1',
  code: 'cavity-temperature-high',
  subject: 'T3',
  priority: 'high',
  unit: 'celsius',
  value: 43.52,
  limit: 43.5,
  worst: 43.6,
  reaction: 'heater-off',
});

describe('alarm text', () => {
  it('names probe, site, value and limit, what was done and what to do', () => {
    const text = alarmText(en, alarm, placement);
    expect(text.title).toBe('T3 upper cavity 43.52 °C, limit 43.50');
    expect(text.did).toBe('Heater switched off.');
    expect(text.steps.length).toBeGreaterThan(0);
  });

  it('writes each unit with its own decimals', () => {
    const titleOf = (change: Partial<Alarm>) => alarmText(en, { ...alarm, ...change }, placement).title;
    expect(titleOf({ code: 'flow-deviation', unit: 'percent', value: 12.44, limit: 10 })).toBe(
      'Flow off its set-point by 12.4 %, limit 10.0',
    );
    expect(titleOf({ code: 'core-temperature-high-limit', value: 39.5, limit: 39.5 })).toBe(
      'Patient core (oesophagus) 39.50 °C, limit 39.50',
    );
    expect(titleOf({ code: 'cavity-volume-over-plan', unit: 'ml', value: 3520, limit: 3500 })).toBe(
      'Estimated cavity volume 3\u202f520 mL, limit 3\u202f500',
    );
    expect(
      titleOf({ code: 'phase-time-limit', subject: 'heat-up', unit: 'seconds', value: 1800, limit: 1800 }),
    ).toBe('Heat-up takes long, 30:00, limit 30:00');
  });

  it.each(alarmCodes)('%s stays whole without value, limit or known subject', (code) => {
    for (const words of [en, zh]) {
      const text = alarmText(words, { ...alarm, code, subject: '', value: null, limit: null }, placement);
      expect(`${text.title} ${text.did} ${text.steps.join(' ')}`).not.toMatch(/undefined|null|NaN/);
    }
  });

  it('carries the same figures in Chinese', () => {
    expect(alarmText(zh, alarm, placement).title).toBe('T3 体腔上部 43.52 °C，限值 43.50');
  });
});

describe('timeline', () => {
  const { early, plain } = {
    plain: {
      type: 'start-treatment',
      drug: drugNamed('as typed'),
      early: null,
      checkedBy: ['Checker One', 'Checker Two'],
    },
    early: {
      type: 'start-treatment',
      drug: null,
      early: { reason: 'Bleeding', clinician: 'Dr. S' },
      checkedBy: null,
    },
  } as const;

  it('says what was done, why outside the plan and who decided', () => {
    const line = (event: RunEvent) => en.eventLine(event, placement);
    expect(line({ type: 'action', by: typedActor('M. P'), ...alone, action: plain, refused: null })).toBe(
      'Start treatment, drug added: as typed, checked by Checker One and Checker Two',
    );
    expect(line({ type: 'action', by: typedActor('M. P'), ...alone, action: early, refused: null })).toBe(
      'Start treatment, clock started without drug, before the conditions were met: Bleeding (decided by Dr. S)',
    );
    expect(
      line({ type: 'action', by: typedActor('M. P'), ...alone, action: plain, refused: 'heat-held' }),
    ).toContain('Refused: Heat is held off.');
  });

  it('names the person, or console or rig', () => {
    const by = (event: RunEvent) => eventActor(en, event);
    expect(by({ type: 'action', by: typedActor('M. P'), ...alone, action: plain, refused: null })).toBe(
      'M. P',
    );
    expect(by({ type: 'alarm-acknowledged', alarm: { ...alarm, acknowledgedBy: typedActor('M. P') } })).toBe(
      'M. P',
    );
    expect(by({ type: 'interlock-latched', bits: 1 })).toBe('Rig');
    expect(by({ type: 'heat-held', reason: 'alarm' })).toBe('Console');
  });

  it('knows every interlock, cause and stop by name, and passes on what it has no word for', () => {
    const line = (event: RunEvent) => en.eventLine(event, placement);
    expect(line({ type: 'interlock-latched', bits: 0b101 })).toBe(
      'Interlock latched: watchdog expired, no flow',
    );
    expect(line({ type: 'phase', from: 'fill', to: 'heat-up', cause: 'volume-reached' })).toBe(
      'Heat-up: planned volume reached',
    );
    expect(line({ type: 'phase', from: 'fill', to: 'heat-up', cause: 'by moonlight' })).toBe(
      'Heat-up: by moonlight',
    );
    expect(line({ type: 'in-band-clock', running: false, why: 'below-band' })).toBe(
      'In-band clock stands: below band',
    );
  });
});

describe('numbers', () => {
  it('groups thousands by a narrow no-break space and uses a true minus', () => {
    expect(number(1500)).toBe('1\u202f500');
    expect(number(1234567.891, 2)).toBe('1\u202f234\u202f567.89');
    expect(number(-1500.4)).toBe('−1\u202f500');
    expect(number(-0.001, 2)).toBe('0.00');
  });

  it('shows a missing value as dashes, never as a number', () => {
    expect(celsius(null)).toBe('---');
    expect(minutesSeconds(null)).toBe('---');
  });

  it('counts only full seconds and lets minutes run past 60', () => {
    expect(minutesSeconds(59.99)).toBe('0:59');
    expect(minutesSeconds(3725)).toBe('62:05');
    expect(withUnit(1.24, 'seconds')).toBe('1.2 s');
    expect(withUnit(600, 'seconds')).toBe('10:00');
  });
});
