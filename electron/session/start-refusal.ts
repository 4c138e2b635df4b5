import type { Authority } from '../authority/authority.ts';
import type { Alarm } from '../domain/alarm.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { EnteredPreset, Preset } from '../domain/preset.ts';
import { presetFor } from '../domain/preset-fill.ts';
import { presetProblems } from '../domain/preset-problems.ts';
import { probeRefusals, siteRefusals } from '../domain/site.ts';
import { storageProblem } from '../domain/storage.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import { siteRefusal } from '../domain/text/en-site.ts';
import type { EngineOptions } from './engine-options.ts';
import type { MachineWatch } from './machine-watch.ts';

/** The rig a run may start on and the preset as it goes by it, or what stands in the way and how to mend it. */
export type MayStart = { ok: true; rig: RigIdentity; preset: Preset } | { ok: false; problem: string };

/** Also where it answered a moment ago, and is late just now. */
export const rigIsSilent = 'The rig does not answer. Check its cable and that it is switched on.';

/**
 * A run starts only on a machine that answers, has stood down and is commanded by nobody else, and with every high
 * alarm read: a run begins with none, and one that nobody has read must not end with it.
 */
export function mayStartRun(
  { clock, link, site, freeStorageMegabytes }: EngineOptions,
  machine: MachineWatch,
  authority: Authority,
  alarms: readonly Alarm[],
  plan: { readonly case: TreatmentCase; readonly preset: EnteredPreset },
): MayStart {
  const nowMs = clock.monotonicMs();
  const rig = link.identity;
  const refuse = (problem: string): MayStart => ({ ok: false, problem });
  if (authority.state === 'faulted')
    return refuse('The console has failed and has to be started again first.');
  if (rig === null || machine.telemetry === null || link.state(nowMs) !== 'up') {
    return refuse(link.problem ?? rigIsSilent);
  }
  if (!machine.isKnown) return refuse('The rig has only just been heard. Start the run again in a second.');
  if (machine.anotherConsole(nowMs)) {
    return refuse(
      'Another console commands this rig. Close it, or disconnect it from the rig, then start the run.',
    );
  }
  if (!machine.stoodDown) {
    const { mode, pumpEnable, heaterEnable } = machine.telemetry.inForce;
    const does = `mode ${mode}, pump ${pumpEnable ? 'on' : 'off'}, heater ${heaterEnable ? 'on' : 'off'}`;
    return refuse(
      `The rig has not stood down (${does}): there may be fluid in a patient. ` +
        'Press "Heater and pump off", or stop it at the machine, then start the run.',
    );
  }
  const unread = alarms.some(
    ({ priority, acknowledgedMs }) => priority === 'high' && acknowledgedMs === null,
  );
  if (unread) return refuse('A high alarm has not been read. Acknowledge it, then start the run.');
  // Whatever it came from, no preset passes the hard limits here.
  const { setting, patient } = plan.case;
  const [here] = [
    ...siteRefusals(site, { ...patient, setting }, plan.preset),
    ...probeRefusals(plan.case.probeSites, plan.preset, machine.telemetry.probesCelsius),
  ];
  if (here !== undefined) return refuse(siteRefusal(here));
  const preset = presetFor(plan.preset, patient, site.bodySurfaceFormula);
  if (preset === null) return refuse('The fill is not known. Enter height and weight, or a fill volume.');
  const unfit = presetProblems(plan.preset, rig);
  if (unfit.length > 0) return refuse(unfit.map(({ message }) => message).join('. '));
  const full = storageProblem(freeStorageMegabytes());
  return full === null ? { ok: true, rig, preset } : refuse(full);
}
