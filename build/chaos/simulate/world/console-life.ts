import { basename, dirname, join } from 'node:path';
import type { AccessView } from '../../../../electron/contract/view.ts';
import type { TreatmentCase } from '../../../../electron/domain/case.ts';
import type { Preset } from '../../../../electron/domain/preset.ts';
import { FluidMemory } from '../../../../electron/program/fluid-memory.ts';
import { siteView } from '../../../../electron/program/setup.ts';
import { askLastRecord } from '../../../../electron/record/ask-records.ts';
import { Journal, type OpenJournal } from '../../../../electron/record/journal.ts';
import type { JournalHeader, ToServer } from '../../../../electron/record/messages.ts';
import { findOpenRuns } from '../../../../electron/record/open-runs.ts';
import type { JournalPort } from '../../../../electron/record/port.ts';
import { Engine } from '../../../../electron/session/engine.ts';
import { readLostRun } from '../../../../electron/session/lost-run.ts';
import { pulseOf } from '../../../../electron/session/pulse.ts';
import type { Snapshot } from '../../../../electron/session/snapshot.ts';
import { ViewPublisher } from '../../../../electron/session/view-publisher.ts';
import { standInForTheView } from '../../../../electron/window/bell.ts';
import { beatPulse } from '../../../../electron/window/pulse.ts';
import { RigLink } from '../../../../native-bridge/rig/link.ts';
import { theatre } from '../../../shipped-site.ts';
import { commandOnWire, type WireCommand } from './command-on-wire.ts';
import { clinician, Door } from './door.ts';
import { journalThread } from './journal-line.ts';
import type { Lane } from './lane.ts';
import { Screen } from './screen.ts';
import { TrappedDriver } from './trapped-driver.ts';
import type { World } from './world.ts';

const version = 'simulated';
/** People are not what is simulated: whoever presses may. */
const nobody: AccessView = {
  people: [],
  signedIn: null,
  chair: null,
  wantsFirstAccount: false,
  problem: null,
  released: null,
};

const noSetup = {
  presets: [],
  templates: [],
  presetProblems: [],
  draftCase: null,
  draftPresetName: null,
  site: siteView({ site: theatre, problem: null }),
};

/** The console from its start to its end: everything that main.ts and program.ts put together, on lanes of its own. */
export class ConsoleLife {
  readonly lane: Lane;
  readonly engine: Engine;
  readonly screen: Screen;
  readonly door: Door;
  /** When it last turned to its driver, true time. */
  tickedMs: number;
  /** What it put on the line in its last exchange. */
  written: WireCommand | null = null;
  /** What stood after its last tick. */
  last: Snapshot | null = null;
  /** When the computer's bell rang last, true time; `null`: it never did. */
  rangMs: number | null = null;
  readonly #world: World;
  readonly #view: ViewPublisher;
  readonly #threads: { readonly lane: Lane; readonly end: (why: string) => void }[] = [];

