import type { ConsoleView } from '../../../electron/contract/view.ts';
import type { Clock } from '../../../electron/domain/time.ts';
import type { OpenJournal } from '../../../electron/record/journal.ts';
import { Engine } from '../../../electron/session/engine.ts';
import { ViewPublisher } from '../../../electron/session/view-publisher.ts';
import { RigLink } from '../../../native-bridge/rig/link.ts';
import { scenarioSchema } from '../../../native-bridge/simulator/scenario.ts';
import { type SimulatedRig, startSimulatedRig } from '../../../native-bridge/simulator/start.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import { installation, perfusionist } from '../../support/installation.ts';
import { nobodyAtScreen } from '../../support/nobody.ts';
import { theatre, theatreView } from '../../support/site.ts';
import { demoCase, shortPreset } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { openJournal, ownFolder } from '../record/journals.ts';

export const newJournal = async (): Promise<OpenJournal> => ({
  ok: true,
  journal: await openJournal(`${ownFolder()}/journal.sqlite`),
});

/** A console that is open on the simulated rig, without a run: the test decides how journals are made. */
export class OpenConsole {
  readonly clock = new VirtualClock(undefined, 1);
  readonly loopback = new Loopback('simulator', queueMicrotask);
  readonly rig: SimulatedRig;
  readonly engine: Engine;
  readonly screen: ViewPublisher;
  /** How the journals that are asked for are made, each used once; afterwards as usual. */
  readonly journals: (() => Promise<OpenJournal>)[] = [];
  readonly rescueJournals: (() => Promise<OpenJournal>)[] = [];
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
    const freeStorageMegabytes = () => this.freeStorageMegabytes;
    this.screen = new ViewPublisher({
      host: 'stand-in',
      consoleVersion: 'test',
      access: () => nobodyAtScreen,
      setup: {
        presets: [],
        templates: [],
        presetProblems: [],
        draftCase: null,
        draftPresetName: null,
        site: theatreView,
      },
      freeStorageMegabytes,
      showView: () => {},
      showTrend: () => {},
    });
    this.engine = new Engine({
      clock: own,
      link: new RigLink({ opener: loopback.opener, clock: own }),
      host: 'stand-in',
      consoleVersion: 'test',
      ...installation,
      site: theatre,
      openJournal: () => (this.journals.shift() ?? newJournal)(),
      reopenJournal: async () => ({ ok: false, problem: 'none is left' }),
      openRescueJournal: () => (this.rescueJournals.shift() ?? newJournal)(),
      lost: [],
      makeLostDocuments: async () => {},
      makeRescueDocuments: async () => {},
      makeDocuments: async () => ({ folder: '', report: null, samples: null, summary: null, problem: null }),
      freeStorageMegabytes,
      screenStaleSeconds: () => 0,
      audioNotWorking: () => false,
      publishers: [this.screen],
      say: () => {},
    });
    this.engine.start();
  }

  /** What a screen that is loaded now is told. */
  load(): ConsoleView {
    return this.screen.load(this.engine.snapshot()).view;
  }

  start(preset = shortPreset(), treatmentCase = demoCase()): Promise<string | null> {
    return this.engine.startRun(perfusionist, treatmentCase, preset);
  }

  /** What the screen says goes on. */
  get now(): string | undefined {
    return this.load().run?.advice.now.key;
  }

  async close(): Promise<void> {
    const stopped = this.engine.stop();
    await this.clock.advance(3000);
    await stopped;
    this.rig.stop();
  }
}
