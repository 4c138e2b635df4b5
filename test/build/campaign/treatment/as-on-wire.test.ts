import { describe, expect, test } from 'vitest';
import { blockOf, heard } from '../../../../build/campaign/treatment/as-on-wire.ts';
import { standbyIntent } from '../../../../electron/domain/command.ts';
import {
  decodeCommand,
  decodeTelemetry,
  encodeCommand,
  encodeTelemetry,
} from '../../../../native-bridge/rig/registers.ts';
import { Rig } from '../../../../native-bridge/simulator/rig.ts';
import { scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';

const intent = {
  ...standbyIntent,
  mode: 'bypass',
  heaterEnable: true,
  pumpEnable: true,
  inflowSetpointCelsius: 43.21049,
  flowSetpointMlPerMin: 1499.6,
  annunciator: 'medium',
} as const;

describe('values without the wire', () => {
  test('a command reads as if it had gone over it', () => {
    expect(blockOf(intent, 77)).toEqual(decodeCommand(encodeCommand(intent, 77, 'SIM-0001'), 'SIM-0001'));
  });

  test('so does telemetry, moving and with a probe missing', () => {
    const events = [{ at: 3, fault: 'probe-open', probe: 3 }];
    const rig = new Rig(scenarioSchema.parse({ initial: { primed: true }, events }), 5, 1);
    for (let tick = 0; tick < 100; tick += 1) {
      rig.take(blockOf(tick === 0 ? standbyIntent : intent, tick), tick * 100);
      rig.step((tick + 1) * 100);
      const told = rig.telemetry();
      const decoded = decodeTelemetry(encodeTelemetry(told, rig.identity), rig.identity);
      expect(decoded).toEqual({ ok: true, telemetry: heard(told) });
    }
  });
});
