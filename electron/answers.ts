import type { IpcMain } from 'electron';
import type { AudioState } from './contract/alarm-system.ts';
import type { Pulse } from './contract/pulse.ts';
import type { Clock } from './domain/time.ts';
import type { Bedside } from './program/bedside.ts';
import type { Program } from './program/program.ts';
import { handle } from './window/ipc.ts';
import type { PaintWatch } from './window/paint-watch.ts';
import { requestLimits } from './window/request-limits.ts';

/** What the view has said of itself; working until it says otherwise. */
export interface Heard {
  audio: AudioState;
  /** What the view was last told of the engine. */
  pulse: Pulse | null;
}

export interface Answering {
  readonly program: Program;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly painting: Pick<PaintWatch, 'painted'>;
  readonly heard: Heard;
  /** Ends the program in good order and starts it again. */
  readonly restart: () => void;
  readonly say: (line: string) => void;
}

/** Who answers each request of the contract. */
export function answer(ipcMain: Pick<IpcMain, 'handle'>, answering: Answering): void {
  const { program, clock, painting, heard, say } = answering;
  const { bedside } = program;
  const limits = requestLimits(clock);
  handle(ipcMain, 'load', () => program.load());
  handle(
    ipcMain,
    'start',
    limits.start((request) => bedside.startRun(request)),
  );
  handle(
    ipcMain,
    'release',
    limits.start((request) => bedside.release(request)),
  );
  handle(
    ipcMain,
    'savePreset',
    limits.savePreset((request) => bedside.savePreset(request)),
  );
  handle(
    ipcMain,
    'act',
    limits.act((request) => bedside.act(request)),
  );
  handle(ipcMain, 'review', (request) => bedside.review.review(request));
  handle(
    ipcMain,
    'say',
    limits.say((request) => bedside.review.say(request)),
  );
  handle(ipcMain, 'rescue', (request) => bedside.rescue(request));
  handle(ipcMain, 'recover', (request) => bedside.recover(request));
  handle(ipcMain, 'fluid', (request) => bedside.answerFluid(request));
  handle(ipcMain, 'ports', async () => ({ ports: await program.ports() }));
  handle(
    ipcMain,
    'choosePort',
    limits.choosePort(({ path }) => program.choosePort(path)),
  );
  handle(ipcMain, 'newCase', () => bedside.newCase());
  handle(ipcMain, 'painted', ({ frame, visible }) => {
    painting.painted(frame, visible);
    return null;
  });
  handle(ipcMain, 'language', ({ language }) => {
    program.language = language ?? program.language;
    return { language: program.language };
  });
  handle(ipcMain, 'audio', ({ state }) => {
    heard.audio = state;
    const heardByPeople = !program.prepared.options.headless;
    if (heardByPeople && state !== 'working') say(`The audio output of the view is ${state}.`);
    return null;
  });
  answerPeople(ipcMain, bedside);
  answerDelivery(ipcMain, program);
  handle(ipcMain, 'restart', () => restart(answering));
}

/** Who is at the screen, and the form of the next run. */
function answerPeople(ipcMain: Pick<IpcMain, 'handle'>, bedside: Bedside): void {
  const { people, form, worklist } = bedside;
  handle(ipcMain, 'signIn', (request) => bedside.afterwards(people.signIn(request)));
  handle(ipcMain, 'signOut', () => bedside.afterwards(people.signOut()));
  handle(ipcMain, 'takeChair', (request) => bedside.afterwards(bedside.takeChair(request)));
  handle(ipcMain, 'firstAccount', (request) => bedside.afterwards(people.firstAccount(request)));
  handle(ipcMain, 'addPerson', (request) => bedside.afterwards(people.addPerson(request)));
  handle(ipcMain, 'changePerson', (request) => bedside.afterwards(people.changePerson(request)));
  handle(ipcMain, 'setPin', (request) => bedside.afterwards(people.setPin(request)));
  handle(ipcMain, 'touch', () => {
    people.touch();
    return null;
  });
  handle(ipcMain, 'form', (request) => form.exchange(request));
  handle(ipcMain, 'site', () => bedside.site());
  handle(ipcMain, 'changeSite', (request) => bedside.changeSite(request));
  handle(ipcMain, 'signSite', (request) => bedside.signSite(request));
  handle(ipcMain, 'dipCheck', (request) => bedside.dipCheck(request));
  handle(ipcMain, 'recall', (request) => bedside.recall(request));
  handle(ipcMain, 'worklist', () => worklist.list());
  handle(ipcMain, 'wristband', (request) => worklist.wristband(request));
  handle(ipcMain, 'answerCheck', (request) => bedside.answerCheck(request));
}

/** How far documents are on their way to the hospital. */
function answerDelivery(ipcMain: Pick<IpcMain, 'handle'>, { delivery }: Program): void {
  handle(ipcMain, 'deliveries', () => delivery.list());
  handle(ipcMain, 'deliverAgain', (request) => delivery.again(request));
  handle(ipcMain, 'deliverToStick', (request) => delivery.toStick(request));
}

/** Starting again is for an engine that has let the machine go for good; nobody can end a run with it. */
function restart({ heard, restart: again }: Answering): { ok: boolean } {
  if (heard.pulse?.engine !== 'faulted') return { ok: false };
  again();
  return { ok: true };
}
