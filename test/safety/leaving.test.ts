import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ConsoleView } from '../../electron/contract/view.ts';
import type { OperatorAction } from '../../electron/domain/action.ts';
import { consoleActor } from '../../electron/domain/actor.ts';
import type { Program } from '../../electron/program/program.ts';
import { ownFolder, readJournal } from '../electron/record/journals.ts';
import { aProgram, meanwhile } from '../support/a-program.ts';
import { perfusionistNamed } from '../support/people.ts';
import { hire, staff } from '../support/staff.ts';
import { demoCase } from '../support/treatment.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** Presses what leads on, once it may be pressed. */
function goOn(program: Program, view: ConsoleView | null): void {
  const primary = view?.run?.primary;
  if (primary?.action !== 'advance') return;
  const act = (action: OperatorAction) => program.engine.act(perfusionistNamed('Perfusionist'), action);
  if (primary.blocked === 'needs-time-out') act({ type: 'time-out', names: ['Nurse One', 'Nurse Two'] });
  if (primary.blocked === null) act({ type: 'advance', from: primary.from });
}

/** The program with a run on the built-in rig, its machine test or its preheat heating. */
async function heating(folder: string, operator: 'manual' | 'auto') {
  if (operator === 'manual') await hire(folder);
  const clock = new VirtualClock();
  const seen: { view: ConsoleView | null } = { view: null };
  const program = aProgram(clock, folder, ['--out', folder, '--operator', operator], {
    showView: (view) => {
      seen.view = view;
    },
  });
  program.start();
  await clock.advance(2000);
  if (operator === 'manual') {
    const asked = { case: demoCase(), presetName: '42.5 °C × 60 min', edited: null, fluidInCavityMl: 0 };
    const { id: personId, pin } = staff.perfusionist;
    const signedIn = program.bedside.people.signIn({ personId, pin });
    expect(await meanwhile(clock, signedIn)).toEqual({ ok: true });
    expect(await meanwhile(clock, program.bedside.startRun(asked))).toEqual({ ok: true });
  }
  const heats = () => seen.view?.run?.heater.inForce === true;
  const isThere = () => heats() && (operator === 'manual' || seen.view?.run?.phase === 'preheat');
  for (let times = 0; !isThere(); times += 1) {
    expect(times, `heat is on within 10 min: ${seen.view?.run?.phase}`).toBeLessThan(6000);
    await clock.advance(100);
    if (operator === 'manual') goOn(program, seen.view);
    // A run is started once its journal is made, in time of the disk.
    if (seen.view?.stage === 'setup') await sleep(50);
  }
  // An operator that goes by itself has then had time to read, and would press what is offered next.
  if (operator === 'auto') await clock.advance(3000);
  expect(heats()).toBe(true);
  return { program, clock };
}

describe('ending the program with a run open', () => {
  it.each(['manual', 'auto'] as const)(
    'first turns heater and pump off, keeps who did it, and says stopped: operator %s',
    async (operator) => {
      const folder = ownFolder();
      const { program, clock } = await heating(folder, operator);
      await meanwhile(clock, program.close());
      expect(program.exitCode).toBe(5);
      const record = readJournal(join(folder, 'journal.sqlite'));
      const last = [...record.samples()].at(-1);
      expect(last?.inForce).toMatchObject({ heaterEnable: false, pumpEnable: false });
      expect(record.events.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({
          type: 'action',
          action: { type: 'stop-run' },
          by: consoleActor,
          refused: null,
        }),
      );
      record.close();
    },
  );
});
