import type { ConsoleDoor } from '../../electron/contract/channels.ts';
import type { AudioState } from '../../electron/contract/view.ts';
import type { Sound } from '../../electron/contract/words.ts';
import { useCore } from '../core-watch/core.ts';
import { standingAlarms } from '../machine/standing-alarms.ts';
import { bursts, usualVolume } from './bursts.ts';
import { follow, nothingPlayed, type Played } from './follow.ts';
import { Output, watchDevices } from './output.ts';
import { testAudio } from './self-test.ts';
import { askForTrial, leadSeconds, Trial, useSound } from './trial.ts';
import { soundBurst } from './voice.ts';

const silence: Sound = { state: 'none', priority: null, sinceMs: null, secondsLeft: 0, reminders: 0 };
/**
 * Main is silent or its engine has failed: a high alarm that nobody can pause or acknowledge, because whoever could
 * take that press is what has failed. It is told from every alarm of a run by its beginning.
 */
const coreAlarm = ({ reminders }: Sound): Sound => ({
  state: 'sounding',
  priority: 'high',
  sinceMs: -1,
  secondsLeft: 0,
  reminders,
});
/** How often it is looked whether a burst is due, ms. */
const lookEveryMs = 100;
/** How often the output is tried again while it does not work, ms. */
const retryEveryMs = 5_000;

/**
 * Sounds what main says should be heard, and tells main whether it can. Begins a run's self-test with a trial of the
 * three bursts, for people to hear. Returns the function that ends it.
 * Main counts a console that cannot sound as an alarm; the rig's own buzzer sounds in any case.
 */
export function startSound(door: ConsoleDoor): () => void {
  let sound = silence;
  let played: Played = nothingPlayed;
  let stop = (): void => {};
  let told: AudioState | null = null;
  let triedRun: string | null = null;
  const output = new Output(() => void test());
  const trial = new Trial(() => output.context);

  /** What was begun on the output before is begun again on this one; a reminder told is not told twice. */
  const renew = (): void => {
    trial.end();
    output.renew();
    stop = () => {};
    played = { ...nothingPlayed, reminders: played.reminders };
  };
  const test = oneAtATime(async () => {
    let state = await testAudio(output.context);
    if (state === 'suspended') {
      renew();
      state = await testAudio(output.context);
    }
    useSound.setState({ audio: state });
    if (state !== told) void door.invoke('audio', { state });
    told = state;
  });
  const look = (): void => {
    const { context } = output;
    if (context === null || context.state !== 'running') return;
    const heard = useCore.getState().soundsHigh ? coreAlarm(sound) : sound;
    const order = follow(played, heard, context.currentTime);
    played = order.played;
    trial.look();
    if (order.stop) stop();
    if (order.play === null) return;
    trial.end();
    stop = soundBurst(context, bursts[order.play], context.currentTime + leadSeconds, usualVolume);
  };
  const retry = (): void => {
    if (told !== 'working') void test();
  };

  const unsubscribe = door.subscribe('view', (view) => {
    const { run } = view;
    sound = standingAlarms(view)?.system.sound ?? silence;
    look();
    if (run?.phase !== 'self-test' || run.runId === triedRun) return;
    triedRun = run.runId;
    askForTrial();
  });
  const endTrials = useSound.subscribe(async (now, before) => {
    if (now.asked === before.asked) return;
    await test();
    const running = output.context?.state === 'running';
    if (running && sound.state === 'none' && !useCore.getState().soundsHigh) trial.begin();
  });
  const looking = setInterval(look, lookEveryMs);
  const retrying = setInterval(retry, retryEveryMs);
  const unwatch = watchDevices(() => {
    renew();
    void test();
  });
  document.addEventListener('pointerdown', retry);
  void test();
  return () => {
    unsubscribe();
    endTrials();
    trial.end();
    clearInterval(looking);
    clearInterval(retrying);
    unwatch();
    document.removeEventListener('pointerdown', retry);
    output.close();
  };
}

/** Runs `task` again once it is done where it was asked for meanwhile. Resolves when nothing is left to do. */
function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await task();
    } while (again);
  };
  return () => {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
