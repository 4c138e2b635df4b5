import { describe, expect, it } from 'vitest';
import { decodeReply, encodeReply } from '../../../native-bridge/modbus/frames.ts';
import type { LineFault } from '../../../native-bridge/simulator/faults.ts';
import { FaultyLine, type Outgoing } from '../../../native-bridge/simulator/faulty-line.ts';

const registers = Uint16Array.from({ length: 26 }, (_, i) => 257 * i);
const frame = encodeReply({ kind: 'registers', unit: 1, functionCode: 23, registers });

function through(fault: LineFault, seed = 1): readonly Outgoing[] {
  const line = new FaultyLine(seed);
  line.begin(fault, 0, 10);
  return line.carry(frame, 5000);
}

describe('the line between rig and console', () => {
  it('carries replies as they are while nothing is wrong', () => {
    expect(new FaultyLine(1).carry(frame, 0)).toEqual([{ bytes: frame, delayMs: 0 }]);
  });

  it('breaks the CRC-16 of a reply', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const [reply] = through({ fault: 'crc-error', share: 1 }, seed);
      expect(decodeReply(reply?.bytes as Uint8Array)).toEqual({ kind: 'crc' });
    }
    expect(decodeReply(frame)).toMatchObject({ kind: 'registers' });
  });

  it('changes a register where CRC-16 does not tell', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const [reply] = through({ fault: 'block-crc-error', share: 1 }, seed);
      const decoded = decodeReply(reply?.bytes as Uint8Array);
      expect(decoded).toMatchObject({ kind: 'registers' });
      expect(decoded).not.toMatchObject({ registers });
    }
  });

  it('drops, doubles and delays a reply, and puts noise before it', () => {
    expect(through({ fault: 'reply-dropped', share: 1 })).toEqual([]);
    expect(through({ fault: 'reply-duplicated', share: 1 })).toHaveLength(2);
    expect(through({ fault: 'reply-late', share: 1, ms: 150 })).toEqual([{ bytes: frame, delayMs: 150 }]);
    const [noisy] = through({ fault: 'noise-bytes', share: 1, bytes: 8 });
    expect(noisy?.bytes.subarray(8)).toEqual(frame);
  });

  it('lets nothing through while it is cut', () => {
    const line = new FaultyLine(1);
    line.begin({ fault: 'line-cut' }, 1000, 5);
    expect(line.isCut(5999)).toBe(true);
    expect(line.carry(frame, 5999)).toEqual([]);
    expect(line.isCut(6000)).toBe(false);
    expect(line.carry(frame, 6000)).toHaveLength(1);
  });

  it('hits the share it is told, the same ones with the same seed', () => {
    const hits = (seed: number): number[] => {
      const line = new FaultyLine(seed);
      line.begin({ fault: 'reply-dropped', share: 0.1 }, 0, null);
      return Array.from({ length: 2000 }, (_, i) => line.carry(frame, i).length);
    };
    const dropped = hits(7).filter((carried) => carried === 0).length;
    expect(dropped).toBeGreaterThan(150);
    expect(dropped).toBeLessThan(250);
    expect(hits(7)).toEqual(hits(7));
    expect(hits(7)).not.toEqual(hits(8));
  });
});
