import { describe, expect, it } from 'vitest';
import { lengthOf, pulsesOf } from '../../../renderer/sound/burst-plan.ts';
import { bursts, volumeFloor, volumeInForce } from '../../../renderer/sound/bursts.ts';

describe('the pulses of a burst', () => {
  it('begin where the one before has ended and its gap is over', () => {
    const starts = pulsesOf(bursts.high).map(({ startSeconds }) => Number(startSeconds.toFixed(3)));
    expect(starts).toEqual([0, 0.25, 0.5, 1, 1.25, 2, 2.25, 2.5, 3, 3.25]);
    expect(lengthOf(bursts.low)).toBeCloseTo(0.2 + 0.2 + 0.2 + 0.035);
  });
});

describe('the volume', () => {
  it('has a floor: no alarm is turned off by it', () => {
    expect([0, 0.2, 0.6, 5].map(volumeInForce)).toEqual([volumeFloor, volumeFloor, 0.6, 1]);
    expect(volumeFloor).toBeGreaterThan(0.25);
  });
});
