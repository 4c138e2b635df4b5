import { describe, expect, it } from 'vitest';
import type { MachineView } from '../../../electron/contract/view.ts';
import { type Draft, newDraft } from '../../../renderer/setup/draft.ts';
import { type Judged, problems } from '../../../renderer/setup/problems.ts';
import { en } from '../../../renderer/text/en.ts';
import { zh } from '../../../renderer/text/zh.ts';
import { sample } from '../sample-views.ts';
import { atRest as standing } from '../samples/base.ts';
import { wallMs } from '../support/sample-run.ts';

const view: Judged = { ...sample('setup-filled').view, audio: 'working' };
const filled: Draft = { ...newDraft(view.setup), fluidBefore: 'no' };

describe('a machine that is not free', () => {
  it('is not in the way of a start while it stands', () => {
    expect(problems(filled, view, en)).toEqual([]);
  });

  it.each([
    [
      { doing: 'circulating' },
      'has not stood down: press “Heater and pump off” and look for fluid in the patient',
    ],
    [
      { doing: 'standing' },
      'has not stood down: press “Heater and pump off” and look for fluid in the patient',
    ],
    [{ anotherConsole: true }, 'another console commands it: close that one first'],
    [{ authority: 'faulted' }, 'this console has failed: start it again'],
    [{ doing: 'unknown' }, 'has not said yet what it does'],
    [
      { rescue: { asked: 'drain', seconds: 8, written: true, drainedMl: 120, drySeconds: 0 } },
      'drains: press “The drain is over” first',
    ],
  ] satisfies [Partial<MachineView>, string][])(
    'does not start on a machine that is not free: %o',
    (of, why) => {
      const busy = { ...view, machine: { ...standing, ...of } };
      expect(problems(filled, busy, en)).toEqual([
        { section: 'rig', field: 'machine', name: 'Machine', text: why },
      ]);
      expect(problems(filled, busy, zh)).toMatchObject([{ text: expect.stringMatching(/[\u4e00-\u9fff]/) }]);
    },
  );

  it('tells a machine that has latched an interlock and stands no otherwise than one that stands', () => {
    expect(problems(filled, { ...view, machine: { ...standing, interlockBits: 1 } }, en)).toEqual([]);
  });

  it('does not start before a person has said what became of the fluid of the last run', () => {
    const patientName = { familyName: 'DEMO', givenName: 'PATIENT' };
    const fluid = { runId: '1', patientName, endedWallMs: wallMs, volumeMl: 1200, fillMl: 3000 };
    expect(problems(filled, { ...view, fluid }, en)).toEqual([
      {
        section: 'rig',
        field: 'fluidLeft',
        name: 'Fluid of the last run',
        text: 'drain it, or say by name what has become of it',
      },
    ]);
  });
});
