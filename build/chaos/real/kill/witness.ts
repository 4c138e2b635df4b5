import ModbusRTU from 'modbus-serial';

/** What the rig itself says, read with function 3 by another master than the console's: reading keeps nothing alive. */
export interface RigSight {
  readonly atMs: number;
  readonly running: boolean;
  readonly safe: boolean;
  readonly watchdogLatched: boolean;
  readonly heaterInForce: boolean;
  readonly uptimeMs: number;
}

/** Of docs/link.md: the telemetry block, and what stands where in it. */
const telemetryBlock = { address: 0x0100, count: 26 };
const at = { state: 1, interlocks: 2, uptimeHigh: 17, uptimeLow: 18, control: 21 };
const rigStates = { running: 2, safe: 3 };

/** Looks at the rig until `until` (ms of this process); the port is free again when this resolves. */
export async function watchRig(port: string, untilMs: number, everyMs = 25): Promise<RigSight[]> {
  const master = new ModbusRTU();
  const sights: RigSight[] = [];
  await open(master, port, untilMs);
  try {
    master.setID(1);
    master.setTimeout(200);
    do {
      const sight = await look(master);
      if (sight !== null) sights.push(sight);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    } while (performance.now() < untilMs);
  } finally {
    await new Promise<void>((resolve) => master.close(() => resolve()));
  }
  return sights;
}

/** Whoever had the port may hold it for a moment longer. */
async function open(master: ModbusRTU, port: string, untilMs: number): Promise<void> {
  for (;;) {
    try {
      return await master.connectRTUBuffered(port, { baudRate: 115_200, parity: 'even' });
    } catch (error) {
      if (performance.now() > untilMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** `null`: this once it did not answer; what a killed console left on the line may be in the way. */
async function look(master: ModbusRTU): Promise<RigSight | null> {
  try {
    const { data } = await master.readHoldingRegisters(telemetryBlock.address, telemetryBlock.count);
    const register = (index: number): number => data[index] ?? 0;
    return {
      atMs: performance.now(),
      running: register(at.state) === rigStates.running,
      safe: register(at.state) === rigStates.safe,
      watchdogLatched: (register(at.interlocks) & 1) === 1,
      heaterInForce: (register(at.control) & 1) === 1,
      uptimeMs: register(at.uptimeHigh) * 0x1_0000 + register(at.uptimeLow),
    };
  } catch {
    return null;
  }
}
