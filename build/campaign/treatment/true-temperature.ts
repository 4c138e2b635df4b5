import type { PresetControlSite } from '../../../electron/domain/preset.ts';
import {
  cavityMeanCelsius,
  hottestCompartmentCelsius,
} from '../../../native-bridge/simulator/population/index.ts';
import type { Rig } from '../../../native-bridge/simulator/rig.ts';
import type { Scenario } from '../../../native-bridge/simulator/scenario.ts';

type Plant = Rig['plant'];

/** What a control site truly has, °C, which no probe tells. */
export function trueCelsius(site: PresetControlSite, plant: Plant, parameters: Scenario['plant']): number {
  switch (site) {
    case 'cavity':
      return cavityMeanCelsius(plant, parameters);
    case 'inflow':
      return plant.circuit.inflowCelsius;
    case 'outflow':
      return plant.circuit.outflowCelsius;
  }
}

/** The hottest there, °C: of a cavity the hotter compartment. */
export const hottestCelsius = (
  site: PresetControlSite,
  plant: Plant,
  parameters: Scenario['plant'],
): number => (site === 'cavity' ? hottestCompartmentCelsius(plant) : trueCelsius(site, plant, parameters));
