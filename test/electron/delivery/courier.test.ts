import { describe, expect, test } from 'vitest';
import { mostSendings } from '../../../electron/delivery/back-off.ts';
import { answering, Bench, engine, handed } from './simulated-delivery.ts';

/** Past every back-off, ms. */
const longMs = 2_100_000;
const yearMs = 365 * 24 * 3_600_000;
const hl7 = 'run-1-final-2.ISO0001.report.hl7';
const pdf = 'run-1-final-2.report.pdf';

describe('documents that are handed over', () => {
  test('lie in the folder whole, each under a name of its own, and only those that go there', async () => {
    const bench = new Bench();
    expect(await bench.courier.handOver(handed)).toBeNull();
    await bench.clock.advance(5_000);
    expect(bench.disk.names('/share/drop').sort()).toEqual([hl7, pdf]);
    expect(String(bench.disk.files.get(`/share/drop/${hl7}`)?.bytes)).toBe('content of report.hl7');
    expect(bench.disk.names('/share/.isotherm-part')).toEqual([]);
    expect(bench.of('report.hl7')).toMatchObject({
      state: 'written',
      controlId: 'ISO0001',
      nextTryWallMs: null,
    });
  });

  test('are delivered once, however often they are handed over', async () => {
    const bench = new Bench();
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    bench.disk.files.delete(`/share/drop/${hl7}`);
    expect(await bench.courier.handOver(handed)).toBeNull();
    await bench.clock.advance(150_000);
    expect(bench.disk.names('/share/drop')).toEqual([pdf]);
    expect(bench.queue.shown(100)).toHaveLength(2);
  });

  test('are not taken up where the control id was that of other bytes', async () => {
    const bench = new Bench();
    await bench.courier.handOver(handed);
    bench.disk.put('/run/report.hl7', 'something else');
    expect(await bench.courier.handOver(handed)).toContain('ISO0001');
    expect(bench.queue.shown(100)).toHaveLength(2);
  });

  test('are taken up all or none: one that cannot be read is named', async () => {
    const bench = new Bench();
    bench.disk.files.delete('/run/report.pdf');
    expect(await bench.courier.handOver(handed)).toContain('ENOENT');
    expect(bench.queue.shown(100)).toEqual([]);
  });

  test.each(['../x', 'a/b', '', '患者', 'a\nb', '.hidden'])(
    'are refused under a name that is none on every system: %j',
    async (issue) => {
      const bench = new Bench();
      expect(await bench.courier.handOver({ ...handed, issue })).toContain('is no file name');
      expect(bench.queue.shown(100)).toEqual([]);
    },
  );

  test('are refused where two of them have one control id', async () => {
    const bench = new Bench();
    const files = handed.files.map((file) => ({ ...file, controlId: 'ONE' }));
    expect(await bench.courier.handOver({ ...handed, files })).toContain('control id ONE');
  });
});

