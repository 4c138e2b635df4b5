import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { clinician, hireClinician } from '../../../../build/chaos/real/console/staff.ts';
import { demonstrationBy } from '../../../../build/chaos/real/soak/hours.ts';
import { requests } from '../../../../electron/contract/channels.ts';
import { aProgram, meanwhile } from '../../../support/a-program.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';

it('whoever is hired for a soak signs in, begins the run it asks for, and acts in it', async () => {
  const data = mkdtempSync(join(tmpdir(), 'isotherm-hired-'));
  await hireClinician(data);
  const clock = new VirtualClock();
  const program = aProgram(clock, data, ['--rig', 'simulator']);
  onTestFinished(async () => {
    await meanwhile(clock, program.close());
    rmSync(data, { recursive: true, force: true, maxRetries: 10 });
  });
  program.start();
  await meanwhile(clock, program.bedside.open());
  await clock.advance(2_000);
  const { bedside } = program;
  const request = requests.start.parse(demonstrationBy(bedside.setup.presets[0]?.name ?? ''));
  expect(await meanwhile(clock, bedside.startRun(request))).toMatchObject({ why: 'needs-sign-in' });

  const signedIn = await meanwhile(
    clock,
    bedside.people.signIn({ personId: clinician.id, pin: clinician.pin }),
  );
  expect(signedIn).toEqual({ ok: true });
  expect(await meanwhile(clock, bedside.startRun(request))).toEqual({ ok: true });
  const note = { type: 'record-note', text: 'A note' } as const;
  expect(bedside.act({ action: note, glass: null, second: null })).toEqual({ taken: true });
});
