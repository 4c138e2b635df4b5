import type { Wire } from '../../../../native-bridge/transport/loopback.ts';
import type { WireFault } from '../world/wire.ts';
import { type Begin, inSeconds, milliseconds } from './fault.ts';

const broken =
  (wire: Wire, what: string): Begin =>
  ({ world, dice, took }) => {
    const ms = milliseconds(dice, 0.3, 40);
    if (world.loopback.wire !== 'whole') return;
    took(`the line is ${what} for ${inSeconds(ms)}`);
    world.loopback.wire = wire;
    world.around.after(ms, () => {
      world.loopback.wire = 'whole';
    });
  };

const bad =
  (fault: WireFault): Begin =>
  ({ world, dice, took }) => {
    const seconds = milliseconds(dice, 0.5, 60) / 1000;
    const share = dice.ratio(0.02, 1);
    const what = `frames on the line: ${fault}, ${Math.round(100 * share)} % for ${seconds.toFixed(1)} s`;
    world.wire.begin(fault, seconds, share, dice, () => took(what));
  };

export const lineFaults = {
  'line-cut': broken('cut', 'cut'),
  'line-unplugged': broken('unplugged', 'unplugged'),
  'line-flip': bad('flip'),
  'line-drop': bad('drop'),
  'line-double': bad('double'),
  'line-late': bad('late'),
  'line-swap': bad('swap'),
};
