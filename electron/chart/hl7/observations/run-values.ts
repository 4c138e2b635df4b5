import { isCavity } from '../../../domain/case.ts';
import { probeName } from '../../../domain/text/dictionary.ts';
import { placementOf } from '../../../report/sections/time-text.ts';
import { externalCodes } from '../../codes.ts';
import { type Observation, Observations } from '../observation.ts';
import type { Spoken } from '../spoken.ts';

const minutes = (seconds: number | null): number | null => (seconds === null ? null : seconds / 60);
const percentOf = (share: number | null): number | null => (share === null ? null : 100 * share);

/** How the run ended, and its clocks. */
export function clockValues({ figures, summary, names }: Spoken): Observation[] {
  const { treatment, outcome } = summary;
  const { elapsedSeconds, inBandSeconds } = treatment;
  const say = new Observations(figures.endWallMs);
  say.coded('outcome', outcome, names.outcome[outcome]);
  say.number('run-time', minutes(figures.sessionSeconds), 'min');
  say.number('elapsed', minutes(elapsedSeconds), 'min');
  say.number('in-band', minutes(inBandSeconds), 'min');
  say.number('in-band-share', percentOf(figures.treatment.inBandShare), '%');
  say.number('time-to-target', minutes(treatment.timeToTargetSeconds), 'min');
  say.number('dwell', minutes(figures.dwellSeconds), 'min');
  say.number('drug-contact', minutes(figures.drugInCavitySeconds), 'min');
  return say.all;
}

/** Over the treatment; the core over the whole run. What a probe measures is told by its name: none but the core's is of the patient. */
export function temperatureValues(of: Spoken): Observation[] {
  const { figures, summary, names, header } = of;
  const { treatment } = summary;
  const say = new Observations(figures.endWallMs);
  say.number('control-mean', treatment.meanCelsius, 'Cel');
  say.number('control-sd', treatment.sdCelsius, 'K');
  say.number('control-min', treatment.minCelsius, 'Cel');
  say.number('control-max', treatment.maxCelsius, 'Cel');
  for (const probe of figures.probes) {
    const beside = { sub: probe.id.slice(1), name: probeName(names, probe.id, placementOf(header)) };
    say.number('probe-mean', probe.meanCelsius, 'Cel', { ...beside, also: externalCodes.temperature });
    say.number('probe-sd', probe.sdCelsius, 'K', beside);
    say.number('probe-min', probe.minCelsius, 'Cel', beside);
    say.number('probe-max', probe.maxCelsius, 'Cel', beside);
    say.number('probe-valid-share', percentOf(probe.validShare), '%', beside);
    if (isCavity(probe.site)) say.number('probe-cem43', cem43(probe), 'min{CEM43}', beside);
  }
  const { core } = figures;
  const measured = (atLeast: number): number | null => (core.maxCelsius === null ? null : atLeast);
  say.number('core-max', core.maxCelsius, 'Cel');
  say.number('core-max-by-hand', core.maxByHandCelsius, 'Cel');
  say.number('core-38', measured(core.atLeast38Minutes), 'min');
  say.number('core-39', measured(core.atLeast39Minutes), 'min');
  say.number('core-39-5', measured(core.atLeast39point5Minutes), 'min');
  return say.all;
}

/** Without a single value there is no dose, which is not a dose of zero. */
const cem43 = (probe: Spoken['figures']['probes'][number]): number | null =>
  probe.meanCelsius === null ? null : probe.cem43Minutes;

export function fluidValues({ figures, summary }: Spoken): Observation[] {
  const { flow } = figures.treatment;
  const { volumes } = summary;
  const say = new Observations(figures.endWallMs);
  say.number('flow-mean', flow.meanMlPerMin, 'mL/min', { also: externalCodes.fluidFlow });
  say.number('flow-sd', flow.sdMlPerMin, 'mL/min');
  say.number('flow-in-band-share', percentOf(flow.inBandShare), '%');
  say.number('volume-before', volumes.beforeMl, 'mL');
  say.number('volume-filled', volumes.filledMl, 'mL', { also: externalCodes.volumeDelivered });
  say.number('volume-with-drugs', volumes.addedMl, 'mL');
  say.number('volume-in-by-hand', volumes.byHandInMl, 'mL');
  say.number('volume-out-by-hand', volumes.byHandOutMl, 'mL');
  say.number('volume-circulating', volumes.circulationMl, 'mL');
  say.number('drained', volumes.drainedMl, 'mL');
  say.number('drained-measured', volumes.drainMeasuredMl, 'mL');
  say.number('not-recovered', volumes.notRecoveredMl, 'mL');
  say.number('not-recovered-meas', volumes.notRecoveredByMeasureMl, 'mL');
  return say.all;
}

/** Over the whole run. */
export function pressureValues({ figures }: Spoken): Observation[] {
  const { line, cavity, cavityHighMinutes, cavityByHand } = figures.pressures;
  const say = new Observations(figures.endWallMs);
  say.number('line-pressure-max', line?.mmHg ?? null, 'mm[Hg]');
  say.number('cavity-pressure-max', cavity?.mmHg ?? null, 'mm[Hg]');
  say.number('cavity-pressure-20', cavityHighMinutes, 'min');
  say.number('cavity-max-by-hand', cavityByHand?.mmHg ?? null, 'mm[Hg]');
  return say.all;
}
