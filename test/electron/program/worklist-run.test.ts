import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ConsoleView, Waiting } from '../../../electron/contract/view.ts';
import type { TreatmentCase } from '../../../electron/domain/case.ts';
import { fromWaiting } from '../../../renderer/setup/case-start.ts';
import { aProgram, meanwhile } from '../../support/a-program.ts';
import { theatre } from '../../support/site.ts';
import { hire, staff } from '../../support/staff.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder } from '../record/journals.ts';
import { lines, msh } from '../worklist/messages.ts';

/** Two days before the clock's wall, so that no time zone makes it later than the run. */
const at = (time: string): string => `20260113${time}`;
const pid = 'PID|1||0012345^^^HOSP^MR||王^小明^^^^^L^I~Wang^Xiaoming^^^^^L^A||19600203|M';
const admitted = lines(
  msh('ADT^A01', 'UNICODE UTF-8', at('080000')),
  pid,
  `PV1|1|I|W7^301^2^HOSP${'|'.repeat(16)}V-77`,
  'AL1|1|DA|P1^Penicillin',
);
const ordered = lines(
  msh('ORM^O01', 'UNICODE UTF-8', at('090000')),
  pid,
  'ORC|NW|O-1',
  'OBR|1|O-1||HIPEC^Peritoneal perfusion',
);
const embolisation = lines(
  msh('ORM^O01', 'UNICODE UTF-8', at('100000')),
  'PID|1||77^^^HOSP^MR||Other^Person||19500101|F',
  'ORC|NW|O-2',
  'OBR|1|O-2||TACE^Transarterial chemoembolisation',
);

it('who is sent by the hospital stands in the list until a run has begun for him', async () => {
  const [dataFolder, folder] = [ownFolder(), ownFolder()];
  await hire(dataFolder);
  writeFileSync(join(dataFolder, 'site.json'), JSON.stringify({ ...theatre, worklistFolder: folder }));
  const clock = new VirtualClock();
  const views: ConsoleView[] = [];
  const program = aProgram(clock, dataFolder, ['--rig', 'simulator'], {
    showView: (view) => void views.push(view),
  });
  program.start();
  const { bedside } = program;
  const until = async (what: string, holds: () => boolean) => {
    for (let tries = 0; tries < 3000 && !holds(); tries += 1) {
      await clock.advance(200);
      await sleep(40);
    }
    if (!holds()) throw new Error(`"${what}" did not come`);
  };
  const settled = <T>(promise: Promise<T>): Promise<T> => meanwhile(clock, promise);
  const waiting = (): readonly Waiting[] => {
    const answer = bedside.worklist.list();
    return answer.ok ? answer.worklist.waiting : [];
  };

  expect(bedside.worklist.list()).toMatchObject({ ok: false, why: 'needs-sign-in' });
  expect(await bedside.recall({ query: '0012345' })).toMatchObject({ ok: false, why: 'needs-sign-in' });
  const { id: personId, pin } = staff.perfusionist;
  await until('people', () => bedside.people.view(null).people.length > 0);
  expect(await settled(bedside.people.signIn({ personId, pin }))).toEqual({ ok: true });

  const revision = views.at(-1)?.worklistRevision;
  for (const [name, text] of Object.entries({ admitted, ordered, embolisation })) {
    writeFileSync(join(folder, `.${name}`), text);
    renameSync(join(folder, `.${name}`), join(folder, `${name}.hl7`));
  }
  await until('both of them', () => waiting().length === 2);
  await until('the view', () => views.at(-1)?.worklistRevision !== revision);
  const [other, him] = waiting();
  expect(other).toMatchObject({ familyName: 'Other', refusal: 'not-this-machine' });
  expect(him).toMatchObject({
    familyName: '王',
    givenName: '小明',
    alphabeticName: { familyName: 'Wang', givenName: 'Xiaoming' },
    identifiers: [{ value: '0012345', issuer: 'HOSP' }],
    birthDate: '1960-02-03',
    sex: 'male',
    bed: '301-2',
    referringWard: 'W7',
    visitNumber: 'V-77',
    orderNumber: 'O-1',
    procedure: 'Peritoneal perfusion',
    allergies: 'Penicillin',
    isConflict: false,
    refusal: null,
  });
  if (him?.from !== 'messages') throw new Error('nobody waits');

  const { patient, course } = fromWaiting(him);
  const one: TreatmentCase = {
    ...demoCase(),
    ...course,
    patient: {
      ...patient,
      sex: patient.sex ?? 'unknown',
      heightCm: 170,
      weightKg: 65,
      allergies: { ...patient.allergies, answer: 'some' },
    },
  };
  const presetName = bedside.setup.presets.find((preset) => preset.fillVolumeMl !== null)?.name ?? '';
  await until('the machine', () => views.at(-1)?.machine.doing === 'stood-down');
  const begun = await settled(bedside.startRun({ case: one, presetName, edited: null, fluidInCavityMl: 0 }));
  expect(begun).toEqual({ ok: true });
  expect(waiting().map((entry) => entry.from === 'messages' && entry.familyName)).toEqual(['Other']);
  await until('begun.json', () => {
    try {
      return (
        JSON.parse(readFileSync(join(dataFolder, 'begun.json'), 'utf8')).begun[0].patient.orderNumber ===
        'O-1'
      );
    } catch {
      return false;
    }
  });

  const recalled = await settled(bedside.recall({ query: '小明' }));
  expect(recalled).toMatchObject({ ok: true, problems: [] });
  expect(recalled.ok && recalled.found.map(({ case: earlier }) => earlier.procedure)).toEqual([
    'Peritoneal perfusion',
  ]);
  await settled(program.close());
});
