import { pulsesOf } from './burst-plan.ts';
import { type Burst, harmonicAmplitudes, volumeInForce } from './bursts.ts';

/** Puts one burst on an audio context, live or offline, from `atSeconds` of its clock. The returned function stops it. */
export function soundBurst(
  context: BaseAudioContext,
  burst: Burst,
  atSeconds: number,
  volume: number,
): () => void {
  const wave = harmonicWave(context);
  const loudness = context.createGain();
  loudness.gain.value = volumeInForce(volume) / peak;
  loudness.connect(context.destination);
  const tones = pulsesOf(burst).map(({ startSeconds, endSeconds }) => {
    const tone = context.createOscillator();
    tone.setPeriodicWave(wave);
    tone.frequency.value = burst.fundamentalHertz;
    const envelope = context.createGain();
    const from = atSeconds + startSeconds;
    const to = atSeconds + endSeconds;
    envelope.gain.setValueAtTime(0, from);
    envelope.gain.linearRampToValueAtTime(1, from + burst.rampSeconds);
    envelope.gain.setValueAtTime(1, to - burst.rampSeconds);
    envelope.gain.linearRampToValueAtTime(0, to);
    tone.connect(envelope).connect(loudness);
    tone.start(from);
    tone.stop(to);
    return tone;
  });
  return () => {
    const now = context.currentTime;
    loudness.gain.setTargetAtTime(0, now, fadeSeconds / 5);
    for (const tone of tones) tone.stop(now + fadeSeconds);
  };
}

/** What is stopped fades this long, s: a click is no part of an alarm. */
const fadeSeconds = 0.03;
/** No sum of the harmonics is larger. */
const peak = harmonicAmplitudes.reduce((sum, amplitude) => sum + amplitude, 0);

/** Sines only, each as loud as said: normalization would change the level, not the ratios. */
function harmonicWave(context: BaseAudioContext): PeriodicWave {
  const none = new Float32Array(harmonicAmplitudes.length + 1);
  const sines = Float32Array.from([0, ...harmonicAmplitudes]);
  return context.createPeriodicWave(none, sines, { disableNormalization: true });
}
