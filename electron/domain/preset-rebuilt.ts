import type { PresetTemplate } from './preset.ts';
import { rebuiltBasis } from './preset-basis.ts';

/**
 * A preset without problems, made anew from its known fields, texts without blanks around them: nothing of what
 * it was handed over in goes further.
 */
export function rebuiltPreset<T extends PresetTemplate>(preset: T): T {
  const rebuilt: PresetTemplate = {
    name: preset.name.trim(),
    version: preset.version,
    source: preset.source.trim(),
    cavity: preset.cavity,
    setting: preset.setting,
    mode: preset.mode,
    targetCelsius: preset.targetCelsius,
    minutes: preset.minutes,
    rulingClock: preset.rulingClock,
    clockStartsOn: preset.clockStartsOn,
    flowMlPerMin: preset.flowMlPerMin,
    fillVolumeMl: preset.fillVolumeMl,
    fillMlPerM2: preset.fillMlPerM2,
    fillMlPerKg: preset.fillMlPerKg,
    largestCavityVolumeMl: preset.largestCavityVolumeMl,
    fillFlowMlPerMin: preset.fillFlowMlPerMin,
    drainFlowMlPerMin: preset.drainFlowMlPerMin,
    carrier: preset.carrier.trim(),
    controlSite: preset.controlSite,
    additions: preset.additions.map(({ atMinutes, label }) => ({ atMinutes, label: label.trim() })),
    rinses: { count: preset.rinses.count, volumeMl: preset.rinses.volumeMl },
    basedOn: preset.basedOn === null ? null : rebuiltBasis(preset.basedOn),
  };
  // A preset without a blank stays one.
  return rebuilt as T;
}