describe('a folder that does not take a document', () => {
  test('that is not there is never made, and is found once it is back', async () => {
    const bench = new Bench();
    bench.disk.folders.delete('/share/drop');
    bench.disk.folders.delete('/share');
    await bench.courier.handOver(handed);
    await bench.clock.advance(150_000);
    expect(bench.disk.folders.has('/share')).toBe(false);
    expect(bench.of('report.hl7')).toMatchObject({ state: 'failed', why: { kind: 'folder-missing' } });
    bench.disk.folders.add('/share').add('/share/drop');
    await bench.clock.advance(330_000);
    expect(bench.of('report.hl7')).toMatchObject({ state: 'written', why: null });
    expect(bench.of('report.pdf').state).toBe('written');
  });

  test('is asked ever less often, and at least every ten minutes', async () => {
    const bench = new Bench();
    bench.disk.folders.delete('/share/drop');
    await bench.courier.handOver({ ...handed, files: handed.files.slice(0, 1) });
    await bench.clock.advance(longMs);
    const at = bench.changes.map(({ changedWallMs }) => Math.round(changedWallMs / 1000));
    const waits = at.slice(1).map((each, index) => each - (at[index] ?? 0));
    expect(waits.slice(0, 6)).toEqual([10, 20, 40, 80, 160, 320]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(602);
    expect(waits.slice(6).every((wait) => wait >= 600)).toBe(true);
  });

  test('may be read-only', async () => {
    const bench = new Bench();
    bench.disk.readOnly.add('/share/drop');
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7')).toMatchObject({
      state: 'failed',
      why: { kind: 'read-only', detail: '/share/drop' },
    });
    expect(bench.of('report.hl7').nextTryWallMs).not.toBeNull();
  });

  test('may be full: nothing is begun there', async () => {
    const bench = new Bench();
    bench.disk.free = 1_000;
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7').why?.kind).toBe('disk-full');
    expect(bench.disk.names('/share/.isotherm-part')).toEqual([]);
  });

  test('may lie on another volume than its spool, where no file gets its name in one step', async () => {
    const bench = new Bench();
    bench.disk.volumes.set('/share/drop', 7);
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7').why).toEqual({ kind: 'other-volume', detail: '/share/.isotherm-part' });
    expect(bench.disk.names('/share/.isotherm-part')).toEqual([]);
  });

  test('that holds the same document already is done, and one that holds another under its name stops it', async () => {
    const bench = new Bench();
    bench.disk.put(`/share/drop/${hl7}`, 'content of report.hl7');
    bench.disk.put(`/share/drop/${pdf}`, 'what somebody else put there');
    await bench.courier.handOver(handed);
    await bench.clock.advance(150_000);
    expect(bench.of('report.hl7').state).toBe('written');
    expect(bench.of('report.pdf')).toMatchObject({
      state: 'refused',
      why: { kind: 'other-file', detail: `/share/drop/${pdf}` },
      nextTryWallMs: null,
    });
    expect(String(bench.disk.files.get(`/share/drop/${pdf}`)?.bytes)).toBe('what somebody else put there');
    bench.disk.files.delete(`/share/drop/${pdf}`);
    expect(bench.courier.again(bench.of('report.pdf').id)).toBeNull();
    await bench.clock.advance(5_000);
    expect(bench.of('report.pdf').state).toBe('written');
  });

  test('that hangs keeps no other waiting, is asked nothing more, and is gone on with when it answers', async () => {
    const other = { ...engine, id: 'other', folder: '/other/drop' };
    const bench = new Bench([engine, other]);
    for (const folder of ['/other', '/other/drop']) bench.disk.folders.add(folder);
    let answer = (): void => {};
    bench.disk.hanging.set('/share', new Promise<void>((resolve) => (answer = resolve)));
    let asked = 0;
    const { isFolder } = bench.disk;
    bench.disk.isFolder = (path) => {
      if (path.startsWith('/share')) asked += 1;
      return isFolder(path);
    };
    await bench.courier.handOver(handed);
    await bench.clock.advance(150_000);
    expect(bench.disk.names('/other/drop').sort()).toEqual([hl7, pdf]);
    expect(bench.of('report.hl7')).toMatchObject({
      state: 'failed',
      why: { kind: 'hangs', detail: '/share/drop' },
    });
    expect(asked).toBe(1);
    bench.disk.hanging.clear();
    answer();
    await bench.clock.advance(601_000);
    expect(bench.disk.names('/share/drop').sort()).toEqual([hl7, pdf]);
  });
});

