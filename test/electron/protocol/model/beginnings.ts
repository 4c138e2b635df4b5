import { type Phase, phases } from '../../../../electron/domain/phase.ts';
import type { Preset } from '../../../../electron/domain/preset.ts';
import { resumeRun } from '../../../../electron/protocol/resume.ts';
import { type Bench, benchPreset, instillationPreset, runIn, runWithFluid } from '../bench.ts';

/** Where a story may begin: a run that was led there by a careful operator. */
export interface Beginning {
  readonly name: string;
  readonly bench: Bench;
}

const withRinses = (preset: Preset, count: number): Preset => ({
  ...preset,
  rinses: { ...preset.rinses, count },
});
const additions = [
  { atMinutes: 0, label: 'first, as typed' },
  { atMinutes: 5, label: 'second, as typed' },
];

/** The beginning of every phase, and moments that few stories would come to. */
export const beginnings = (): Beginning[] => [
  ...phases.map((phase) => ({ name: phase, bench: runIn(phase) })),
  { name: 'treatment, some seconds before it is complete', bench: nearlyComplete('treatment', benchPreset) },
  { name: 'dwell, some seconds before it is complete', bench: nearlyComplete('dwell', instillationPreset) },
  { name: 'self-test with fluid in the cavity', bench: runWithFluid('self-test', 400) },
  { name: 'prime with fluid of unknown volume in the cavity', bench: runWithFluid('prime', null, 900) },
  { name: 'preheat with a full cavity', bench: runWithFluid('preheat', 500) },
  { name: 'fill, found again by another console', bench: foundAgain('fill') },
  { name: 'treatment, found again by another console', bench: foundAgain('treatment') },
  { name: 'fill of a single instillation', bench: runIn('fill', instillationPreset) },
  { name: 'drain with no rinse to come', bench: runIn('drain', withRinses(benchPreset, 0)) },
  { name: 'drain of an empty cavity, a rinse to come', bench: drainedOnce() },
  { name: 'drain after the first of three rinses', bench: runIn('rinse-drain', withRinses(benchPreset, 3)) },
  { name: 'treatment with additions planned', bench: runIn('treatment', { ...benchPreset, additions }) },
  {
    name: 'treatment controlled by the outflow',
    bench: runIn('treatment', { ...benchPreset, controlSite: 'outflow' }),
  },
  {
    name: 'treatment where the perfusate is controlled',
    bench: runIn('treatment', { ...benchPreset, controlSite: 'inflow', rulingClock: 'elapsed' }),
  },
  {
    name: 'heat-up that ends with the first drug',
    bench: runIn('heat-up', { ...benchPreset, clockStartsOn: 'first-drug' }),
  },
  { name: 'heat-up where a core too hot takes the heat', bench: withCoreHold('heat-up') },
  { name: 'treatment where a core too hot takes the heat', bench: withCoreHold('treatment') },
];

function withCoreHold(phase: Phase): Bench {
  const bench = runIn(phase);
  bench.state = { ...bench.state, core: { ...bench.state.core, hold: { celsius: 40, seconds: 60 } } };
  return bench;
}

/** The console was gone for less than the watchdog takes, so the pump still runs. */
function foundAgain(phase: Phase): Bench {
  const bench = runIn(phase);
  bench.seconds(5);
  const found = { gapMs: 1000, telemetry: bench.telemetry(), wasMode: bench.taken.mode };
  bench.nowMs += found.gapMs;
  bench.state = resumeRun(bench.state, found).state;
  return bench;
}

function drainedOnce(): Bench {
  const bench = runIn('drain');
  bench.seconds(60);
  return bench;
}

function nearlyComplete(phase: Phase, preset: Preset): Bench {
  const bench = runIn(phase, preset);
  bench.seconds(preset.minutes * 60 - 20);
  return bench;
}
