import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, type Heard } from '../../../../electron/answers.ts';
import { channel, type RequestName } from '../../../../electron/contract/channel-names.ts';
import type { Role } from '../../../../electron/domain/role.ts';
import { parseOptions } from '../../../../electron/program/options.ts';
import { prepare } from '../../../../electron/program/prepare.ts';
import { Program } from '../../../../electron/program/program.ts';
import { pulseOf } from '../../../../electron/session/pulse.ts';
import { beatPulse } from '../../../../electron/window/pulse.ts';
import { VirtualClock } from '../../../../test/support/virtual-clock.ts';
import { inRoot } from '../../../root.ts';
import type { View } from './facets.ts';
import type { Sender } from './senders.ts';

type Handler = (sender: never, ...sent: unknown[]) => Promise<unknown>;

/** Who is signed in. */
export const clinicianName = 'Clinician';

/** No answer takes longer, real ms; one that does never comes. */
const answerLimitMs = 30_000;

/**
 * The whole console but its window: the program with its engine, its built-in rig and a journal on disk, and the answers
 * that main registers, asked as Electron asks them. Its clock goes on when it is told to.
 */
export class FuzzedConsole {
  readonly clock = new VirtualClock();
  readonly program: Program;
  readonly view: View = { audio: 'working', painted: 0, restarts: 0 };
  readonly said: string[] = [];
  readonly #heard: Heard = { audio: 'working', pulse: null };
  readonly #handlers = new Map<string, Handler>();

  constructor(folder: string, seed: number) {
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true });
    const parsed = parseOptions([
      ...['--seed', String(seed), '--case', inRoot('assets/demo-case.json')],
      ...['--preset', presetFile(folder), '--scenario', scenarioFile(folder)],
    ]);
    if (!parsed.ok) throw new Error(parsed.problem);
    const prepared = prepare(parsed.options, (...parts) => inRoot('assets', ...parts), data);
    if (!prepared.ok) throw new Error(prepared.problem);
    const { clock, view } = this;
    const heard = this.#heard;
    this.program = new Program(prepared.prepared, {
      clock,
      host: 'stand-in',
      version: 'fuzzed',
      dataFolder: data,
      journalWorker: new URL('../../../../electron/record/worker.ts', import.meta.url),
      makeCourier: null,
      fontSheets: [],
      showView: () => {},
      showTrend: () => {},
      screenStaleSeconds: () => 0,
      audioNotWorking: () => heard.audio !== 'working',
      computerUptimeSeconds: () => 1_000_000,
      screenPaints: () => true,
      takePicture: async () => new Uint8Array(),
      printPdf: async () => new Uint8Array(),
      makeChartFiles: async () => [],
      secrets: null,
      runIsOn: () => {},
      say: (line) => void this.said.push(line),
      exit: () => {},
    });
    answer(
      { handle: (name, handler) => void this.#handlers.set(name, handler as Handler) },
      {
        program: this.program,
        clock,
        painting: {
          painted: () => {
            view.painted += 1;
          },
        },
        heard,
        restart: () => {
          view.restarts += 1;
        },
        say: (line) => void this.said.push(line),
      },
    );
    beatPulse(
      clock,
      () => pulseOf(this.program.engine),
      (pulse) => {
        heard.pulse = pulse;
      },
      () => {},
    );
    this.program.start();
  }

  /** A clinician: may do all that a run takes. */
  async signIn(): Promise<void> {
    const { people } = this.program.bedside;
    const done = async (asked: Promise<{ readonly ok: boolean }>) => {
      if (!(await asked).ok) throw new Error('the people of the fuzzed console could not be made');
    };
    const idOf = (role: Role) => people.view(null).people.find((one) => one.role === role)?.id ?? '';
    await done(people.firstAccount({ name: 'Service engineer', pin: '9517' }));
    await done(people.signIn({ personId: idOf('service'), pin: '9517' }));
    await done(people.addPerson({ name: clinicianName, role: 'clinician', pin: '3691' }));
    await done(people.signIn({ personId: idOf('clinician'), pin: '3691' }));
  }

  get channels(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  /** What comes back, or why nothing does. */
  async ask(name: RequestName, sender: Sender, payloads: readonly unknown[]): Promise<Asked> {
    const handler = this.#handlers.get(channel(name));
    if (handler === undefined) throw new Error(`nobody answers "${name}"`);
    let timer: NodeJS.Timeout | undefined;
    const never = new Promise<Asked>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'never' }), answerLimitMs);
    });
    try {
      const answered = handler(sender as never, ...payloads).then(
        (reply): Asked => ({ kind: 'reply', reply }),
        (error: unknown): Asked => ({ kind: 'rejected', error }),
      );
      return await Promise.race([answered, never]);
    } catch (error) {
      return { kind: 'threw', error };
    } finally {
      clearTimeout(timer);
      this.view.audio = this.#heard.audio;
    }
  }

  /** Time goes on, and what was handed to the journal reaches its disk first: its thread lives in real time. */
  async goOn(ms: number): Promise<void> {
    await this.clock.advance(ms);
    const giveUpMs = performance.now() + answerLimitMs;
    for (;;) {
      const { run } = this.program.engine.snapshot();
      const waits = run !== null && run.durableSeq < (run.events.at(-1)?.seq ?? 0);
      if (!waits || performance.now() > giveUpMs) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async close(): Promise<void> {
    let closed = false;
    void this.program.close().then(() => {
      closed = true;
    });
    while (!closed) {
      await this.clock.advance(50);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

export type Asked =
  | { readonly kind: 'reply'; readonly reply: unknown }
  | { readonly kind: 'rejected'; readonly error: unknown }
  /** It threw instead of rejecting. */
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'never' };

/** As short as a preset may be. */
function presetFile(folder: string): string {
  const path = join(folder, 'short.json');
  const preset = {
    name: 'Short',
    version: 1,
    source: 'for a trial of the door',
    cavity: 'peritoneal',
    setting: 'intra-operative',
    mode: 'circulation',
    targetCelsius: 42.5,
    minutes: 15,
    flowMlPerMin: 1500,
    fillVolumeMl: 1500,
    largestCavityVolumeMl: 4000,
    fillFlowMlPerMin: 1000,
    drainFlowMlPerMin: 1000,
    carrier: 'as entered by the team',
    controlSite: 'cavity',
    rulingClock: 'in-band',
    clockStartsOn: 'in-band',
    fillMlPerM2: null,
    fillMlPerKg: null,
    additions: [{ atMinutes: 1, label: 'First fraction as prescribed' }],
    rinses: { count: 1, volumeMl: 1000 },
    basedOn: null,
  };
  writeFileSync(path, JSON.stringify(preset));
  return path;
}

/** Every so many seconds something happens that a person has to decide about. */
const happensEverySeconds = 90;

function scenarioFile(folder: string): string {
  const path = join(folder, 'scenario.json');
  const kinds = [
    { fault: 'line-cut', for: 3 },
    { fault: 'interlock-latched', interlock: 'air-in-line' },
    { fault: 'probe-open', probe: 3, for: 20 },
    { fault: 'rig-restart', for: 2 },
    { fault: 'interlock-latched', interlock: 'heater-fault' },
  ];
  const events = Array.from({ length: 40 }, (_, at) => ({
    ...kinds[at % kinds.length],
    at: (at + 1) * happensEverySeconds,
  }));
  const warm = { bodyCelsius: 41.8, cavityCelsius: 42, reservoirCelsius: 42 };
  writeFileSync(path, JSON.stringify({ initial: warm, rig: { features: { core: false } }, events }));
  return path;
}
