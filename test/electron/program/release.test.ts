import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Program } from '../../../electron/program/program.ts';
import { aProgram, meanwhile } from '../../support/a-program.ts';
import { hire, type Staff, staff } from '../../support/staff.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock = new VirtualClock();
const dataFolder = mkdtempSync(join(tmpdir(), 'isotherm-release-'));
const planned = {
  case: demoCase(),
  presetName: '42.5 °C × 60 min',
  edited: null,
  fluidInCavityMl: 0,
};
let program: Program;

async function begun(): Promise<Program> {
  const one = aProgram(clock, dataFolder, ['--rig', 'simulator']);
  one.start();
  await meanwhile(clock, one.bedside.open());
  await clock.advance(2_000);
  return one;
}

async function comes({ id: personId, pin }: Staff): Promise<void> {
  const asked = program.bedside.people.signIn({ personId, pin });
  expect(await meanwhile(clock, asked)).toEqual({ ok: true });
}

/** A perfusionist finds the run right, and leaves it to OR staff. */
async function released(): Promise<void> {
  await comes(staff.perfusionist);
  expect(program.bedside.release(planned)).toEqual({ ok: true });
  await comes(staff.orStaff);
}

/** No faster than real time: a disk that is busy has its ten seconds. */
async function starts(run: typeof planned = planned) {
  let isDone = false;
  const started = program.bedside.startRun(run).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await clock.advance(10);
    await sleep(10);
  }
  return started;
}
const notTheirs = { ok: false, why: 'not-released' };

beforeAll(async () => {
  await hire(dataFolder);
  program = await begun();
});
afterAll(async () => {
  await meanwhile(clock, program.close());
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 });
});

it('OR staff starts no run that nobody has released', async () => {
  await comes(staff.orStaff);
  expect(await starts()).toMatchObject(notTheirs);
});

it.each<[string, () => unknown]>([
  ['another word in the form', () => program.bedside.form.exchange({ draft: '{"bed":"12"}' })],
  [
    'another answer of the checklist',
    () => program.bedside.answerCheck({ id: 'consent-seen', answer: 'not-done', reason: 'Looked again' }),
  ],
  [
    'another comparison of the probes',
    () => program.bedside.dipCheck({ meansCelsius: [37, 37.1, null, null], spreadKelvin: 0.1 }),
  ],
])('a release is void after %s', async (_what, change) => {
  await released();
  change();
  expect(await starts()).toMatchObject(notTheirs);
});

it('a release is void after another rule of the site', async () => {
  await comes(staff.perfusionist);
  program.bedside.release(planned);
  await comes(staff.service);
  const change = { key: 'leastWeightKg', value: 12, reason: 'Agreed' };
  expect(await meanwhile(clock, program.bedside.changeSite(change))).toEqual({ ok: true });
  await comes(staff.orStaff);
  expect(await starts()).toMatchObject(notTheirs);
});

it('a release is of the run as it stood, not of another', async () => {
  await released();
  expect(await starts({ ...planned, presetName: '43.0 °C × 60 min' })).toMatchObject(notTheirs);
  const { patient } = planned.case;
  const heavier = { ...planned.case, patient: { ...patient, weightKg: 71 } };
  expect(await starts({ ...planned, case: heavier })).toMatchObject(notTheirs);
});

it('a release does not outlive the console', async () => {
  await released();
  await meanwhile(clock, program.close());
  program = await begun();
  await comes(staff.orStaff);
  expect(await starts()).toMatchObject(notTheirs);
});

it('what is released OR staff starts; it stands in the record, and the run is of whoever released it', async () => {
  await released();
  expect(await starts()).toEqual({ ok: true });
  const { run } = program.engine.snapshot();
  expect(run?.header.startedBy).toMatchObject({ id: staff.orStaff.id, how: 'signed-in' });
  expect(run?.header.released?.by).toMatchObject({ id: staff.perfusionist.id, how: 'signed-in' });
  expect(program.bedside.people.view(null).chair).toMatchObject({ id: staff.perfusionist.id });
});
