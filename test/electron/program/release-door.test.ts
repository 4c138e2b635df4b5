import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { basedOn } from '../../../electron/domain/preset-changes.ts';
import { isComplete } from '../../../electron/domain/preset-problems.ts';
import { aProgram, meanwhile } from '../../support/a-program.ts';
import { hire, type Staff, staff } from '../../support/staff.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder } from '../record/journals.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const dataFolder = ownFolder();
const clock = new VirtualClock();
const program = aProgram(clock, dataFolder, ['--headless', '--rig', 'simulator']);
const { bedside } = program;
const presetName = '42.5 °C × 60 min';
const planned = { case: demoCase(), presetName, edited: null, fluidInCavityMl: 0 };

const comeTo = async ({ id: personId, pin }: Staff) =>
  expect(await meanwhile(clock, bedside.people.signIn({ personId, pin }))).toEqual({ ok: true });
const releasedBy = () => bedside.people.view(bedside.form.released).released?.name ?? null;

beforeAll(async () => {
  await hire(dataFolder);
  program.start();
  for (let tries = 0; tries < 300 && bedside.people.view(null).people.length === 0; tries += 1)
    await meanwhile(clock, new Promise((done) => setTimeout(done, 20)));
});
afterAll(() => meanwhile(clock, program.close()));

describe('a release is void', () => {
  beforeEach(async () => {
    bedside.form.exchange({ draft: '{"familyName":"ONE"}' });
    await comeTo(staff.perfusionist);
    expect(bedside.release(planned)).toEqual({ ok: true });
    expect(releasedBy()).toBe('Perfusionist');
  });

  const asService = async (done: () => unknown) => {
    await comeTo(staff.service);
    expect(await meanwhile(clock, Promise.resolve(done()))).toMatchObject({ ok: true });
  };
  const kept = (minutes: number) => {
    const base = bedside.setup.presets.find(({ name }) => name === presetName);
    if (base === undefined || !isComplete(base)) throw new Error(`no ${presetName}`);
    return { ...basedOn(base, base, ''), minutes };
  };
  it.each<[string, () => unknown]>([
    ['after any change of the case', () => bedside.form.exchange({ draft: '{"familyName":"TWO"}' })],
    [
      'also by undoing it, back to the very same text',
      () => {
        bedside.form.exchange({ draft: '{"familyName":"TWO"}' });
        bedside.form.exchange({ draft: '{"familyName":"ONE"}' });
      },
    ],
    [
      'after an answer of the checklist, be it the same one again',
      () => bedside.answerCheck({ id: 'consent-seen', answer: 'done', reason: '' }),
    ],
    [
      'after the probes were compared',
      () => bedside.dipCheck({ meansCelsius: [37, 37, 37, 37], spreadKelvin: 0 }),
    ],
    [
      'after a change of the site',
      () =>
        asService(() =>
          bedside.changeSite({ key: 'hospital', value: 'Demonstration hospital', reason: 'Agreed' }),
        ),
    ],
    [
      'and after that change was taken back',
      async () => {
        for (const value of ['Another', 'Demonstration hospital'])
          await asService(() => bedside.changeSite({ key: 'hospital', value, reason: 'Agreed' }));
      },
    ],
    [
      'after somebody has signed for a value of the site',
      () => asService(() => bedside.signSite({ keys: ['coreHold'], reason: 'Agreed' })),
    ],
    [
      'after its preset has got a new version under the same name',
      () => asService(() => bedside.savePreset({ copyOf: presetName, preset: kept(45) as never })),
    ],
  ])('%s', async (_, change) => {
    await change();
    expect(releasedBy()).toBeNull();
    await comeTo(staff.orStaff);
    expect(await meanwhile(clock, bedside.startRun(planned))).toMatchObject({
      ok: false,
      why: 'not-released',
    });
    expect(program.engine.runIsOpen).toBe(false);
  });
});

it('what a page hands over of a form while a run is open, or under review, is not kept for the next patient', async () => {
  await comeTo(staff.perfusionist);
  await clock.advance(5000);
  expect(await meanwhile(clock, bedside.startRun(planned))).toEqual({ ok: true });
  const kept = () => bedside.form.exchange({ draft: null }).draft;
  expect(kept()).toBeNull();
  // A page that is slow, or was asked to keep it before it heard of the run.
  bedside.form.exchange({ draft: '{"familyName":"ONE"}' });
  expect(kept()).toBeNull();
  await meanwhile(
    clock,
    Promise.resolve(bedside.act({ action: { type: 'stop-run' }, glass: null, second: null })),
  );
  await meanwhile(
    clock,
    Promise.resolve(
      bedside.act({ action: { type: 'end-run', reason: 'Not today' }, glass: null, second: null }),
    ),
  );
  for (let tries = 0; tries < 100 && program.engine.runIsOpen; tries += 1) await clock.advance(500);
  bedside.form.exchange({ draft: '{"familyName":"ONE"}' });
  expect(kept()).toBeNull();
});
