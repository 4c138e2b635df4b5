import { documentStatuses } from '../../domain/addendum.ts';
import { hospitalNumberOf } from '../../domain/patient.ts';
import { en } from '../../domain/text/en.ts';
import { bodySurfaceM2 } from '../../report/figures/body-surface.ts';
import { takenActions } from '../../report/figures/taken-actions.ts';
import { amount, count, freeText, identifying, line, number, oneOf, type Section, yesNo } from './field.ts';

const statuses = Object.fromEntries(documentStatuses.map((one) => [one, one])) as Record<
  (typeof documentStatuses)[number],
  string
>;

/** Who, for what and by which plan. */
export const caseSections: readonly Section[] = [
  {
    title: 'Session',
    fields: [
      line('record_id', 'Record of the console', ({ header }) => header.runId),
      identifying(
        line('hospital_number', 'Hospital number', ({ header }) => hospitalNumberOf(header.case.patient)),
      ),
      count('session_no', 'Session of the course', ({ header }) => header.case.sessionNumber),
      count('sessions_planned', 'Sessions planned', ({ header }) => header.case.sessionsPlanned),
      {
        ...identifying(
          line('session_date', 'Date the session began', ({ header, time }) => {
            const date = time.date(header.startedWallMs);
            return /^\d/.test(date) ? date : null;
          }),
        ),
        validation: 'date_ymd',
        note: 'Local to the console',
      },
      oneOf('document_status', 'Status of the record', statuses, ({ status }) => status),
      yesNo('simulation', 'Made on a simulated rig', ({ header }) => header.simulation),
      oneOf('ended', 'How the run ended', en.outcome, ({ figures }) => figures.outcome),
      freeText('ended_reason', 'Why it was ended early', endedReason),
    ],
  },
  {
    title: 'Case',
    fields: [
      freeText('indication', 'Indication', ({ header }) => header.case.indication),
      freeText('diagnosis', 'Diagnosis', ({ header }) => header.case.diagnosis),
      freeText('procedure', 'Procedure', ({ header }) => header.case.procedure),
      oneOf('cavity', 'Cavity', en.cavity, ({ header }) => header.case.cavity),
      oneOf('side', 'Side', en.side, ({ header }) => header.case.side),
      oneOf('technique', 'Technique', en.technique, ({ header }) => header.case.technique),
      oneOf('approach', 'Setting', en.setting, ({ header }) => header.case.setting),
      amount('height_cm', 'Height, cm', ({ header }) => header.case.patient.heightCm),
      amount('weight_kg', 'Weight, kg', ({ header }) => header.case.patient.weightKg),
      amount('bsa_m2', 'Body surface area, m²', ({ header }) => bodySurfaceM2(header), 'Computed'),
    ],
  },
  {
    title: 'Plan',
    fields: [
      line('preset', 'Preset', ({ header }) => header.preset.name),
      count('preset_version', 'Version of the preset', ({ header }) => header.preset.version),
      oneOf('mode', 'Mode', en.treatmentMode, ({ header }) => header.preset.mode),
      number(
        'target_c',
        'Target, °C',
        ({ header }) => header.preset.targetCelsius,
        'As planned at the start',
      ),
      amount('minutes_planned', 'Planned, min', ({ header }) => header.preset.minutes),
      freeText('carrier', 'Carrier used', ({ summary }) => summary.carrier?.name ?? null),
      amount('carrier_volume_ml', 'Carrier used, mL', ({ summary }) => summary.carrier?.volumeMl ?? null),
    ],
  },
];

/** The last word of whoever ended run or treatment before the plan was through; `null`: nobody did. */
function endedReason({
  events,
}: Parameters<(typeof caseSections)[number]['fields'][number]['of']>[0]): string | null {
  const last = takenActions(events, 'end-treatment', 'end-run').at(-1)?.action;
  if (last === undefined) return null;
  return last.type === 'end-run' ? last.reason : (last.early?.reason ?? null);
}
