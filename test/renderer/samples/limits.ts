import type { AlarmLimitView, RunView } from '../../../electron/contract/view.ts';
import { typedActor } from '../../../electron/domain/actor.ts';
import type { AlarmLimitName } from '../../../electron/domain/alarm-limits.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { shownLimits } from '../../support/site.ts';
import { calmRun } from '../support/sample-run.ts';
import { inRun, type Sample } from './base.ts';

type Change = readonly [to: number, minutes: number];

/** The limits after these changes. */
export const limitsAfter = (
  changes: Readonly<Partial<Record<AlarmLimitName, readonly Change[]>>>,
): AlarmLimitView[] =>
  shownLimits.map((limit) => {
    const { name } = limit;
    const made = changes[name] ?? [];
    const values = [limit.initial, ...made.map(([to]) => to)];
    return {
      ...limit,
      value: values.at(-1) as number,
      changes: made.map(([to, minutes], index) => ({
        sessionMs: minutes * 60_000,
        from: values[index] as number,
        to,
        by: typedActor('Dr. B. Clinician'),
        role: 'clinician',
      })),
    };
  });

export const changedLimits: RunView['alarmSystem'] = {
  ...calmRun.alarmSystem,
  limits: limitsAfter({
    'inflow-highest': [[45.2, 31]],
    'cavity-above-target': [
      [0.8, 27],
      [0.7, 38],
    ],
    'core-low': [[38.2, 33]],
    'flow-off': [[8, 40]],
    'volume-over-plan': [[400, 40]],
    'control-below-target': [[0.7, 36]],
  }),
};

const tab = '[data-view="figures"]';
const open = [tab, '[data-action="alarm-limits"]'];
const changed = (name: string, press: readonly string[], run: Partial<RunView> = {}): Sample => ({
  ...inRun(name, { alarmSystem: changedLimits, ...run }),
  press,
});

export const limitSamples: Sample[] = [
  { ...inRun('limits-trend', { alarmSystem: changedLimits, cavityPressureMmHg: measured(12) }) },
  changed('limits-figures', [tab]),
  changed('limits-list', open),
  changed('limits-entry', [...open, '[data-limit="inflow-highest"]', '[data-step="-0.1"]']),
  changed('limits-wrong', [
    ...open,
    '[data-limit="core-medium"]',
    '[data-step="-0.5"]',
    '[data-step="-0.5"]',
  ]),
  changed('limits-look', [...open, '[data-limit="core-low"]', '[data-step="-0.1"]', '[data-action="look"]']),
];
