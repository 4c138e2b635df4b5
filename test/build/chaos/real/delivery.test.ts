import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Account } from '../../../../build/chaos/real/account.ts';
import { type Evidence, judge } from '../../../../build/chaos/real/delivery/judges.ts';
import type { Taken } from '../../../../build/chaos/real/delivery/receiver.ts';
import { killDelivery } from '../../../../build/chaos/real/delivery/run.ts';
import { type Fault, type Promised, terms } from '../../../../build/chaos/real/delivery/terms.ts';
import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';

const came = (more: Partial<Taken> = {}): Taken => ({
  name: 'run-00001-final-1.ISO1.report.hl7',
  recordId: 'run-00001',
  kind: 'report.hl7',
  controlId: 'ISO1',
  whole: true,
  askedAgain: false,
  ...more,
});
const good: Evidence = {
  announced: ['run-00001'],
  kinds: ['report.hl7'],
  taken: [came()],
  states: ['run-00001 report.hl7 accepted'],
};

describe('who judges delivery', () => {
  it.each<[string, Partial<Evidence>, Promised[], number]>([
    ['nothing', {}, [], 0],
    ['a second copy that was asked for', { taken: [came({ askedAgain: true }), came()] }, [], 0],
    ['a document that never came', { taken: [] }, ['arrives'], 1],
    ['one that came twice', { taken: [came(), came()] }, ['once'], 0],
    [
      'one that came under two control ids',
      { taken: [came({ askedAgain: true }), came({ controlId: 'ISO2' })] },
      ['once'],
      0,
    ],
    ['one that was seen half', { taken: [came({ whole: false })] }, ['whole'], 0],
    ['one that the console still waits for', { states: ['run-00001 report.hl7 waiting'] }, ['known'], 0],
    ['a run in which nothing was made', { announced: [], taken: [] }, ['arrives'], 0],
  ])('finds %s', (_, lie, found, lost) => {
    const account = new Account<Fault, Promised>(terms);
    judge(account, 1, { ...good, ...lie });
    expect(account.breaches.map(({ promise }) => promise)).toEqual(found);
    expect(account.lost).toBe(lost);
  });
});

describe('delivery that is killed', () => {
  it('loses nothing and brings nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isotherm-delivery-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const account = new Account<Fault, Promised>(terms);
    await killDelivery({
      account,
      folder,
      dice: new Draw(5, 1, 'delivery'),
      kills: 6,
      errorEach: 0,
      stop: new AbortController().signal,
      killed: () => {},
    });
    expect(account.breaches).toEqual([]);
    expect(account.good).toBe(true);
  });
});
