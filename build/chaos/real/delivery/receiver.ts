import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerTo } from './answers.ts';
import { contentOf, readName } from './made-documents.ts';
import { answerFolder, dropFolder } from './places.ts';

/** A file as it was when it was first seen in the folder. */
export interface Taken {
  readonly name: string;
  readonly recordId: string | null;
  readonly kind: string | null;
  readonly controlId: string | null;
  readonly whole: boolean;
  /** It was answered with an error: it has to come again. */
  readonly askedAgain: boolean;
}

/**
 * A receiver that looks into its folder every millisecond, takes whatever it sees at once as it is, and answers messages:
 * each so many-th with an error, the first time it comes.
 */
export class Receiver {
  readonly taken: Taken[] = [];
  readonly #folder: string;
  /** 0: never. */
  readonly #errorEach: number;
  readonly #timer: NodeJS.Timeout;

  constructor(folder: string, errorEach: number) {
    this.#folder = folder;
    this.#errorEach = errorEach;
    this.#timer = setInterval(() => this.#look(), 1);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#look();
  }

  get askedAgain(): number {
    return this.taken.filter((one) => one.askedAgain).length;
  }

  #look(): void {
    for (const name of readdirSync(dropFolder(this.#folder))) this.#take(name);
  }

  #take(name: string): void {
    const path = join(dropFolder(this.#folder), name);
    const bytes = readFileSync(path);
    rmSync(path);
    const said = readName(name);
    const whole = said !== null && bytes.equals(contentOf(said.recordId, said.kind));
    const controlId = said?.controlId ?? null;
    const isFirst = !this.taken.some((one) => one.name === name);
    const number = Number(controlId?.slice('ISO'.length));
    const askedAgain = controlId !== null && this.#errorEach > 0 && isFirst && number % this.#errorEach === 0;
    this.taken.push({
      name,
      recordId: said?.recordId ?? null,
      kind: said?.kind ?? null,
      controlId,
      whole,
      askedAgain,
    });
    if (controlId !== null) this.#answer(answerTo(askedAgain ? 'AE' : 'AA', controlId));
  }

  #answer(text: string): void {
    const path = join(answerFolder(this.#folder), `${this.taken.length}.ack`);
    if (existsSync(path)) throw new Error(`${path} is there already`);
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  }
}
