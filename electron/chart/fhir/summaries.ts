import { isCavity } from '../../domain/case.ts';
import { probeName } from '../../domain/text/dictionary.ts';
import { externalCodes, type UcumUnit } from '../codes.ts';
import type { LocalCode } from '../local-codes.ts';
import type { Curves } from './curves.ts';
import type { Draft } from './draft.ts';
import { numbers, observe } from './observe.ts';

const minutes = (seconds: number | null): number | null => (seconds === null ? null : seconds / 60);
const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

/** Over the whole run, or the treatment in it. */
export function placeSummaries(draft: Draft, curves: Curves): void {
  placeClocks(draft);
  placeControl(draft);
  placeProbes(draft, curves);
  placeCore(draft);
  placeFluid(draft);
}

const wholeRun = (draft: Draft) => {
  const { header, figures } = draft.source;
  return { effectivePeriod: draft.period(header.startedWallMs, figures.endWallMs) };
};

function placeClocks(draft: Draft): void {
  const { figures } = draft.source;
  const { treatment } = figures;
  const say = numbers(draft, 'section-outcome', 'computed', wholeRun(draft));
  say('run-time', minutes(figures.sessionSeconds), 'min');
  say('elapsed', minutes(treatment.elapsedSeconds), 'min');
  say('in-band', minutes(treatment.inBandSeconds), 'min');
  say('in-band-share', percent(treatment.inBandShare), '%');
  say('time-to-target', minutes(treatment.timeToTargetSeconds), 'min');
  say('dwell', minutes(figures.dwellSeconds), 'min');
  say('drug-contact', minutes(figures.drugInCavitySeconds), 'min');
}

function placeControl(draft: Draft): void {
  const { treatment } = draft.source.figures;
  const say = numbers(draft, 'section-temperatures', 'computed', wholeRun(draft));
  say('control-mean', treatment.meanCelsius, 'Cel');
  say('control-sd', treatment.sdCelsius, 'K');
  say('control-min', treatment.minCelsius, 'Cel');
  say('control-max', treatment.maxCelsius, 'Cel');
}

/** None of them is a temperature of the patient: a probe lies in what is pumped. */
function placeProbes(draft: Draft, curves: Curves): void {
  const { figures, header } = draft.source;
  for (const probe of figures.probes) {
    const place = probeName(draft.names, probe.id, header.case);
    const say = (code: LocalCode, number: number | null, unit: UcumUnit) =>
      observe(draft, 'section-temperatures', {
        name: `${code}/${probe.id}`,
        code: draft.concept(code, `${place}: ${draft.label(code)}`),
        value: { number, unit },
        effective: wholeRun(draft),
        how: 'computed',
        also: { derivedFrom: curves.get(`probe-${probe.id}`) },
      });
    say('probe-mean', probe.meanCelsius, 'Cel');
    say('probe-sd', probe.sdCelsius, 'K');
    say('probe-min', probe.minCelsius, 'Cel');
    say('probe-max', probe.maxCelsius, 'Cel');
    say('probe-valid-share', percent(probe.validShare), '%');
    // Without a single value there is no dose, which is not a dose of zero.
    if (isCavity(probe.site))
      say('probe-cem43', probe.meanCelsius === null ? null : probe.cem43Minutes, 'min{CEM43}');
  }
}

function placeCore(draft: Draft): void {
  const { core } = draft.source.figures;
  const say = numbers(draft, 'section-temperatures', 'computed', wholeRun(draft));
  const measured = (atLeast: number): number | null => (core.maxCelsius === null ? null : atLeast);
  say('core-max', core.maxCelsius, 'Cel');
  say('core-max-by-hand', core.maxByHandCelsius, 'Cel');
  say('core-38', measured(core.atLeast38Minutes), 'min');
  say('core-39', measured(core.atLeast39Minutes), 'min');
  say('core-39-5', measured(core.atLeast39point5Minutes), 'min');
}

function placeFluid(draft: Draft): void {
  const { figures } = draft.source;
  const { volumes } = figures;
  const { flow } = figures.treatment;
  const effective = wholeRun(draft);
  const computed = numbers(draft, 'section-fluid', 'computed', effective);
  const count = numbers(draft, 'section-fluid', 'counted', effective);
  const entered = numbers(draft, 'section-fluid', 'entered', effective);
  computed('flow-mean', flow.meanMlPerMin, 'mL/min');
  computed('flow-sd', flow.sdMlPerMin, 'mL/min');
  computed('flow-in-band-share', percent(flow.inBandShare), '%');
  entered('volume-before', volumes.beforeMl, 'mL');
  count('volume-filled', volumes.filledMl, 'mL', externalCodes.volumeDelivered);
  entered('volume-with-drugs', volumes.addedMl, 'mL');
  entered('volume-in-by-hand', volumes.byHandInMl, 'mL');
  entered('volume-out-by-hand', volumes.byHandOutMl, 'mL');
  count('volume-circulating', volumes.circulationMl, 'mL');
  count('drained', volumes.drainedMl, 'mL');
  entered('drained-measured', volumes.drainMeasuredMl, 'mL');
  computed('not-recovered', volumes.notRecoveredMl, 'mL');
  computed('not-recovered-meas', volumes.notRecoveredByMeasureMl, 'mL');
}
