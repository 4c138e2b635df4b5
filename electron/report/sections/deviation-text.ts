import { probeName } from '../../domain/text/dictionary.ts';
import { minutesSeconds, missingText, withUnit } from '../../domain/text/format.ts';
import type { Deviation } from '../figures/deviations.ts';
import type { ReportInput } from '../report-input.ts';
import { listed } from './listed.ts';
import { eventText, placementOf } from './time-text.ts';

export type DeviationInput = Pick<ReportInput, 'header' | 'names' | 'words' | 'time'>;

/** A deviation in one line, without when it was, how long it lasted and who stood behind it. */
export function deviationText(input: DeviationInput, { what, at }: Deviation): string {
  const { header, names, words, time } = input;
  const labels = words.deviations;
  const { lists } = header.site;
  const placement = placementOf(header);
  switch (what.kind) {
    case 'contraindication': {
      const { id, answer, reason, clinician } = what;
      const item = listed(lists.contraindications, id, names);
      return labels.contraindication(item, names.contraindicationAnswer[answer], reason, clinician);
    }
    case 'check-not-done': {
      const { id, reason, by } = what;
      return labels.notDone(listed(lists.checklist, id, names), reason || missingText, by || missingText);
    }
    case 'fever':
      return labels.fever(what.celsius, what.acceptedBy || missingText);
    case 'event':
      return eventText(input, what.kept, placement);
    case 'addition-missing':
      return labels.additionMissing(whichOf(what), minutesText(what.plannedMinutes));
    case 'addition-late': {
      const { plannedMinutes, recordedMinutes } = what;
      return labels.additionLate(
        whichOf(what),
        minutesText(plannedMinutes),
        minutesText(recordedMinutes ?? plannedMinutes),
      );
    }
    case 'control-probe-lost':
      return labels.controlProbeLost(probeName(names, what.probe, placement), what.times);
    case 'one-control-probe':
      return labels.oneProbe(
        what.probe === null ? labels.oneProbeVaries : probeName(names, what.probe, placement),
        what.throughout,
      );
    case 'alarm':
      return labels.alarm(alarmText(input, what), what.times);
    case 'start-late':
      return labels.startLate(minutesSeconds(what.lateSeconds));
    case 'drain-by-count':
      return labels.drainByCount(withUnit(what.drainedMl, 'ml'));
    case 'lost-time':
      return labels.gap(what.times, what.seconds);
    case 'breaks-off':
      return labels.interrupted(at === null ? missingText : time.time(at.wallMs));
  }
}

interface Planned {
  readonly number: number;
  readonly of: number;
  readonly label: string;
}
const whichOf = ({ number, of, label }: Planned): string => `${number}/${of} ${label}`.trim();
const minutesText = (minutes: number): string => minutesSeconds(60 * minutes);

/** The condition, and the phase where it is about one. */
function alarmText(
  { names, words }: DeviationInput,
  { code, subject }: Extract<Deviation['what'], { kind: 'alarm' }>,
): string {
  const { name } = names.alarm[code];
  const phase = (names.phase as Readonly<Record<string, string>>)[subject] ?? subject;
  return subject === '' ? name : `${name}${words.colon}${phase}`;
}
