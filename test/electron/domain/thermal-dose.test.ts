import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cem43Minutes } from '../../../electron/domain/thermal-dose.ts';

describe('CEM43', () => {
  it.each([
    [42.0, 15],
    [42.5, 30],
    [43.0, 60],
    [43.5, 84.9],
    [44.0, 120],
  ])('of 60 min at %s °C is %s min', (celsius, minutes) => {
    expect(cem43Minutes(celsius, 60)).toBeCloseTo(minutes, 1);
  });

  it('is nothing below the floor, which a site may set', () => {
    expect(cem43Minutes(38.99, 60)).toBe(0);
    expect(cem43Minutes(39, 60)).toBeGreaterThan(0);
    expect(cem43Minutes(38.5, 60, 38)).toBeGreaterThan(0);
  });

  it('grows with time and temperature, and adds up over any division of the time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 39, max: 46, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (celsius, more, minutes) => {
          const whole = cem43Minutes(celsius, minutes);
          expect(cem43Minutes(celsius + more, minutes)).toBeGreaterThanOrEqual(whole);
          const parts = cem43Minutes(celsius, minutes / 3) + cem43Minutes(celsius, (2 * minutes) / 3);
          expect(parts).toBeCloseTo(whole, 6);
        },
      ),
    );
  });
});
