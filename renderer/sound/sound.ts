import type { ConsoleDoor } from '../../electron/contract/channels.ts';
import type { AudioState } from '../../electron/contract/view.ts';
import type { Sound } from '../../electron/contract/words.ts';
import { bursts, usualVolume } from './bursts.ts';
import { follow, nothingPlayed, type Played } from './follow.ts';
import { testAudio } from './self-test.ts';
import { askForTrial, leadSeconds, Trial, useSound } from './trial.ts';
import { soundBurst } from './voice.ts';

const silence: Sound = { state: 'none', priority: null, sinceMs: null, secondsLeft: 0, reminders: 0 };
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
  const context = typeof AudioContext === 'undefined' ? null : new AudioContext();
  let sound = silence;
  let played: Played = nothingPlayed;
  let stop = (): void => {};
  let told: AudioState | null = null;
  const trial = context === null ? null : new Trial(context);
  let triedRun: string | null = null;

  const test = async (): Promise<void> => {
    const state = await testAudio(context);
    useSound.setState({ audio: state });
    if (state !== told) void door.invoke('audio', { state });
    told = state;
  };
  const look = (): void => {
    if (context === null || context.state !== 'running') return;
    const order = follow(played, sound, context.currentTime);
    played = order.played;
    trial?.look();
    if (order.stop) stop();
    if (order.play === null) return;
    trial?.end();
    stop = soundBurst(context, bursts[order.play], context.currentTime + leadSeconds, usualVolume);
  };
  const retry = (): void => {
    if (told !== 'working') void test();
  };

  const unsubscribe = door.subscribe('view', (view) => {
    const { run } = view;
    sound = run?.alarmSystem.sound ?? silence;
    look();
    if (run?.phase !== 'self-test' || run.runId === triedRun) return;
    triedRun = run.runId;
    askForTrial();
  });
  const endTrials = useSound.subscribe(async (now, before) => {
    if (now.asked === before.asked) return;
    await test();
    if (context?.state === 'running' && sound.state === 'none') trial?.begin();
  });
  const looking = setInterval(look, lookEveryMs);
  const retrying = setInterval(retry, retryEveryMs);
  const changed = (): void => void test();
  context?.addEventListener('statechange', changed);
  navigator.mediaDevices?.addEventListener('devicechange', changed);
  document.addEventListener('pointerdown', retry);
  void test();
  return () => {
    unsubscribe();
    endTrials();
    trial?.end();
    clearInterval(looking);
    clearInterval(retrying);
    context?.removeEventListener('statechange', changed);
    navigator.mediaDevices?.removeEventListener('devicechange', changed);
    document.removeEventListener('pointerdown', retry);
    void context?.close();
  };
}
