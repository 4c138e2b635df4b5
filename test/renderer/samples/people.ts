import { wallMs } from '../support/sample-run.ts';
import type { Sample } from './base.ts';
import { recordSamples } from './records.ts';
import { setupSamples, wardCase } from './setup.ts';

const named = (all: readonly Sample[], name: string): Sample => {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample view "${name}"`);
  return found;
};

const checked = named(recordSamples, 'record-drug-check');
const checks = named(setupSamples, 'setup-ward-checks');
const { access } = checked.view;
const withAccess = (of: Sample, name: string, changed: Partial<typeof access>): Sample => ({
  ...of,
  name,
  view: { ...of.view, access: { ...access, ...changed } },
});
const orStaff = access.people.find(({ role }) => role === 'or-staff') ?? null;
const released = { name: 'A. Perfusionist', atWallMs: wallMs - 240_000 };
const ready: Sample = {
  ...checks,
  view: {
    ...checks.view,
    setup: { ...checks.view.setup, draftCase: { ...wardCase, bodyTemperatureBeforeCelsius: 36.9 } },
  },
  press: ['[name="fluidBefore"] [data-value="no"]', ...(checks.press ?? [])],
};

/** Who stands for what: a release, a second person, a hand-over. */
export const peopleSamples: Sample[] = [
  withAccess(ready, 'people-release', {}),
  withAccess(ready, 'people-released', { signedIn: orStaff, released }),
  withAccess(ready, 'people-not-released', { signedIn: orStaff }),
  {
    ...checked,
    name: 'people-second',
    answers: { act: { taken: false, why: 'needs-second-person' } },
    press: [
      ...(checked.press ?? []),
      '.dialogue [data-person="A. Perfusionist"]',
      '.dialogue [data-person="Dr. B. Clinician"]',
      '.dialogue [data-action="confirm"]',
    ],
  },
  {
    ...checked,
    name: 'people-second-pin',
    answers: { act: { taken: false, why: 'second-not-confirmed' } },
    press: [
      ...(checked.press ?? []),
      '.dialogue [data-person="A. Perfusionist"]',
      '.dialogue [data-person="Dr. B. Clinician"]',
      '.dialogue [data-action="confirm"]',
      '.access-panel [data-person="OR nurse"]',
    ],
  },
  {
    ...withAccess(checked, 'people-take-over', { signedIn: orStaff }),
    press: ['[data-action="person"]', '[data-action="take-chair"]'],
  },
];
