/**
 * The simulated rig as a program of its own, on a serial port. Exit codes: 0 stopped by a person or a signal,
 * 1 the port or the scenario cannot be used, 2 wrong arguments.
 */
import { type Clock, systemClock } from '../../electron/domain/time.ts';
import type { Port, PortOpener } from '../transport/port.ts';
import { serialOpener } from '../transport/serial.ts';
import { type RigOptions, readOptions, usage } from './options.ts';
import { defaultScenario, type ScenarioResult } from './scenario.ts';
import { readScenarioFile } from './scenario-file.ts';
import { SimulatedRig } from './start.ts';
import { statusLine } from './status-line.ts';

const reopenMs = 1000;
const statusMs = 1000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
function fail(problem: string, exitCode: number): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = exitCode;
}

const readScenario = (file: string | null): ScenarioResult =>
  file === null ? { ok: true, scenario: defaultScenario } : readScenarioFile(file);

/** On a terminal the line is rewritten once a second; elsewhere it is printed when state, mode or interlocks change. */
function showStatus(simulated: SimulatedRig, clock: Clock): void {
  const terminal = process.stdout.isTTY;
  let before = '';
  const show = (): void => {
    const telemetry = simulated.rig.telemetry();
    const line = statusLine(simulated.rig.sessionMs, telemetry);
    const what = `${telemetry.rigState} ${telemetry.inForce.mode} ${telemetry.interlockBits}`;
    if (terminal) process.stdout.write(`\r\x1b[K${line}`);
    else if (what !== before) say(line);
    before = what;
    clock.after(statusMs, show);
  };
  show();
}

function paceText(speed: number): string {
  if (speed === 1) return 'at real time';
  return speed === Number.POSITIVE_INFINITY ? 'as fast as it is asked' : `at up to ${speed} × real time`;
}

/** Serves each port the opener gives; a port that closes is opened again until it succeeds. */
class Serving {
  #port: Port | null = null;
  readonly #simulated: SimulatedRig;
  readonly #opener: PortOpener;
  readonly #clock: Clock;

  constructor(simulated: SimulatedRig, opener: PortOpener, clock: Clock) {
    this.#simulated = simulated;
    this.#opener = opener;
    this.#clock = clock;
  }

  /** What is wrong with the port, or `null`: it is served. */
  async open(): Promise<string | null> {
    const opened = await this.#opener.open();
    if (!opened.ok) return opened.message;
    this.#port = opened.port;
    opened.port.onClosed((reason) => this.#lost(reason));
    this.#simulated.serve(opened.port);
    return null;
  }

  async close(): Promise<void> {
    await this.#port?.close();
  }

  #lost(reason: string | null): void {
    this.#port = null;
    say(`\n${this.#opener.name} is gone${reason === null ? '' : ` (${reason})`}. Trying to reopen it.`);
    this.#reopenLater();
  }

  #reopenLater(): void {
    this.#clock.after(reopenMs, async () => {
      if ((await this.open()) === null) say(`${this.#opener.name} is open again.`);
      else this.#reopenLater();
    });
  }
}

async function run(options: RigOptions): Promise<void> {
  const read = readScenario(options.scenarioFile);
  if (!read.ok) return fail(read.problem, 1);
  const { speed, seed } = options;
  const clock = systemClock;
  const simulated = new SimulatedRig({ clock, scenario: read.scenario, seed, speed });
  const serving = new Serving(simulated, serialOpener({ path: options.port, usb: null }), clock);
  const problem = await serving.open();
  if (problem !== null) {
    simulated.stop();
    return fail(problem, 1);
  }
  const stop = async (): Promise<void> => {
    simulated.stop();
    await serving.close();
    say('\nRig stopped.');
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(
    `Simulated rig ${read.scenario.rig.serialNumber} on ${options.port}, ${paceText(speed)}. Ctrl-C stops it.`,
  );
  showStatus(simulated, clock);
}

const result = readOptions(process.argv.slice(2));
if (result.kind === 'help') say(usage);
else if (result.kind === 'problem') fail(result.problem, 2);
else await run(result.options);
