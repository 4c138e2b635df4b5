import type { AudioState } from '../../electron/contract/view.ts';
import { lengthOf } from './burst-plan.ts';
import { bursts, usualVolume } from './bursts.ts';
import { soundBurst } from './voice.ts';

/** The output may take this long to start, ms. */
const startsWithinMs = 1_000;
/** Its clock must have moved after this, ms. */
const movesWithinMs = 300;
const sampleRate = 22_050;

/** Whether alarms can be heard: an output is there and runs, and a burst is not silence. */
export async function testAudio(context: AudioContext | null): Promise<AudioState> {
  if (context === null) return 'missing';
  await Promise.race([context.resume().catch(() => undefined), after(startsWithinMs)]);
  if (context.state !== 'running') return 'suspended';
  const fromSeconds = context.currentTime;
  await after(movesWithinMs);
  if (context.currentTime === fromSeconds) return 'suspended';
  return (await hasOutput()) && (await burstSounds()) ? 'working' : 'missing';
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Where the browser does not tell its outputs, the one it has is believed. */
async function hasOutput(): Promise<boolean> {
  if (navigator.mediaDevices === undefined) return true;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null);
  return devices === null || devices.some(({ kind }) => kind === 'audiooutput');
}

async function burstSounds(): Promise<boolean> {
  const seconds = lengthOf(bursts.medium);
  const offline = new OfflineAudioContext(1, Math.ceil(seconds * sampleRate), sampleRate);
  soundBurst(offline, bursts.medium, 0, usualVolume);
  const samples = (await offline.startRendering()).getChannelData(0);
  return samples.some((sample) => Math.abs(sample) > 0.1);
}
