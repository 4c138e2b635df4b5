/**
 * Writes the golden journals of version 8 anew: `node test/electron/record/golden/make-8.ts`. Only before that version
 * is released; what a released console wrote is never written again. A run that broke off and was taken up, the same
 * run as it lay when its console was lost, and a rescue, each by the whole console on the simulated rig.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { typedActor } from '../../../../electron/domain/actor.ts';
import { closeJournal } from '../../../../electron/record/close-journal.ts';
import { AutoOperator } from '../../../../electron/session/auto-operator.ts';
import { drugNamed } from '../../../support/drug.ts';
import { clinicianNamed, perfusionistNamed } from '../../../support/people.ts';
import { shortPreset, Treatment, warm } from '../../../support/treatment.ts';
import { rechain } from './rechain.ts';

const somebody = perfusionistNamed('M. Perfusionist');
const doctor = clinicianNamed('A. Clinician');

function keep(path: string, name: string): void {
  const to = join(import.meta.dirname, name);
  for (const part of ['', '-wal', '-shm']) rmSync(to + part, { force: true });
  copyFileSync(path, to);
  // A thread that shares this process keeps its locks when it is ended: its log is folded into the copy.
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${to}-wal`);
  const problem = closeJournal(to);
  if (problem !== null) throw new Error(problem);
}

/** An hour of samples is too much for a repository: some stretches of it are enough. */
function thin(name: string): void {
  const db = new DatabaseSync(join(import.meta.dirname, name));
  db.exec('DELETE FROM sample WHERE rowid % 200 <> 0 AND NOT (session_ms BETWEEN 300000 AND 303000); VACUUM');
  rechain(db);
  db.close();
}

/** What the journal's thread answers comes in real time. */
async function settled<T>(treatment: Treatment, promise: Promise<T>): Promise<T> {
  let result: { value: T } | null = null;
  void promise.then((value) => {
    result = { value };
  });
  while (result === null) {
    await treatment.seconds(0.1);
    await sleep(100);
  }
  return (result as { value: T }).value;
}

const lost = await Treatment.start({ scenario: warm, preset: shortPreset() });
await lost.seconds(10);
lost.act({ type: 'record-note', text: 'Before the console was lost' });
await lost.seconds(2);
await lost.kill();
keep(lost.journalPath, 'open-8.sqlite');
await lost.clock.advance(5000);

const run = await Treatment.onRig(lost, { takesUp: true });
run.operator = null;
await run.seconds(2);
await settled(run, run.engine.recover('take-up', somebody));
run.operator = new AutoOperator();
await run.untilPhase('treatment', 1500);
await run.seconds(30);
run.operator = null;
run.act({ type: 'record-note', text: 'Table tilted left' });
run.act({ type: 'record-fluid', kind: 'irrigation', volumeMl: 250 });
run.act({ type: 'record-fluid', kind: 'suction', volumeMl: 250 });
run.act({ type: 'ignore-probe', probe: 'T4', reason: 'Hands in the abdomen', clinician: 'A. Surgeon' });
await run.seconds(5);
run.fault({ fault: 'probe-open', probe: 3 }, 60);
await run.seconds(10);
run.act({ type: 'pause-audio' });
await run.seconds(10);
run.act({ type: 'acknowledge', alarmIds: run.run.alarms.map(({ id }) => id) });
run.act({ type: 'change-alarm-limit', limit: 'control-above-target', value: 0.6 });
run.act({ type: 'record-carrier', carrier: { name: 'As hung', volumeMl: 3000 } });
run.act({ type: 'record-vital', sign: 'lactate', value: 2.4 });
run.act({
  type: 'record-drug',
  drug: { ...drugNamed('As labelled, second part', 50), doseMg: 30, lot: 'P-7731', expiry: '2030-12-31' },
  addition: null,
  checkedBy: null,
});
// Nobody has signed in: a name and a reason stand in their place.
run.engine.act(
  typedActor('A. Passer-by'),
  { type: 'confirm-return' },
  { second: null, breakGlass: 'Nobody of the team is in the room' },
);
run.engine.act(doctor, { type: 'resume-flow' }, { second: somebody, breakGlass: null });
run.clock.setWall(40_000);
await run.seconds(160);
run.operator = new AutoOperator();
await run.untilPhase('complete', 3600);
const record = await run.record();
record.close();
keep(run.journalPath, 'journal-8.sqlite');
thin('journal-8.sqlite');

const broken = await Treatment.start({ scenario: warm, preset: shortPreset() });
await broken.untilPhase('heat-up', 1200);
await broken.kill();
const rescuer = await Treatment.onRig(broken);
await rescuer.seconds(3);
rescuer.engine.rescue(somebody, 'drain', 0);
await rescuer.seconds(12);
rescuer.engine.rescue(somebody, 'end-drain', 0);
while (rescuer.rescueJournals.length === 0) {
  await rescuer.seconds(1);
  await sleep(20);
}
keep(rescuer.rescueJournals[0] ?? '', 'rescue-8.sqlite');
process.exit(0);
