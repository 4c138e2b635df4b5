import type { RunView } from '../../../../electron/contract/view.ts';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import type { Alarm } from '../../../../electron/domain/alarm.ts';
import { alarm as alarmWords } from '../../../../electron/domain/text/en-alarms.ts';
import type { People } from '../person/people.ts';
import { asks, asksToAct, glass, nobody, type Sent } from '../world/door.ts';
import type { Screen } from '../world/screen.ts';
import type { World } from '../world/world.ts';
import type { Bench } from './judge.ts';

/** What no drain takes out of a cavity is in the film and the line, mL (chosen). */
const emptyMl = 150;
/** A person looks and presses this often, s. */
const looksEverySeconds = 2;
const mostSeconds = 300;
/** With less nobody is asked to drain by hand, mL. */
const toldFromMl = 600;
const startsWithinSeconds = 3;

/** Somebody wants the cavity drained, with a machine and a line that allow it, and does what the screen offers. */
export async function judgeDrained({ world, ledger }: Bench, people: People): Promise<void> {
  const empty = (): boolean => world.rig.rig.plant.volumes.cavityMl <= emptyMl;
  const { nowMs } = world;
  if (empty()) return;
  for (let seconds = 0; seconds < mostSeconds && !empty(); seconds += looksEverySeconds) {
    await restartFaulted(world);
    const life = world.console;
    const sent = life === null ? null : towardsDrained(life.screen);
    if (sent !== null) people.send(life, sent);
    await world.seconds(looksEverySeconds);
  }
  const { cavityMl } = world.rig.rig.plant.volumes;
  ledger.check(
    'drained',
    empty(),
    world.nowMs,
    () => `${Math.round(cavityMl)} mL are in the cavity ${Math.round((world.nowMs - nowMs) / 1000)} s later`,
  );
}

/** A console that has given up offers nothing but to be started again. */
async function restartFaulted(world: World): Promise<void> {
  if (world.console?.screen.pulse?.engine !== 'faulted') return;
  world.told('press', 'restart');
  world.kill(null);
  await world.seconds(startsWithinSeconds);
  world.startAnew();
  await world.seconds(startsWithinSeconds);
}

/** Of a machine that cannot drain a person is told so within this, s. */
const toldWithinSeconds = 120;

/** The machine cannot drain: somebody who wants it drained is told to do it by hand, and can enter what came. */
export async function judgeByHand({ world, ledger }: Bench, people: People): Promise<void> {
  const { nowMs } = world;
  const view = world.console?.screen.view?.run ?? null;
  const { cavityMl } = world.rig.rig.plant.volumes;
  if (view === null || view.phase === 'complete' || cavityMl < toldFromMl) return;
  world.rig.rig.inject({ fault: 'pump-stalled' }, null);
  world.told('rig', 'the pump stalls for good');
  let told = false;
  await restartFaulted(world);
  for (let seconds = 0; seconds < toldWithinSeconds && !told; seconds += looksEverySeconds) {
    const life = world.console;
    const sent = life === null ? null : towardsDrained(life.screen);
    if (sent !== null) people.send(life, sent);
    await world.seconds(looksEverySeconds);
    told = alarmsOn(world).some(tellsByHand);
  }
  let entered = false;
  const life = world.console;
  if (life !== null) {
    const reading = asksToAct({ type: 'record-reading', kind: 'drained-volume', value: cavityMl });
    entered = life.door.hear(reading).taken;
  }
  ledger.check('drained', told && entered, world.nowMs, () => {
    const alarms = alarmsOn(world)
      .map(({ id }) => id)
      .join(', ');
    const seconds = Math.round((world.nowMs - nowMs) / 1000);
    return `${told ? 'told' : 'not told'} how to drain by hand, volume ${entered ? '' : 'not '}entered, ${seconds} s after the pump stalled (${alarms})`;
  });
}

/** Of a run, or outside one. */
function alarmsOn({ console }: World): readonly Alarm[] {
  const { run, machine } = console?.screen.view ?? {};
  return [...(run?.alarms ?? []), ...(machine?.alarms ?? [])];
}

const tellsByHand = (alarm: Alarm): boolean =>
  alarmWords[alarm.code].steps.some((step) => /drain by (gravity|hand)/.test(step));

/** Draining never waits for an account. */
const act = (action: OperatorAction): Sent => asksToAct(action, nobody);

/** What that screen offers somebody who wants nothing else. */
function towardsDrained({ view, covered }: Screen): Sent | null {
  if (view === null || covered) return null;
  const { run, recovery, machine } = view;
  if (run !== null && run.phase !== 'complete') return inRun(run);
  if (recovery !== null)
    return machine.inForce === null
      ? null
      : asks('recover', { choice: recovery.mayDrain ? 'drain' : 'end', glass }, nobody);
  if (machine.offers['clear-interlocks'])
    return asks('rescue', { request: 'clear-interlocks', bits: machine.interlockBits, glass }, nobody);
  return machine.offers.drain ? asks('rescue', { request: 'drain', bits: 0, glass }, nobody) : null;
}

function inRun({ primary, interventions, phase }: RunView): Sent | null {
  const offers = (kind: string): boolean => primary?.action === kind && primary.blocked === null;
  const draining = phase === 'drain' || phase === 'rinse-drain';
  if (offers('take-command')) return act({ type: 'take-command' });
  // Whoever wants it drained drains first, and clears what then stands in the way.
  if (!draining && interventions['drain-now']) return act({ type: 'drain-now' });
  if (offers('clear-interlocks')) return act({ type: 'clear-interlocks', bits: primary?.bits ?? 0 });
  if (draining && offers('resume-flow')) return act({ type: 'resume-flow' });
  return null;
}
