import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioEvent } from '../../../native-bridge/simulator/faults.ts';
import { nearestName } from '../../../native-bridge/simulator/nearest-name.ts';
import { defaultScenario, parseScenario } from '../../../native-bridge/simulator/scenario.ts';

const problemOf = (file: unknown): string => {
  const read = parseScenario(JSON.stringify(file), 'hot.json');
  return read.ok ? 'none' : read.problem;
};
const event = (changes: object): object => ({ events: [{ at: 1, fault: 'air-in-line', ...changes }] });

describe('a scenario file', () => {
  it('may be empty: a healthy rig and an ordinary patient', () => {
    expect(parseScenario('{}', 'empty.json')).toEqual({ ok: true, scenario: defaultScenario });
    expect(defaultScenario).toMatchObject({
      seed: 1,
      initial: { bodyCelsius: 36.8, reservoirMl: 5000, cavityMl: 0, primed: false },
      plant: { roomCelsius: 21 },
      rig: { heaterRatingW: 1500, fittedProbes: [1, 2, 3, 4], features: { core: true, outflowMeter: true } },
      events: [],
    });
  });

  it('overrides what it names', () => {
    const read = parseScenario('{"plant":{"liningWPerK":80},"rig":{"features":{"core":false}}}', 'x');
    expect(read).toMatchObject({
      ok: true,
      scenario: {
        plant: { liningWPerK: 80, roomCelsius: 21 },
        rig: { features: { core: false, battery: true } },
      },
    });
  });

  it.each([
    [
      { evnts: [] },
      'evnts: "evnts" is not known; did you mean "events"? Allowed: description, seed, initial',
    ],
    [
      { initial: { bodyCelcius: 37 } },
      'initial.bodyCelcius: "bodyCelcius" is not known; did you mean "bodyCelsius"?',
    ],
    [
      { plant: { liningWPerk: 3 } },
      'plant.liningWPerk: "liningWPerk" is not known; did you mean "liningWPerK"?',
    ],
    [{ initial: { bodyCelsius: 50 } }, 'initial.bodyCelsius: must be at most 42, and is 50'],
    [{ seed: 'one' }, 'seed: must be of type number, and is "one"'],
    [{ seed: 1.5 }, 'seed: must be a whole number, and is 1.5'],
    [[], 'the file: must be of type object, and is []'],
    [{ rig: { serialNumber: 'Größe' } }, 'rig.serialNumber: must be 1 to 16 printable ASCII characters'],
    [{ rig: { fittedProbes: [2] } }, "rig.fittedProbes: must hold 1, the rig's own inflow sensor"],
    [{ rig: { lowestFlowMlPerMin: 4000 } }, 'rig.lowestFlowMlPerMin: must not exceed highestFlowMlPerMin'],
    [event({ fault: 'probe-opn' }), 'events[0].fault: "probe-opn" is not known; did you mean "probe-open"?'],
    [event({ fault: undefined }), 'events[0].fault: is missing. Allowed: probe-open,'],
    [event({ probe: 3 }), 'events[0].probe: "probe" is not known. Allowed: fault, at, for'],
    [
      event({ at: undefined }),
      'events[0].at: must be seconds (a number), or { "mode": …, "after": seconds }, and is missing',
    ],
    [
      event({ at: { mode: 'circulat' } }),
      'events[0].at.mode: "circulat" is not known; did you mean "circulate"?',
    ],
    [
      event({ at: { mode: 'drain', aftr: 3 } }),
      'events[0].at.aftr: "aftr" is not known; did you mean "after"?',
    ],
    [
      { probes: { lagsSeconds: [] } },
      'probes.lagsSeconds: "lagsSeconds" is not known; did you mean "lagSeconds"?',
    ],
    [{ probes: { lagSeconds: [1, 1, 1, 1, 0] } }, 'probes.lagSeconds[4]: must be at least 0.2, and is 0'],
    [event({ fault: 'flow-wrong', share: 2 }), 'events[0].share: must be at most 1.5, and is 2'],
    [
      event({ fault: 'fluid-added', ml: 100, celcius: 22 }),
      'events[0].celcius: "celcius" is not known; did you mean "celsius"?',
    ],
    [event({ for: 0 }), 'events[0].for: must be more than 0, and is 0'],
    [event({ fault: 'probe-stuck', probe: 5 }), 'events[0].probe: must be 1, 2, 3, 4 or "core", and is 5'],
    [
      event({ fault: 'interlock-latched', interlock: 'air' }),
      'events[0].interlock: "air" is not known. Allowed: watchdog-expired',
    ],
  ])('with a mistake is told where and what is allowed: %j', (file, told) => {
    const problem = problemOf(file);
    expect(problem).toContain('hot.json is not a scenario. Mend the file (docs/simulator.md):');
    expect(problem).toContain(`\n  ${told}`);
  });

  it('names every mistake, one a line', () => {
    expect(problemOf({ sed: 1, initial: { primed: 'yes' } }).split('\n')).toHaveLength(3);
  });

  it('that is no JSON is told so', () => {
    expect(parseScenario('{ seed: 1 }', 'hot.json')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^hot\.json is not valid JSON: /),
    });
  });
});

describe('the examples in assets/scenarios', () => {
  const files = readdirSync('assets/scenarios').map((name) => `assets/scenarios/${name}`);
  const scenarios = files.map((file) => {
    const read = parseScenario(readFileSync(file, 'utf8'), file);
    if (!read.ok) throw new Error(read.problem);
    return read.scenario;
  });

  it('can be read and say what they show', () => {
    for (const scenario of scenarios) expect(scenario.description).not.toBe('');
  });

  it('show every fault there is, and docs/simulator.md tells each', () => {
    const shown = new Set(scenarios.flatMap(({ events }) => events.map(({ fault }) => fault)));
    const page = readFileSync('docs/simulator.md', 'utf8');
    for (const { shape } of scenarioEvent.options) {
      expect(shown).toContain(shape.fault.value);
      expect(page).toContain(`\`${shape.fault.value}\``);
    }
  });
});

describe('the nearest name', () => {
  it('is found for a slip, and not made up for something else', () => {
    const names = ['circulate', 'drain', 'bypass'];
    expect(nearestName('cirulate', names)).toBe('circulate');
    expect(nearestName('DRAIN', names)).toBe('drain');
    expect(nearestName('elephant', names)).toBeNull();
  });
});
