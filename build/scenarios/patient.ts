import type { Phase } from '../../electron/domain/phase.ts';
import type { Preset } from '../../electron/domain/preset.ts';
import { defaultScenario } from '../../native-bridge/simulator/scenario.ts';
import { type CampaignPatient, campaignPatient } from '../campaign/patient.ts';

/** Short phases where nothing is learnt from long ones; a rinse long enough to go wrong in, mL. */
const rinses = { count: 1, volumeMl: 2500 } as const;

/** The patient of every cell: an ordinary one on an ordinary rig, the carrier warm from the start. */
export function scenarioPatient(phase: Phase): CampaignPatient {
  const usual = campaignPatient(0, 0, false);
  const { initial } = usual.scenario;
  const preset: Preset = {
    ...usual.preset,
    mode: phase === 'dwell' ? 'single-instillation' : 'circulation',
    minutes: 15,
    flowMlPerMin: 1500,
    fillVolumeMl: 3000,
    largestCavityVolumeMl: 4000,
    rinses,
  };
  return {
    ...usual,
    scenario: {
      ...defaultScenario,
      initial: {
        ...defaultScenario.initial,
        reservoirCelsius: initial.reservoirCelsius,
        primed: initial.primed,
      },
    },
    preset,
    case: { ...usual.case, technique: 'closed' },
    pauses: [],
  };
}
