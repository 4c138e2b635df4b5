import type { SetupView, SiteView } from '../contract/view.ts';
import type { EnteredPreset, PresetTemplate } from '../domain/preset.ts';
import { basedOn } from '../domain/preset-changes.ts';
import { isComplete } from '../domain/preset-problems.ts';
import { notSignedOff } from '../domain/site-sign-off.ts';
import type { PresetResult } from '../protocol/preset-file.ts';
import type { Prepared } from './prepare.ts';
import type { SiteInForce } from './site-file.ts';

/** What the set-up screen offers: the presets there are, one of the command line among them, and the case to start from. */
export function setupView({ store: { shelf }, preset, draftCase, inForce }: Prepared): SetupView {
  const others = shelf.presets.filter(({ name }) => name !== preset?.name);
  return {
    presets: preset === null ? shelf.presets : [preset, ...others],
    templates: shelf.templates,
    presetProblems: shelf.problems,
    draftCase,
    draftPresetName: preset?.name ?? null,
    site: siteView(inForce),
  };
}

/** The rules that a form is held to. */
export const siteView = ({ site, problem }: SiteInForce): SiteView => ({
  name: site.name,
  leastWeightKg: site.leastWeightKg,
  leastFillVolumeMl: site.leastFillVolumeMl,
  circuitVolumeMl: site.circuitVolumeMl,
  reservoirRestMl: site.reservoirRestMl,
  flowCeilingMlPerMin: site.flowCeilingMlPerMin,
  bodySurfaceFormula: site.bodySurfaceFormula,
  hospital: site.hospital,
  department: site.department,
  lists: site.lists,
  notSignedOff: notSignedOff(site),
  problem,
});

/** A preset on offer, blank or not, by its name; `null`: there is none. */
export const offered = ({ presets, templates }: SetupView, name: string): PresetTemplate | null =>
  [...presets, ...templates].find((preset) => preset.name === name) ?? null;

export const notOffered = (name: string): string => `There is no preset "${name}". Choose one of the list.`;

/** The preset a run is started with: as it is offered, or as edited, every change kept with it. */
export function chosenPreset(
  setup: SetupView,
  name: string,
  edited: EnteredPreset | null,
  by: string,
): PresetResult {
  const base = offered(setup, name);
  if (base === null) return { ok: false, problem: notOffered(name) };
  const copy = edited === null ? null : basedOn(base, { ...edited, version: base.version }, by);
  if (copy !== null && copy.basedOn?.changes.length !== 0) return { ok: true, preset: copy };
  if (isComplete(base)) return { ok: true, preset: base };
  return { ok: false, problem: `Flow and volumes of "${name}" are blank. Enter them, then start the run.` };
}
