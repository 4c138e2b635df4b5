import { interlocks } from '../../../../electron/domain/circuit.ts';
import type { Fault } from '../../../../native-bridge/simulator/faults.ts';
import type { Rig } from '../../../../native-bridge/simulator/rig.ts';
import { type Begin, inSeconds, milliseconds } from './fault.ts';

const lasting =
  (faults: readonly Fault[], what: string, least: number, most: number): Begin =>
  ({ world, dice, took }) => {
    const ms = milliseconds(dice, least, most);
    took(`${what} for ${inSeconds(ms)}`);
    for (const fault of faults) world.rig.rig.inject(fault, ms / 1000);
  };

const restart: Begin = ({ world, dice, took }) => {
  const ms = milliseconds(dice, 0.5, 10);
  took(`the rig restarts and is silent for ${inSeconds(ms)}`);
  world.rig.rig.inject({ fault: 'rig-restart' }, ms / 1000);
};

const latch: Begin = ({ world, dice, took }) => {
  const interlock = dice.one(interlocks);
  took(`the rig latches ${interlock}`);
  world.rig.rig.inject({ fault: 'interlock-latched', interlock }, null);
};

/** It answers, and takes no command block at present. */
export const isDeaf = (rig: Rig): boolean => Object.hasOwn(rig, 'take');

const deaf: Begin = ({ world, dice, took }) => {
  const { rig } = world.rig;
  if (isDeaf(rig)) return;
  const ms = milliseconds(dice, 0.5, 30);
  rig.take = () => {
    took(`the rig refuses every command for ${inSeconds(ms)}`);
    return { taken: false, why: 'crc' };
  };
  world.around.after(ms, () => {
    Reflect.deleteProperty(rig, 'take');
  });
};

/** No probe in the cavity, or none at all, tells anything. */
const blind: Begin = (strike) => {
  const first = strike.dice.one([1, 2] as const);
  const probes = ([1, 2, 3, 4] as const).filter((probe) => probe >= first);
  const faults = probes.map((probe): Fault => ({ fault: 'probe-open', probe }));
  lasting(faults, `probes ${probes.join(', ')} are open`, 1, 60)(strike);
};

export const rigFaults = {
  'rig-restart': restart,
  'rig-latch': latch,
  'rig-deaf': deaf,
  'rig-fault': lasting([{ fault: 'rig-fault' }], "the rig's own check fails", 1, 60),
  'rig-blind': blind,
  'pump-runs-on': lasting([{ fault: 'pump-runs-on' }], 'the pump runs on whatever it is told', 2, 60),
  'pump-stalls': lasting([{ fault: 'pump-stalled' }], 'the pump stalls', 2, 60),
  'heater-stuck-on': lasting(
    [{ fault: 'heater-stuck-on', percent: 30 }],
    'the heater is stuck on at 30 %',
    2,
    60,
  ),
};
