import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { consoleActor, unattendedActor, unknownActor } from '../../../electron/domain/actor.ts';
import { actorNamed } from '../../../electron/program/actors.ts';
import { lastRecordOf, openRunsIn } from '../../../electron/record/open-runs.ts';
import { readRescue, readRun } from '../../../electron/record/read-run.ts';
import { TreatmentRun } from '../../../electron/session/treatment-run.ts';
import { installation, perfusionist } from '../../support/installation.ts';
import { shortPreset, Treatment, warm } from '../../support/treatment.ts';
import { header, note, sampleAt } from '../record/example-run.ts';
import { openJournal, ownFolder } from '../record/journals.ts';

const open: Treatment[] = [];
afterEach(async () => {
  for (const treatment of open.splice(0)) await treatment.close();
});
async function started(): Promise<Treatment> {
  const treatment = await Treatment.start({ scenario: warm, preset: shortPreset() });
  open.push(treatment);
  return treatment;
}

describe('the record of a run', () => {
  it('says from its first entry who started it, in which zone, and on which console', async () => {
    const treatment = await started();
    // The journal's thread writes in real time.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const read = readRun(treatment.journalPath);
    if (!read.ok) throw new Error(read.problem);
    expect(read.record.header).toMatchObject({
      startedBy: perfusionist,
      timeZone: installation.timeZone(),
      console: installation.console,
      fluidInCavityMl: 0,
    });
    read.record.close();
  });
});

describe('who acts', () => {
  it('is a name that was typed, of no role; a sign for nobody is nobody', () => {
    expect(actorNamed('M. Perfusionist')).toEqual({
      id: null,
      name: 'M. Perfusionist',
      role: null,
      how: 'typed',
    });
    for (const nobody of ['---', 'at the console', '控制台旁人员', ' '])
      expect(actorNamed(nobody)).toEqual(unknownActor);
  });

  it('is never a person where it was the console or the unattended operator', () => {
    expect([consoleActor, unattendedActor]).toEqual([
      { id: 'console', name: '', role: null, how: 'program' },
      { id: 'unattended', name: '', role: null, how: 'program' },
    ]);
  });
});

describe('fluid of which nobody knows how much', () => {
  it('is not taken for none when the run begins', async () => {
    const journal = await openJournal(`${ownFolder()}/journal.sqlite`);
    const unknown = new TreatmentRun({ ...header, fluidInCavityMl: null }, journal, 0);
    expect(unknown.state.volumes.uncertaintyMl).toBeNull();
    const none = new TreatmentRun({ ...header, fluidInCavityMl: 0 }, journal, 0);
    expect(none.state.volumes.uncertaintyMl).toBe(0);
    await journal.close();
  });
});

describe('a rescue in which the wall clock is set', () => {
  it('has it on record once, and its time goes on', async () => {
    const lost = await started();
    await lost.untilPhase('heat-up', 1200);
    await lost.kill();
    const rescuer = await Treatment.onRig(lost);
    await rescuer.seconds(3);
    rescuer.engine.rescue(perfusionist, 'drain', 0);
    await rescuer.seconds(5);
    rescuer.clock.setWall(-3_600_000);
    await rescuer.seconds(7);
    rescuer.engine.rescue(perfusionist, 'end-drain', 0);
    for (let tries = 0; rescuer.rescueJournals.length === 0 && tries < 100; tries += 1) {
      await rescuer.seconds(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const read = readRescue(rescuer.rescueJournals[0] ?? '');
    if (!read.ok) throw new Error(read.problem);
    const { header: rescue, events } = read.record;
    expect(rescue).toMatchObject({ startedBy: perfusionist, console: installation.console });
    expect(events.filter(({ event }) => event.type === 'clock-stepped')).toMatchObject([
      { event: { clock: 'wall', bySeconds: expect.closeTo(-3600, 0) } },
    ]);
    expect(events.at(-1)?.sessionMs).toBeGreaterThan(11_000);
    read.record.close();
  });
});

describe('when something was last written', () => {
  it('is what the clock showed then, also where it was set back in the run: no gap is told too short', async () => {
    const path = `${ownFolder()}/journal.sqlite`;
    const journal = await openJournal(path);
    journal.sample(sampleAt(1));
    const backMs = header.startedWallMs - 3_600_000 + 200;
    journal.event(note('an hour back'), 200, backMs);
    journal.sample({ ...sampleAt(3), wallMs: backMs + 100 });
    await journal.close();
    expect(openRunsIn(dirname(path)).runs[0]?.lastWrittenWallMs).toBe(backMs + 100);
    expect(lastRecordOf(header.rig.serialNumber, [dirname(path)]).last?.lastWrittenWallMs).toBe(backMs + 100);
  });
});
