import { type ChildProcess, spawn } from 'node:child_process';
import { inRoot } from '../../../root.ts';

/** The simulated rig as a program of its own, on a serial port. */
export class RigProgram {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', () => resolve()));
  }

  /** Resolves once it serves the port. */
  static async start(port: string, speed: number, scenario: string, seed: number): Promise<RigProgram> {
    const main = inRoot('native-bridge', 'simulator', 'main.ts');
    const options = ['--port', port, '--speed', `${speed}`, '--scenario', scenario, '--seed', `${seed}`];
    const rig = new RigProgram(
      spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    await rig.#serves();
    return rig;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await this.#ended;
    clearTimeout(force);
  }

  #serves(): Promise<void> {
    return new Promise((resolve, reject) => {
      for (const stream of [this.#child.stdout, this.#child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          this.lines.push(...text.split('\n').filter((line) => line !== ''));
          if (this.lines.some((line) => line.startsWith('Simulated rig'))) resolve();
        });
      }
      this.#child.once('close', () => reject(new Error(`the rig ended: ${this.lines.join(' | ')}`)));
      this.#child.once('error', (error) => reject(new Error(`the rig did not start: ${error.message}`)));
    });
  }
}
