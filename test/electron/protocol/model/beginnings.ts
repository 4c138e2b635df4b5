import { type Phase, phases } from '../../../../electron/domain/phase.ts';
import type { Preset } from '../../../../electron/domain/preset.ts';
import { type Bench, benchPreset, instillationPreset, runIn } from '../bench.ts';

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
  { name: 'fill of a single instillation', bench: runIn('fill', instillationPreset) },
  { name: 'drain with no rinse to come', bench: runIn('drain', withRinses(benchPreset, 0)) },
  { name: 'drain after the first of three rinses', bench: runIn('rinse-drain', withRinses(benchPreset, 3)) },
  { name: 'treatment with additions planned', bench: runIn('treatment', { ...benchPreset, additions }) },
  {
    name: 'treatment controlled by the outflow',
    bench: runIn('treatment', { ...benchPreset, controlSite: 'outflow' }),
  },
];

function nearlyComplete(phase: Phase, preset: Preset): Bench {
  const bench = runIn(phase, preset);
  bench.seconds(preset.minutes * 60 - 20);
  return bench;
}
