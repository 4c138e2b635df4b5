import fc from 'fast-check';
import { describe, it } from 'vitest';
import { circuitModes, interlocks } from '../../../electron/domain/circuit.ts';
import { Driver, filled } from './driver.ts';

const block = fc.record({
  kind: fc.constant('block' as const),
  fresh: fc.boolean(),
  intent: fc.record({
    mode: fc.constantFrom(...circuitModes),
    heaterEnable: fc.boolean(),
    pumpEnable: fc.boolean(),
    clearBits: fc.integer({ min: 0, max: 0xfff }),
    flowSetpointMlPerMin: fc.constantFrom(0, 50, 1000),
    inflowSetpointCelsius: fc.constantFrom(20, 42, 46),
  }),
});
const trip = fc.record({ kind: fc.constant('trip' as const), interlock: fc.constantFrom(...interlocks) });
const wait = fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(0.1, 1, 2) });

describe('whatever a console sends and whatever trips', () => {
  it('heater and pump come on only after a block that asked them 0, and never against an interlock', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(block, trip, wait), { maxLength: 60 }), (story) => {
        const driver = new Driver({ initial: filled });
        let heaterArmed = false;
        let pumpArmed = false;
        for (const event of story) {
          const before = driver.telemetry;
          if (event.kind === 'wait') driver.wait(event.seconds);
          else if (event.kind === 'trip') {
            driver.rig.inject({ fault: 'interlock-latched', interlock: event.interlock }, null);
          } else {
            const { taken } = event.fresh ? driver.send(event.intent) : driver.repeat(event.intent);
            if (taken && !event.intent.heaterEnable) heaterArmed = true;
            if (taken && !event.intent.pumpEnable) pumpArmed = true;
          }
          const { inForce, interlockBits, rigState } = driver.telemetry;
          if (inForce.heaterEnable && (interlockBits !== 0 || !heaterArmed)) throw new Error('heater is on');
          if (inForce.pumpEnable && !pumpArmed) throw new Error('pump is on');
          if ((rigState === 'safe') !== (interlockBits !== 0))
            throw new Error(`${rigState}, ${interlockBits}`);
          if (event.kind !== 'block' && before.interlockBits & ~interlockBits)
            throw new Error('cleared by itself');
          if (before.inForce.heaterEnable && !inForce.heaterEnable && event.kind !== 'block')
            heaterArmed = false;
          if (before.inForce.pumpEnable && !inForce.pumpEnable && event.kind !== 'block') pumpArmed = false;
        }
      }),
      { numRuns: 300 },
    );
  });
});
