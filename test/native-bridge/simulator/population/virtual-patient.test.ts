import { describe, expect, it } from 'vitest';
import { type VirtualPatient, virtualPatient } from '../../../../native-bridge/simulator/population/index.ts';
import { scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';

const hundred = Array.from({ length: 100 }, (_, index) => virtualPatient(1, index, true));
const range = (of: (patient: VirtualPatient) => number): readonly [number, number] => {
  const values = hundred.map(of);
  return [Math.min(...values), Math.max(...values)];
};

describe('a virtual patient', () => {
  it('is the same whenever and in whatever order asked for', () => {
    const later = virtualPatient(1, 7, true);
    virtualPatient(1, 3, true);
    expect(virtualPatient(1, 7, true)).toEqual(later);
  });

  it('is the same person on the same rig, disturbed or not', () => {
    const calm = virtualPatient(1, 7, false);
    const disturbed = virtualPatient(1, 7, true);
    expect(calm.disturbances).toEqual([]);
    expect(calm.scenario.events).toEqual([]);
    expect(disturbed).toEqual({
      ...calm,
      disturbances: disturbed.disturbances,
      scenario: { ...calm.scenario, events: disturbed.scenario.events },
    });
  });

  it('differs from the others of the seed, and from the same index of another', () => {
    const masses = hundred.map(({ traits }) => traits.massKg);
    expect(new Set(masses).size).toBeGreaterThan(60);
    expect(virtualPatient(2, 7, false).traits).not.toEqual(hundred[7]?.traits);
  });

  it('comes as a scenario a file could hold', () => {
    for (const { scenario } of hundred) expect(scenarioSchema.parse(scenario)).toEqual(scenario);
  });
});

describe('the population', () => {
  it.each([
    ['body mass, kg', (one: VirtualPatient) => one.traits.massKg, 45, 105],
    ['core, °C', (one: VirtualPatient) => one.traits.coreCelsius, 35, 37.5],
    ['cavity, mL', (one: VirtualPatient) => one.fillVolumeMl, 2000, 6000],
    ['flow, mL/min', (one: VirtualPatient) => one.flowMlPerMin, 600, 4000],
    ['heater, W', (one: VirtualPatient) => one.traits.heaterRatingW, 800, 2500],
    ['room, °C', (one: VirtualPatient) => one.traits.roomCelsius, 18, 24],
    ['probe error, °C', (one: VirtualPatient) => one.scenario.probes.offsetsCelsius[2], -0.1, 0.1],
    ['probe lag, s', (one: VirtualPatient) => one.scenario.probes.lagSeconds[3], 2, 20],
  ])('spreads over its range and not beyond: %s', (_, of, least, most) => {
    const [lowest, highest] = range(of);
    expect(lowest).toBeGreaterThanOrEqual(least);
    expect(highest).toBeLessThanOrEqual(most);
    expect(highest - lowest).toBeGreaterThan((most - least) * 0.7);
  });

  it('has carrier for fill and circuit, and a rig that can pump its flow', () => {
    for (const { scenario, fillVolumeMl, flowMlPerMin } of hundred) {
      expect(scenario.initial.reservoirMl).toBeGreaterThan(fillVolumeMl + scenario.plant.circuitMl + 1000);
      expect(scenario.rig.highestFlowMlPerMin).toBeGreaterThanOrEqual(flowMlPerMin);
    }
  });
});

describe('disturbances', () => {
  it('are one to three, in order, in heat-up or treatment, at most one of them of a probe', () => {
    for (const { disturbances } of hundred) {
      expect(disturbances.length).toBeGreaterThanOrEqual(1);
      expect(disturbances.length).toBeLessThanOrEqual(3);
      const starts = disturbances.map((one) => one.startsAfterSeconds);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      const ofProbes = disturbances.filter(
        (one) => one.kind === 'fault' && one.event.fault.startsWith('probe'),
      );
      expect(ofProbes.length).toBeLessThanOrEqual(1);
    }
  });

  it('are of every kind, the faults among them events of the scenario', () => {
    const kinds = new Set<string>();
    for (const { disturbances, scenario } of hundred) {
      const faults = disturbances.flatMap((one) => (one.kind === 'fault' ? [one.event] : []));
      expect(scenario.events).toEqual(faults);
      for (const one of disturbances) kinds.add(one.kind === 'fault' ? one.event.fault : one.kind);
    }
    expect([...kinds].toSorted()).toEqual([
      'flow-blocked',
      'flow-falling',
      'flow-wrong',
      'fluid-added',
      'heater-weak',
      'operator-pause',
      'probe-drifting',
      'probe-in-jet',
      'probe-open',
    ]);
  });
});
