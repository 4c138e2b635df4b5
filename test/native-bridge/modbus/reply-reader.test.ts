import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeReply } from '../../../native-bridge/modbus/frames.ts';
import { type ReplyEvent, ReplyReader } from '../../../native-bridge/modbus/reply-reader.ts';
import { chunks, cuts, flipped, join, noise, registersReply, unit } from './arbitraries.ts';

const registers = Uint16Array.from({ length: 26 }, (_, i) => 1000 + i);
const good = encodeReply({ kind: 'registers', unit, functionCode: 3, registers });
const frame: ReplyEvent = { kind: 'frame', registers };

function waiting(count = 26, functionCode: 3 | 23 = 3): ReplyReader {
  const reader = new ReplyReader(unit);
  reader.expect(functionCode, count);
  return reader;
}

describe('the master reading replies', () => {
  it('takes the reply it waits for', () => {
    const reader = waiting();
    expect(reader.push(good)).toEqual([frame]);
    expect(reader.noiseBytes).toBe(0);
    expect(reader.begun).toBe(false);
  });

  it('takes an exception to its function and no other', () => {
    const exception = (functionCode: number) =>
      encodeReply({ kind: 'exception', unit, functionCode, code: 2 });
    expect(waiting().push(exception(3))).toEqual([{ kind: 'exception', code: 2 }]);
    expect(waiting().push(exception(23))).toEqual([]);
  });

  it('takes nothing of another unit, function or greater length', () => {
    for (const other of [
      encodeReply({ kind: 'registers', unit: 2, functionCode: 3, registers }),
      encodeReply({ kind: 'registers', unit, functionCode: 23, registers }),
      encodeReply({ kind: 'registers', unit, functionCode: 3, registers: new Uint16Array(27) }),
    ]) {
      const reader = waiting();
      expect(reader.push(join(other, good))).toEqual([frame]);
      expect(reader.noiseBytes).toBe(other.length);
    }
  });

  it('tells a whole reply with too few registers as short', () => {
    const fewer = encodeReply({
      kind: 'registers',
      unit,
      functionCode: 3,
      registers: registers.subarray(0, 10),
    });
    expect(waiting().push(join(fewer, good))).toEqual([{ kind: 'short' }, frame]);
  });

  it('knows that a reply has begun, and lets go of it without calling it noise', () => {
    const reader = waiting();
    reader.push(good.subarray(0, 40));
    expect(reader.begun).toBe(true);
    reader.giveUp();
    expect(reader.begun).toBe(false);
    expect(reader.noiseBytes).toBe(0);
    expect(reader.push(good)).toEqual([frame]);
  });

  it('forgets what is pending of one reply when it is to wait for the next', () => {
    const reader = waiting();
    reader.push(good.subarray(0, 40));
    reader.expect(3, 26);
    expect(reader.noiseBytes).toBe(40);
    expect(reader.push(good)).toEqual([frame]);
  });

  it('finds the reply after a truncated one', () => {
    for (let length = 1; length < good.length; length += 1) {
      const reader = waiting();
      const events = reader.push(join(good.subarray(0, length), good));
      expect(events.at(-1)).toEqual(frame);
      expect(events.filter((event) => event.kind === 'frame')).toHaveLength(1);
    }
  });

  it('refuses every single bit flip and takes the good reply behind it', () => {
    for (let bit = 0; bit < 8 * good.length; bit += 1) {
      const reader = waiting();
      const events = reader.push(join(flipped(good, bit), good));
      expect(events.at(-1)).toEqual(frame);
      // Damaged in its head it is noise, else a CRC error.
      expect(reader.noiseBytes === good.length ? [] : [{ kind: 'crc' }]).toEqual(events.slice(0, -1));
    }
  });

  it('round-trips every reply', () => {
    fc.assert(
      fc.property(registersReply, (sent) => {
        const reader = waiting(sent.registers.length, sent.functionCode);
        expect(reader.push(encodeReply(sent))).toEqual([{ kind: 'frame', registers: sent.registers }]);
      }),
    );
  });

  it('resynchronises after any noise within one further reply', () => {
    fc.assert(
      fc.property(noise, (garbage) => {
        const reader = waiting();
        const events = reader.push(join(garbage, good, good));
        expect(events.at(-1)).toEqual(frame);
      }),
    );
  });

  it('hears the same in whatever chunks the bytes come', () => {
    fc.assert(
      fc.property(noise, noise, fc.nat(8 * good.length - 1), cuts, (before, between, bit, at) => {
        const bytes = join(before, good, between, flipped(good, bit), good);
        const whole = waiting();
        const events = whole.push(bytes);
        const cut = waiting();
        expect(chunks(bytes, at).flatMap((chunk) => cut.push(chunk))).toEqual(events);
        expect(cut.noiseBytes).toBe(whole.noiseBytes);
      }),
    );
  });

  it('does not choke on a long babble', () => {
    const reader = waiting();
    const babble = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) & 0xff);
    reader.push(babble);
    expect(reader.push(join(good, good)).at(-1)).toEqual(frame);
  });
});