describe('a document', () => {
  test('that is not what was handed over any more goes nowhere', async () => {
    const bench = new Bench();
    bench.disk.folders.delete('/share/drop');
    await bench.courier.handOver(handed);
    bench.disk.put('/run/report.hl7', 'changed');
    bench.disk.folders.add('/share/drop');
    await bench.clock.advance(150_000);
    expect(bench.of('report.hl7')).toMatchObject({
      state: 'failed',
      why: { kind: 'document-changed' },
      nextTryWallMs: null,
    });
    expect(bench.of('report.pdf').state).toBe('written');
  });

  test('never overtakes an older one of its record and kind', async () => {
    const bench = new Bench([answering]);
    const first = { ...handed, issue: 'run-1-preliminary-0', status: 'preliminary' as const };
    const preliminary = first.files.map((file) => ({ ...file, controlId: file.controlId && 'ISO0000' }));
    await bench.courier.handOver({ ...first, files: preliminary });
    await bench.clock.advance(5_000);
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7', 'engine', 'ISO0001').state).toBe('waiting');
    bench.disk.put('/share/acks/1', 'AE ISO0000 locked');
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7', 'engine', 'ISO0001').state).toBe('waiting');
    bench.disk.put('/share/acks/2', 'AR ISO0000 no such patient');
    await bench.clock.advance(7_000);
    expect(bench.of('report.hl7', 'engine', 'ISO0001').state).toBe('written');
    const older = bench.of('report.hl7', 'engine', 'ISO0000');
    expect(older.state).toBe('refused');
    expect(bench.courier.again(older.id)).toContain(hl7);
  });

  test('that is due next year, by a clock that was wrong, is due now', async () => {
    const bench = new Bench();
    bench.disk.folders.delete('/share/drop');
    bench.clock.setWall(yearMs);
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    bench.clock.setWall(-yearMs);
    bench.disk.folders.add('/share/drop');
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7').state).toBe('written');
  });
});

describe('what the receiver answers', () => {
  const sent = async (): Promise<Bench> => {
    const bench = new Bench([answering]);
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    return bench;
  };
  const state = (bench: Bench) => bench.of('report.hl7').state;

  test('AA is accepted, its file is removed, and those of others are left', async () => {
    const bench = await sent();
    bench.disk.put('/share/acks/theirs', 'AA SOMEBODY fine');
    bench.disk.put('/share/acks/ours', 'AA ISO0001 fine');
    bench.disk.put('/share/acks/.ours2', 'AR ISO0001 half writ');
    await bench.clock.advance(5_000);
    expect(state(bench)).toBe('accepted');
    expect(bench.disk.names('/share/acks').sort()).toEqual(['.ours2', 'theirs']);
    expect(bench.of('report.pdf')).toMatchObject({ state: 'written', nextTryWallMs: null });
  });

  test('AE is sent again by the same control id, ever later, until a person is asked', async () => {
    const bench = await sent();
    for (let sending = 1; sending <= mostSendings; sending += 1) {
      expect(bench.of('report.hl7')).toMatchObject({
        state: 'written',
        sendings: sending,
        controlId: 'ISO0001',
      });
      bench.disk.files.delete(`/share/drop/${hl7}`);
      bench.disk.put(`/share/acks/${sending}`, 'AE ISO0001 database locked');
      await bench.clock.advance(4_000);
      expect(bench.of('report.hl7')).toMatchObject({
        state: 'failed',
        why: { kind: 'receiver-error', detail: 'database locked' },
      });
      await bench.clock.advance(
        602_000 - 4_000 > 0 && sending < mostSendings ? 10_000 * 2 ** (sending - 1) : 0,
      );
    }
    expect(bench.of('report.hl7').nextTryWallMs).toBeNull();
    await bench.clock.advance(150_000);
    expect(bench.disk.names('/share/drop')).not.toContain(hl7);
    expect(bench.courier.again(bench.of('report.hl7').id)).toBeNull();
    await bench.clock.advance(4_000);
    expect(bench.of('report.hl7')).toMatchObject({ state: 'written', sendings: 1 });
  });

  test('no answer in five minutes is sent again; where it still lies there nothing is written over it', async () => {
    const bench = await sent();
    const lies = bench.disk.files.get(`/share/drop/${hl7}`);
    await bench.clock.advance(400_000);
    expect(bench.of('report.hl7')).toMatchObject({ state: 'written', sendings: 2 });
    expect(bench.disk.files.get(`/share/drop/${hl7}`)).toBe(lies);
  });

  test('AR stops until a person says again, and an answer of before that cannot be removed is not heard again', async () => {
    const bench = await sent();
    bench.disk.unremovable.add('/share/acks/1');
    bench.disk.put('/share/acks/1', 'AR ISO0001 no such patient');
    await bench.clock.advance(150_000);
    expect(bench.of('report.hl7')).toMatchObject({
      state: 'refused',
      why: { kind: 'receiver-refused', detail: 'no such patient' },
      sendings: 1,
    });
    bench.courier.again(bench.of('report.hl7').id);
    await bench.clock.advance(10_000);
    expect(state(bench)).toBe('written');
    await bench.courier.end();
    bench.begin();
    await bench.clock.advance(10_000);
    expect(state(bench)).toBe('written');
    bench.disk.put('/share/acks/2', 'AA ISO0001');
    await bench.clock.advance(10_000);
    expect(state(bench)).toBe('accepted');
    expect(bench.disk.names('/share/acks')).toEqual(['1']);
  });

  test('a file that is still being written is not heard before it is whole', async () => {
    const bench = await sent();
    // Cut here it would be an answer to another document.
    bench.disk.put('/share/acks/1', 'AR ISO0001');
    await bench.clock.advance(2_000);
    bench.disk.put('/share/acks/1', 'AR ISO00012 no such patient');
    await bench.clock.advance(10_000);
    expect(state(bench)).toBe('written');
  });

  test('AR to a second copy takes nothing back', async () => {
    const bench = await sent();
    bench.disk.put('/share/acks/1', 'AA ISO0001');
    await bench.clock.advance(5_000);
    bench.disk.put('/share/acks/2', 'AR ISO0001 seen already');
    await bench.clock.advance(5_000);
    expect(state(bench)).toBe('accepted');
  });

  test('a file that nobody can read, or of no end, is passed over, and a folder that is gone is said once', async () => {
    const bench = await sent();
    bench.disk.put('/share/acks/1', 'nonsense');
    bench.disk.put('/share/acks/2', `AA ISO0001 ${'x'.repeat(70_000)}`);
    await bench.clock.advance(10_000);
    expect(state(bench)).toBe('written');
    bench.disk.folders.delete('/share/acks');
    await bench.clock.advance(60_000);
    expect(bench.said).toEqual([
      '/share/acks/1 is no acknowledgement that can be read: it was left there.',
      'Acknowledgements of Interface engine cannot be read: ENOENT: simulated.',
    ]);
  });
});

