import type { Words } from './dictionary.ts';
import { alarmLimit } from './en-names.ts';
import { limitKeys } from './limit-keys.ts';

export const siteKey: Words['siteKey'] = {
  ...limitKeys(
    (name) => `Alarm limit: ${alarmLimit[name].charAt(0).toLowerCase()}${alarmLimit[name].slice(1)}`,
  ),
  name: 'Name of the site',
  hospital: 'Hospital',
  department: 'Department',
  reportFolder: 'Folder for reports',
  worklistFolder: 'Folder of the worklist',
  lockAfterMinutes: 'Lock after',
  inflowLinePressureLimitMmHg: 'Inflow line pressure, heater and pump off above',
  flowCeilingMlPerMin: 'Highest flow by setting',
  leastWeightKg: 'Least body weight',
  leastFillVolumeMl: 'Least fill volume',
  bodySurfaceFormula: 'Formula of body surface',
  coreHold: 'Patient core that takes the heat',
  calibrationIntervalMonths: 'Calibration of probes and flow meter counts for',
  flowMeterCalibration: 'Calibration of the flow meter',
  circuitVolumeMl: 'Volume of the circuit',
  reservoirRestMl: 'Rest that stays in the reservoir',
  openCavityHighSeconds: 'Open technique: one cavity probe alone above its limits for',
  twoCheckersForEachAddition: 'Two people check each addition of a drug',
  twoPeopleStartHeat: 'Two people sign for the start of heat',
  twoPeopleRecordDrugs: 'Two people sign for each drug recorded',
  reviewSignature: 'A second person reviews and signs each record',
  'lists.checklist': 'Checklist before the run',
  'lists.contraindications': 'Contraindications',
  'lists.indications': 'Indications',
  'lists.catheterPlaces': 'Places of catheters',
  'lists.probePlaces': 'Places of probes',
  'lists.vitalSigns': 'Vital signs',
  'lists.drugNames': 'Names of drugs',
};
