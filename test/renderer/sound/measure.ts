/** Measures a rendered burst as one would with a microphone and an analyser. */
export interface MeasuredPulse {
  /** Between the points of half amplitude, s. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** From 10 to 90 % of its amplitude, s. */
  readonly riseSeconds: number;
}

/** Amplitude over time: the largest magnitude within one period of the fundamental around each sample. */
function envelopeOf(samples: Float32Array, windowSamples: number): Float32Array {
  const envelope = new Float32Array(samples.length);
  const half = Math.floor(windowSamples / 2);
  for (let at = 0; at < samples.length; at += 1) {
    let most = 0;
    const to = Math.min(samples.length - 1, at + half);
    for (let near = Math.max(0, at - half); near <= to; near += 1) {
      const magnitude = Math.abs(samples[near] ?? 0);
      if (magnitude > most) most = magnitude;
    }
    envelope[at] = most;
  }
  return envelope;
}

export function pulsesIn(
  samples: Float32Array,
  sampleRate: number,
  fundamentalHertz: number,
): MeasuredPulse[] {
  const envelope = envelopeOf(samples, Math.round(sampleRate / fundamentalHertz));
  const top = envelope.reduce((most, one) => Math.max(most, one), 0);
  const pulses: MeasuredPulse[] = [];
  let start = -1;
  for (let at = 1; at < envelope.length; at += 1) {
    const before = (envelope[at - 1] ?? 0) >= top / 2;
    const now = (envelope[at] ?? 0) >= top / 2;
    if (now && !before) start = at;
    if (before && !now) {
      const rise = crossing(envelope, start, 0.9 * top, 1) - crossing(envelope, start, 0.1 * top, -1);
      pulses.push({
        startSeconds: start / sampleRate,
        endSeconds: at / sampleRate,
        riseSeconds: rise / sampleRate,
      });
    }
  }
  return pulses;
}

function crossing(envelope: Float32Array, from: number, level: number, step: 1 | -1): number {
  let at = from;
  while (at > 0 && at < envelope.length && (envelope[at] ?? 0) < level === (step === 1)) at += step;
  return at;
}

/** Amplitude of one frequency in a stretch of samples (Goertzel 1958, with a Hann window). */
export function amplitudeAt(samples: Float32Array, sampleRate: number, hertz: number): number {
  const omega = (2 * Math.PI * hertz) / sampleRate;
  const count = samples.length;
  let cosine = 0;
  let sine = 0;
  for (let at = 0; at < count; at += 1) {
    const weighted = (samples[at] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (count - 1)));
    cosine += weighted * Math.cos(omega * at);
    sine += weighted * Math.sin(omega * at);
  }
  return (4 * Math.hypot(cosine, sine)) / count;
}

/** The strongest frequency between two bounds, to the hertz. */
export function strongest(samples: Float32Array, sampleRate: number, from: number, to: number): number {
  let best = from;
  let most = 0;
  for (let hertz = from; hertz <= to; hertz += 1) {
    const amplitude = amplitudeAt(samples, sampleRate, hertz);
    if (amplitude > most) [best, most] = [hertz, amplitude];
  }
  return best;
}

export const decibels = (amplitude: number, reference: number): number =>
  20 * Math.log10(amplitude / reference);