describe('a USB stick', () => {
  const stick = { ...engine, id: 'stick', folder: '/media/stick', stick: true };

  test('takes nothing by itself, and the documents of a record when a person asks', async () => {
    const bench = new Bench([stick]);
    await bench.courier.handOver(handed);
    await bench.clock.advance(5_000);
    expect(bench.queue.shown(100)).toEqual([]);
    expect(bench.courier.toStick('run-1', 'stick')).toBeNull();
    await bench.clock.advance(5_000);
    expect(bench.of('report.hl7', 'stick').why?.kind).toBe('folder-missing');
    bench.disk.folders.add('/media').add('/media/stick');
    await bench.clock.advance(20_000);
    expect(bench.of('report.hl7', 'stick').why?.kind).toBe('no-stick');
    expect(bench.disk.names('/media/stick')).toEqual([]);
    bench.disk.volumes.set('/media/stick', 9);
    await bench.clock.advance(60_000);
    expect(bench.disk.names('/media/stick').sort()).toEqual([hl7, pdf]);
  });

  test('that is another one than the last is written as well', async () => {
    const bench = new Bench([stick]);
    bench.disk.folders.add('/media').add('/media/stick');
    bench.disk.volumes.set('/media/stick', 9);
    await bench.courier.handOver(handed);
    bench.courier.toStick('run-1', 'stick');
    await bench.clock.advance(5_000);
    for (const name of [hl7, pdf]) bench.disk.files.delete(`/media/stick/${name}`);
    expect(bench.courier.toStick('run-1', 'stick')).toBeNull();
    await bench.clock.advance(5_000);
    expect(bench.disk.names('/media/stick').sort()).toEqual([hl7, pdf]);
  });

  test('is one that is set up, for a record that has documents', () => {
    const bench = new Bench([stick, engine]);
    expect(bench.courier.toStick('run-1', 'engine')).toContain('no USB stick');
    expect(bench.courier.toStick('run-1', 'stick')).toContain('no documents of run-1');
  });
});
