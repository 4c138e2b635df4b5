import type { Alarm } from '../../../../electron/domain/alarm.ts';
import type { ConsoleLife } from '../world/console-life.ts';
import type { Truth } from './judge.ts';

/** High alarms that a console shows, of run and rest. */
export function highAlarms(life: ConsoleLife): readonly Alarm[] {
  const { last } = life;
  if (last === null) return [];
  const alarms = last.run === null ? last.machine.alarms : [...last.run.alarms, ...last.machine.alarms];
  return alarms.filter(({ priority }) => priority === 'high');
}

/** Something says high: heard at the screen or at the rig, or shown there where a person has quietened it. */
export const highSounds = (life: ConsoleLife, truth: Truth): boolean =>
  truth.sounds ||
  life.screen.soundsHigh ||
  life.screen.covered ||
  (life.screen.state === 'there' && highAlarms(life).some(({ clearedMs }) => clearedMs === null));
