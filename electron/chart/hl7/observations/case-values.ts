import { listed } from '../../../report/sections/listed.ts';
import { personText } from '../../../report/sections/person-text.ts';
import { type Observation, Observations } from '../observation.ts';
import { observerName, type Spoken } from '../spoken.ts';

/** Which record it is, and what may be made of it. */
export function recordValues(of: Spoken): Observation[] {
  const { header, summary, recordSha256, status, labels } = of;
  const say = new Observations(header.startedWallMs);
  say.string('record-id', header.runId);
  say.string('record-sha256', recordSha256 ?? '');
  say.coded('document-status', status, labels.status[status]);
  say.coded('simulation', summary.simulation ? 'yes' : 'no', summary.simulation ? labels.yes : labels.no);
  say.string('console-version', header.consoleVersion);
  say.string('rig-serial', summary.rig.serial);
  say.string('rig-firmware', summary.rig.firmware);
  return say.all;
}

/** As entered before the run. */
export function caseValues(of: Spoken): Observation[] {
  const { header, summary, names } = of;
  const { case: entered } = summary;
  const { patient } = entered;
  const say = new Observations(header.startedWallMs);
  say.number('height', patient.heightCm, 'cm');
  say.number('weight', patient.weightKg, 'kg');
  say.number('body-surface', patient.bodySurfaceM2, 'm2');
  const { answer, text } = patient.allergies;
  say.coded('allergies', answer ?? '', answer === null ? '' : names.allergyAnswer[answer]);
  say.text('allergies-text', text);
  say.text('diagnosis', entered.diagnosis);
  say.text('indication', entered.indication);
  say.text('procedure', entered.procedure);
  say.coded('side', entered.side, names.side[entered.side]);
  say.number('session', entered.sessionNumber, '1');
  say.number('sessions-planned', entered.sessionsPlanned, '1');
  say.coded('cavity', entered.cavity, names.cavity[entered.cavity]);
  say.coded('technique', entered.technique, names.technique[entered.technique]);
  say.coded('setting', entered.setting, names.setting[entered.setting]);
  say.number('temperature-before', entered.bodyTemperatureBeforeCelsius, 'Cel');
  say.string('core-site', entered.coreSite);
  for (const [index, one] of entered.otherTreatments.entries()) {
    const line = [names.otherTreatment[one.kind], one.text, one.on].filter((part) => part !== '').join(', ');
    say.text('other-treatment', line, { sub: `${index + 1}` });
  }
  say.string('disposables-lot', entered.disposablesLot);
  say.day('disposables-expiry', entered.disposablesExpiry);
  say.string('return-ward', patient.returnWard);
  return say.all;
}

/** Who took part, and where the catheters lay. */
export function teamValues(of: Spoken): Observation[] {
  const { header, summary, names } = of;
  const { team, timeOut } = summary;
  const say = new Observations(header.startedWallMs);
  say.string('prescriber', team.prescriber);
  say.string('surgeon', team.surgeon);
  say.string('anaesthetist', team.anaesthetist);
  say.string('perfusionist', team.perfusionist);
  say.string('started-by', personText(of, header.startedBy));
  const { released } = header;
  const at = released === null ? {} : { atWallMs: released.atWallMs };
  say.string('released-by', released === null ? '' : personText(of, released.by), at);
  for (const [index, name] of (timeOut?.names ?? ['']).entries()) {
    const noted = timeOut === null ? {} : { atWallMs: Date.parse(timeOut.at), by: observerName(timeOut.by) };
    say.string('time-out', name, { sub: `${index + 1}`, ...noted });
  }
  const { cavity } = header.case;
  for (const [index, { number, place, direction, frenchSize }] of summary.catheters.entries()) {
    const beside = { sub: `${index + 1}` };
    say.number('catheter', number, '1', beside);
    say.string('catheter-place', listed(header.site.lists.catheterPlaces[cavity], place, names), beside);
    say.coded('catheter-direction', direction, names.catheterDirection[direction], beside);
    say.number('catheter-size', frenchSize, '[Ch]', beside);
  }
  return say.all;
}

/** What was planned, as it stood when the run was started. */
export function planValues({ header, names }: Spoken): Observation[] {
  const { preset } = header;
  const say = new Observations(header.startedWallMs);
  say.string('preset', preset.name);
  say.number('preset-version', preset.version, '1');
  say.number('target', preset.targetCelsius, 'Cel');
  say.number('planned-time', preset.minutes, 'min');
  say.coded('control-site', preset.controlSite, names.controlSite[preset.controlSite]);
  say.number('planned-flow', preset.flowMlPerMin, 'mL/min');
  say.number('planned-fill', preset.fillVolumeMl, 'mL');
  say.string('planned-carrier', preset.carrier);
  return say.all;
}
