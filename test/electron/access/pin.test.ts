import { describe, expect, it } from 'vitest';
import { isPin, keptPin, pinProblem } from '../../../electron/access/pin.ts';

describe('a PIN', () => {
  it.each(['0000', '1111', '999999999999', '1234', '0123', '7890', '4321', '9876', '3210', '0987654321'])(
    '%s is too simple',
    (pin) => expect(pinProblem(pin)).toEqual({ kind: 'pin-too-simple' }),
  );

  it.each(['', '123', '1234567890123', '12a4', ' 1357', '1357 ', '１３５７', '13.7', '-135', '1357\n'])(
    '%j is no PIN',
    (pin) => expect(pinProblem(pin)).toEqual({ kind: 'pin-no-figures', fewest: 4, most: 12 }),
  );

  it.each(['1357', '2580', '1122', '1235', '0001', '135791', '902746183502'])('%s can be one', (pin) =>
    expect(pinProblem(pin)).toBeNull(),
  );
});

describe('what is kept of a PIN', () => {
  it('is told from that of any other, and has a salt of its own', async () => {
    const [one, other] = [await keptPin('2580'), await keptPin('2580')];
    expect(one.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(one.salt).not.toBe(other.salt);
    expect(one.hash).not.toBe(other.hash);
    expect(await isPin('2580', one)).toBe(true);
    expect(await isPin('2581', one)).toBe(false);
    expect(await isPin('2580', { ...one, salt: other.salt })).toBe(false);
  });

  it('is scrypt as RFC 7914 has it', async () => {
    // Its third test vector, cut to 32 bytes.
    const kept = {
      salt: Buffer.from('SodiumChloride').toString('hex'),
      hash: '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
      N: 16384,
      r: 8,
      p: 1,
    };
    expect(await isPin('pleaseletmein', kept)).toBe(true);
  });

  it('costs at least 50 ms a try, in which everything else goes on', async () => {
    const kept = await keptPin('2580');
    const took: number[] = [];
    for (let each = 0; each < 3; each += 1) {
      let turns = 0;
      const timer = setInterval(() => {
        turns += 1;
      }, 5);
      const before = performance.now();
      await isPin('2581', kept);
      took.push(performance.now() - before);
      clearInterval(timer);
      expect(turns).toBeGreaterThan(2);
    }
    console.log(`a try of a PIN: ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    expect(Math.min(...took)).toBeGreaterThanOrEqual(50);
  });
});
