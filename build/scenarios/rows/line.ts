import type { LineFault } from '../../../native-bridge/simulator/faults.ts';
import { type Expectation, everyPhase, type Row, wiredRow } from '../expectation.ts';

/** One run has all of them in turn. The machine test is over in seconds, and holds the heartbeat back by itself. */
const circulation = everyPhase.filter((phase) => phase !== 'dwell' && phase !== 'machine-test');

/** A bad line is no news as long as fresh replies come: what is damaged, late or strange is discarded. */
const disturbed = (name: string, fault: LineFault): Row =>
  wiredRow(name, fault, 12, circulation, {
    watchSeconds: 15,
    why: 'fresh replies still come within a second',
  });

/** The watchdog of the rig acts 1.5 s after the last heartbeat; by docs/link.md the pump stops in some modes. */
const lost: Partial<Expectation> = {
  alarm: 'link-lost',
  priority: 'high',
  also: ['interlock-watchdog-expired'],
  heater: 'off',
  reactsWithinMs: 1800,
  watchSeconds: 8,
  why: 'nothing valid for 1 s: the watchdog of the rig turns its heater off; the pump goes on',
};
const stops: Partial<Expectation> = {
  pump: 'stands',
  why: 'nothing valid for 1 s: by its watchdog the rig stops to pump into the patient',
};
const pumpStops = { prime: stops, fill: stops, rinse: stops };
const lineLost = (name: string, fault: LineFault): Row =>
  wiredRow(name, fault, 5, circulation, lost, pumpStops);

/** Of the line, over the real link. */
export const lineRows: readonly Row[] = [
  disturbed('CRC errors, 20 %', { fault: 'crc-error', share: 0.2 }),
  disturbed('block CRC errors, 20 %', { fault: 'block-crc-error', share: 0.2 }),
  disturbed('replies lost, 20 %', { fault: 'reply-dropped', share: 0.2 }),
  disturbed('replies doubled, 50 %', { fault: 'reply-duplicated', share: 0.5 }),
  disturbed('replies late, 20 %', { fault: 'reply-late', share: 0.2, ms: 150 }),
  disturbed('noise before replies, 50 %', { fault: 'noise-bytes', share: 0.5, bytes: 8 }),
  lineLost('every block damaged', { fault: 'block-crc-error', share: 1 }),
  lineLost('line cut', { fault: 'line-cut' }),
  wiredRow('rig restarts', { fault: 'rig-restart' }, 0.5, circulation, {
    alarm: 'rig-restarted',
    priority: 'high',
    heater: 'off',
    pump: 'stands',
    watchSeconds: 8,
    why: 'it stands still until a person has decided',
  }),
];
