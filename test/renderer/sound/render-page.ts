import type { Priority } from '../../../electron/contract/words.ts';
import { lengthOf } from '../../../renderer/sound/burst-plan.ts';
import { bursts } from '../../../renderer/sound/bursts.ts';
import { testAudio } from '../../../renderer/sound/self-test.ts';
import { soundBurst } from '../../../renderer/sound/voice.ts';

declare global {
  interface Window {
    /** Samples of one burst at 48 kHz, as little-endian 32-bit floats in base64. */
    renderBurst(priority: Priority, volume: number): Promise<string>;
    audioState(fitted: boolean): Promise<string>;
  }
}

const sampleRate = 48_000;

window.renderBurst = async (priority, volume) => {
  const burst = bursts[priority];
  const length = Math.ceil((lengthOf(burst) + 0.2) * sampleRate);
  const context = new OfflineAudioContext(1, length, sampleRate);
  soundBurst(context, burst, 0.1, volume);
  const samples = (await context.startRendering()).getChannelData(0);
  const bytes = new Uint8Array(samples.buffer);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

window.audioState = (fitted) => testAudio(fitted ? new AudioContext() : null);
