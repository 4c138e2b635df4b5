import type { Clock } from '../../../electron/domain/time.ts';
import type { OpenJournal } from '../../../electron/record/journal.ts';
import { Console } from '../../../electron/session/console.ts';
import { simulatedSite } from '../../../electron/session/site.ts';
import { RigLink } from '../../../native-bridge/rig/link.ts';
import { scenarioSchema } from '../../../native-bridge/simulator/scenario.ts';
import { type SimulatedRig, startSimulatedRig } from '../../../native-bridge/simulator/start.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import { demoCase, shortPreset } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { openJournal, ownFolder } from '../record/journals.ts';

export const newJournal = async (): Promise<OpenJournal> => ({
  ok: true,
  journal: await openJournal(`${ownFolder()}/journal.sqlite`),
});

/** A console that is open on the simulated rig, without a run: the test decides how journals are made. */
export class OpenConsole {
  readonly clock = new VirtualClock();
  readonly loopback = new Loopback('simulator');
  readonly rig: SimulatedRig;
  readonly console: Console;
  /** How the journals that are asked for are made, each used once; afterwards as usual. */
  readonly journals: (() => Promise<OpenJournal>)[] = [];
  /** Time the console's program stood still while the world went on, ms. */
  stoodStillMs = 0;
  /** On the disk of the record, as the console is told. */
  freeStorageMegabytes: number | null = 10_000;

  constructor() {
    const { clock, loopback } = this;
    this.rig = startSimulatedRig({
      port: loopback.rigPort,
      clock,
      scenario: scenarioSchema.parse({}),
      seed: null,
      speed: 1,
    });
    const own: Clock = {
      monotonicMs: () => clock.monotonicMs() + this.stoodStillMs,
      wallMs: () => clock.wallMs() + this.stoodStillMs,
      after: (ms, run) => clock.after(ms, run),
    };
    this.console = new Console({
      clock: own,
      link: new RigLink({ opener: loopback.opener, clock: own }),
      host: 'stand-in',
      consoleVersion: 'test',
      setup: { presets: [], templates: [], presetProblems: [], draftCase: null, draftPresetName: null },
      site: simulatedSite,
      openJournal: () => (this.journals.shift() ?? newJournal)(),
      freeStorageMegabytes: () => this.freeStorageMegabytes,
      screenStaleSeconds: () => 0,
      audioNotWorking: () => false,
      listener: { view: () => {}, trend: () => {}, ticked: () => {}, ended: async () => {} },
    });
    this.console.start();
  }

  start(preset = shortPreset()): Promise<string | null> {
    return this.console.startRun(demoCase(), preset);
  }

  /** What the screen says goes on. */
  get now(): string | undefined {
    return this.console.load().view.run?.advice.now.key;
  }

  async close(): Promise<void> {
    const stopped = this.console.stop();
    await this.clock.advance(3000);
    await stopped;
    this.rig.stop();
  }
}