  constructor(world: World) {
    this.#world = world;
    const { traps, scheduler } = world;
    // Where the files of a simulation lie is no part of its history.
    const say = (line: string): void => world.told('says', line.replaceAll(world.folder, '~'));
    const lane = scheduler.lane('console');
    this.lane = lane;
    this.tickedMs = scheduler.nowMs;
    this.screen = new Screen(world.around);
    const computerNow = { monotonicMs: lane.monotonicMs(), wallMs: lane.wallMs(), uptimeSeconds: null };
    this.#view = new ViewPublisher({
      host: 'stand-in',
      consoleVersion: version,
      setup: noSetup,
      access: () => nobody,
      freeStorageMegabytes: () => 10_000,
      showView: (view) => {
        this.screen.showView(view);
        world.onView(view, this);
      },
      showTrend: () => {},
    });
    const opener = world.wire.through(world.loopback.opener, lane);
    world.wire.onWritten = (frame) => {
      this.written = commandOnWire(frame) ?? this.written;
    };
    const driver = new TrappedDriver(new RigLink({ opener, clock: lane }), traps, () => {
      this.tickedMs = scheduler.nowMs;
      this.written = null;
    });
    this.engine = new Engine({
      clock: lane,
      link: driver,
      host: 'stand-in',
      consoleVersion: version,
      console: { id: null, hostName: 'simulation' },
      timeZone: () => ({ name: 'UTC', offsetMinutes: 0 }),
      site: theatre,
      openJournal: (header) => this.#openJournal(world.newRunFolder(header.runId), header),
      openRescueJournal: (header) => this.#openJournal(world.newRunFolder(header.runId), header),
      reopenJournal: (path) => this.#openJournal(dirname(path), null),
      lost: findOpenRuns([world.folder]).runs.map((found) => readLostRun(found, computerNow)),
      makeLostDocuments: async () => traps.spring('documents'),
      makeRescueDocuments: async () => traps.spring('documents'),
      makeDocuments: async () => {
        traps.spring('documents');
        return { folder: world.folder, report: null, samples: null, summary: null, problem: null };
      },
      freeStorageMegabytes: () => {
        traps.spring('free-storage');
        return 10_000;
      },
      screenStaleSeconds: () => {
        traps.spring('screen-stale');
        return this.screen.staleSeconds;
      },
      audioNotWorking: () => {
        traps.spring('audio');
        return false;
      },
      publishers: [
        {
          name: 'hostile',
          publish: () => traps.spring('publisher'),
        },
        this.#view,
        new FluidMemory({
          ask: (serialNumber) =>
            askLastRecord(
              this.#thread(() => {}),
              lane,
              serialNumber,
              [world.folder],
            ),
          remember: (left) => this.engine.remember(left),
          say,
        }),
        {
          name: 'recording',
          publish: (snapshot) => {
            this.last = snapshot;
            const { run } = snapshot;
            if (run?.sample) world.requests.keep(run.header.runId, run.sample.sessionMs, this.written);
          },
        },
      ],
      say: (line) => {
        traps.spring('say');
        say(line);
      },
    });
    this.door = new Door(this.engine, lane);
    lane.onThrow = (error) => this.engine.hearFault(error);
    this.engine.start();
    beatPulse(
      lane,
      () => pulseOf(this.engine),
      (pulse) => this.screen.hearPulse(pulse),
      say,
    );
    standInForTheView(lane, {
      soundsHigh: () => this.engine.soundsHigh,
      viewSilentMs: () => this.screen.unheardMs,
      viewIsHeard: () => true,
      ring: () => {
        this.rangMs = scheduler.nowMs;
      },
      say,
    });
  }

  /** As the page does when it is loaded. */
  reload(): void {
    this.screen.reload(this.#view.load(this.engine.snapshot()).view);
  }

  /** `cavityMl`: what is in the cavity already, as somebody says. */
  startRun(treatmentCase: TreatmentCase, preset: Preset, cavityMl: number): Promise<string | null> {
    return this.engine.startRun(clinician, treatmentCase, preset, cavityMl);
  }

  /** Of the journal opened last, while it is open. */
  get thread(): { readonly lane: Lane; readonly end: (why: string) => void } | null {
    return this.#threads.findLast(({ lane }) => lane.isAlive) ?? null;
  }

  /** Gone at once: nothing of it runs any more, its port is closed by the system. */
  kill(): void {
    this.lane.kill();
    for (const { lane } of this.#threads) lane.kill();
    this.screen.end();
  }

  #openJournal(folder: string, header: JournalHeader | null): Promise<OpenJournal> {
    const world = this.#world;
    // A tick whose publishers were told nothing has handed over its sample all the same.
    const onSent = (message: ToServer): void => {
      const [sessionMs] = message.kind === 'sample' ? message.row : [];
      if (typeof sessionMs === 'number') world.requests.keep(basename(folder), sessionMs, this.written);
      world.traps.spring('journal-line');
    };
    return Journal.over(() => this.#thread(onSent), join(folder, 'journal.sqlite'), header, this.lane);
  }

  #thread(onSent: (message: ToServer) => void): JournalPort {
    const lane = this.#world.scheduler.lane('journal', false);
    const { port, end } = journalThread(this.lane, lane, this.#world.disk, onSent);
    this.#threads.push({ lane, end });
    return port;
  }
}
