import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../../electron/program/prepare.ts';
import { Unattended } from '../../../electron/program/unattended.ts';
import type { Recovered } from '../../../electron/session/recovery.ts';
import type { Snapshot } from '../../../electron/session/snapshot.ts';
import { rigIsSilent } from '../../../electron/session/start-refusal.ts';

const notHeard: Recovered = { ok: false, problem: 'The run cannot be taken up: machine-not-heard.' };

/** An unattended start that is to take up a run, and what it did. */
function takingUp(answers: readonly Recovered[]) {
  const given = [...answers];
  const did: string[] = [];
  let nowMs = 0;
  const unattended = new Unattended({
    act: () => ({ taken: true }),
    startRun: async () => null,
    recover: async (choice) => {
      did.push(choice);
      return given.shift() ?? { ok: true };
    },
    remembers: () => true,
    answerFluid: () => {},
    prepared: { options: { recover: 'take-up' }, store: { shelf: { presets: [] } } } as unknown as Prepared,
    clock: { monotonicMs: () => nowMs } as never,
    ready: () => true,
    linkFault: () => null,
    say: () => {},
    giveUp: (code, why) => void did.push(`${code} ${why}`),
  });
  return {
    did,
    /** Views as they come, ten a second, until `toMs`. */
    async see(heard: boolean, refusals: readonly string[], toMs: number) {
      for (; nowMs < toMs; nowMs += 100) {
        unattended.publish({
          stage: 'setup',
          fluid: null,
          run: null,
          machine: { isKnown: heard },
          recovery: () => ({ takeUpRefusals: refusals }),
          link: { state: 'up', identity: { serialNumber: 'SIM-0001', features: { simulated: true } } },
        } as unknown as Snapshot);
        await Promise.resolve();
        await Promise.resolve();
      }
    },
  };
}

/** An unattended start of a new run, whose start is answered so. */
async function starting(answers: readonly (string | null)[], toMs: number): Promise<string[]> {
  const given = [...answers];
  const did: string[] = [];
  let nowMs = 0;
  const unattended = new Unattended({
    act: () => ({ taken: true }),
    startRun: async () => {
      did.push('start');
      return given.length === 0 ? null : (given.shift() ?? null);
    },
    recover: async () => ({ ok: true }),
    remembers: () => true,
    answerFluid: () => {},
    prepared: {
      options: { recover: null },
      draftCase: {},
      preset: {},
      store: { shelf: { presets: [] } },
    } as unknown as Prepared,
    clock: { monotonicMs: () => nowMs } as never,
    ready: () => true,
    linkFault: () => null,
    say: () => {},
    giveUp: (code, why) => void did.push(`${code} ${why}`),
  });
  for (; nowMs < toMs; nowMs += 100) {
    unattended.publish({
      stage: 'setup',
      fluid: null,
      run: null,
      machine: { isKnown: true },
      recovery: () => null,
      link: { state: 'up', identity: { serialNumber: 'SIM-0001', features: { simulated: true } } },
    } as unknown as Snapshot);
    await Promise.resolve();
    await Promise.resolve();
  }
  return did;
}

describe('an unattended start', () => {
  it('asks again where the rig is late just then', async () => {
    expect(await starting([rigIsSilent, rigIsSilent], 2_000)).toEqual(['start', 'start', 'start']);
  });

  it('gives up with the reason after 15 s of it, and at once where waiting changes nothing', async () => {
    const did = await starting(
      Array.from({ length: 400 }, () => rigIsSilent),
      30_000,
    );
    expect(did.at(-1)).toBe(`3 ${rigIsSilent}`);
    expect(did.length).toBeLessThan(160);
    expect(await starting(['no such preset'], 2_000)).toEqual(['start', '3 no such preset']);
  });
});

describe('an unattended start that is to take up a lost run', () => {
  it('waits until the machine is heard, not only found', async () => {
    const { did, see } = takingUp([]);
    await see(false, ['machine-not-heard'], 3_000);
    expect(did).toEqual([]);
    await see(true, [], 3_200);
    expect(did).toEqual(['take-up']);
  });

  it('asks again where the machine fell silent just then', async () => {
    const { did, see } = takingUp([notHeard, notHeard]);
    await see(true, [], 1_000);
    expect(did).toEqual(['take-up', 'take-up', 'take-up']);
  });

  it('gives up with the reason after 15 s of it', async () => {
    const { did, see } = takingUp(Array.from({ length: 400 }, () => notHeard));
    await see(true, [], 30_000);
    expect(did.at(-1)).toBe('3 The run cannot be taken up: machine-not-heard.');
    expect(did.length).toBeLessThan(160);
  });

  it('gives up at once where waiting changes nothing', async () => {
    const { did, see } = takingUp([{ ok: false, problem: 'The run cannot be taken up: gap-too-long.' }]);
    await see(true, ['gap-too-long'], 2_000);
    expect(did).toEqual(['take-up', '3 The run cannot be taken up: gap-too-long.']);
  });

  it('ends a run that had come to its end when its console was lost', async () => {
    const { did, see } = takingUp([]);
    await see(true, ['run-over'], 1_000);
    expect(did).toEqual(['end']);
  });

  it('says that no rig is heard where one is found and never heard', async () => {
    const { did, see } = takingUp([]);
    await see(false, ['machine-not-heard'], 20_000);
    expect(did).toEqual([expect.stringMatching(/^3 .*(answers|heard)/)]);
  });
});
