import type { Addendum } from '../../../domain/addendum.ts';
import { minutesSeconds } from '../../../domain/text/format.ts';
import type { LoggedAlarm } from '../../../report/figures/alarm-log.ts';
import { deviationsOf } from '../../../report/figures/deviations.ts';
import { deviationText } from '../../../report/sections/deviation-text.ts';
import { personText } from '../../../report/sections/person-text.ts';
import { placementOf } from '../../../report/sections/time-text.ts';
import { type Observation, Observations } from '../observation.ts';
import { observerName, type Spoken } from '../spoken.ts';

/** How many alarms there were, and each that was not low. */
export function alarmValues(of: Spoken): Observation[] {
  const { figures } = of;
  const { byPriority, highSeconds } = figures.alarmTotals;
  const say = new Observations(figures.endWallMs);
  say.number('alarms-high', byPriority.high, '1');
  say.number('alarms-medium', byPriority.medium, '1');
  say.number('alarms-low', byPriority.low, '1');
  say.number('alarm-high-time', highSeconds, 's');
  const told = figures.alarms.filter(({ alarm }) => alarm.priority !== 'low');
  return [...say.all, ...told.flatMap((one, index) => alarmValuesOf(of, one, `${index + 1}`))];
}

function alarmValuesOf({ names, header }: Spoken, logged: LoggedAlarm, sub: string): Observation[] {
  const { alarm, raised, cleared } = logged;
  const say = new Observations(raised.wallMs);
  say.string('alarm', names.alarm[alarm.code].title(alarm, placementOf(header)), { sub });
  say.string('alarm-code', alarm.code, { sub });
  say.coded('alarm-priority', alarm.priority, names.priority[alarm.priority], { sub });
  const over = cleared === null || logged.unseen ? null : (cleared.sessionMs - raised.sessionMs) / 1000;
  say.number('alarm-lasted', over, 's', { sub });
  return say.all;
}

/** What went otherwise than planned, in the words of the printed report, numbered as there. */
export function deviationValues(of: Spoken): Observation[] {
  const deviations = deviationsOf(of.header, of.events, of.figures);
  const say = new Observations(of.figures.endWallMs);
  say.number('deviations', deviations.length, '1');
  for (const [index, one] of deviations.entries()) {
    const at = one.at === null ? { atWallMs: of.header.startedWallMs } : { atWallMs: one.at.wallMs };
    say.text('deviation', deviationText(of, one), { sub: `${index + 1}`, ...at });
    say.string('deviation-key', one.key, { sub: `${index + 1}`, ...at });
  }
  return say.all;
}

/** Stretches without a console, and what people wrote. */
export function noteValues(of: Spoken): Observation[] {
  const { figures, names, labels, time } = of;
  const say = new Observations(figures.endWallMs);
  say.number('interruptions', figures.interruptions.length, '1');
  for (const [index, { atSeconds, seconds, cause }] of figures.interruptions.entries()) {
    const atWallMs = wallMsAt(of, 1000 * atSeconds);
    const text = labels.interrupted(
      time.time(atWallMs),
      minutesSeconds(seconds),
      names.interruptionCause[cause],
    );
    say.text('interruption', text, { sub: `${index + 1}`, atWallMs });
  }
  for (const [index, one] of figures.recorded.notes.entries()) {
    const beside = { sub: `${index + 1}`, atWallMs: one.wallMs, by: observerName(one.by) };
    say.text('note', one.action.text, beside);
  }
  return say.all;
}

/** The wall time of a moment is that of the last event before it, and as much later: a clock may have been set. */
function wallMsAt({ events, header }: Spoken, sessionMs: number): number {
  const before = events.findLast((kept) => kept.sessionMs <= sessionMs);
  return (before?.wallMs ?? header.startedWallMs) + sessionMs - (before?.sessionMs ?? 0);
}

/** What was said of the record after it was sealed; numbered as there. */
export const addendumValues = (of: Spoken): Observation[] =>
  of.addenda.flatMap((one) => addendumValuesOf(of, one));

function addendumValuesOf(of: Spoken, { number, atWallMs, by, said }: Addendum): Observation[] {
  const { labels } = of;
  const say = new Observations(atWallMs);
  const beside = { sub: `${number}`, by: observerName(by) };
  switch (said.type) {
    case 'signature':
      say.string('signature', personText(of, by), beside);
      say.coded('signature-meaning', said.meaning, labels.meaning[said.meaning], beside);
      break;
    case 'explanation':
      say.text('explanation', labels.explained(said.deviation, said.text), beside);
      break;
    case 'late-entry':
      say.text('late-entry', labels.entered(said.field, said.value, said.reason), beside);
      break;
    case 'correction':
      say.text('correction', labels.changed(said.field, said.old, said.new, said.reason), beside);
      break;
    case 'note':
      say.text('later-note', said.text, beside);
      break;
    case 'released-unsigned':
      say.text('released-unsigned', said.reason, beside);
      break;
  }
  return say.all;
}
