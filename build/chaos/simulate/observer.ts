import type { ConsoleView } from '../../../electron/contract/view.ts';
import { truthOf, truthText } from './promises/judge.ts';
import type { World } from './world/world.ts';

/** Tells the story what changed: at the rig, and on the screen. */
export class Observer {
  readonly #world: World;
  #rig = '';
  #screen = '';
  #alarms = '';

  constructor(world: World) {
    this.#world = world;
  }

  look(): void {
    const truth = truthOf(this.#world);
    const { latchedBits } = this.#world.rig.rig.control;
    const rig = `${truth.mode} ${truth.pumpOn} ${truth.heatOn} ${latchedBits}`;
    if (rig === this.#rig) return;
    this.#rig = rig;
    const { cavityMl } = this.#world.rig.rig.plant.volumes;
    this.#world.told(
      'rig',
      `${truthText(truth)}, latched ${latchedBits}, ${cavityMl.toFixed(1)} mL in the cavity`,
    );
  }

  seen({ stage, run, machine }: ConsoleView): void {
    const screen = `${stage} ${run?.phase ?? machine.doing}: ${run?.advice.now.key ?? machine.authority}`;
    if (screen !== this.#screen) this.#world.told('screen', screen);
    this.#screen = screen;
    const alarms = (run?.alarms ?? machine.alarms).map(({ id, priority }) => `${id} ${priority}`).join(', ');
    if (alarms !== this.#alarms) this.#world.told('screen', `alarms: ${alarms || 'none'}`);
    this.#alarms = alarms;
  }
}
