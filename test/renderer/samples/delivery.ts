import type { DeliveryRow, DeliveryView } from '../../../electron/contract/delivery-view.ts';
import type { Sample } from './base.ts';
import { reviewSamples } from './late.ts';

const row = (id: number, changes: Partial<DeliveryRow>): DeliveryRow => ({
  id,
  recordId: '',
  document: 'report.hl7',
  status: 'final',
  destination: 'Interface engine',
  state: 'waiting',
  why: null,
  changedWallMs: Date.UTC(2026, 2, 2, 12, 5),
  nextTryWallMs: null,
  mayAgain: false,
  ...changes,
});

/** A record whose documents have come differently far, and an older one that a person has to look at. */
export const deliveriesOf = (recordId: string): DeliveryView => {
  const dueWallMs = Date.UTC(2026, 2, 2, 12, 15);
  const own = (id: number, changes: Partial<DeliveryRow>) => row(id, { recordId, ...changes });
  return {
    problem: null,
    sticks: [{ id: 'stick', name: 'USB stick U盘' }],
    rows: [
      row(1, {
        recordId: '2026-02-27-0800',
        state: 'refused',
        why: { kind: 'receiver-refused', detail: 'Patient 20488317 is not known here, 𠮷田 |^&~\\' },
        mayAgain: true,
      }),
      row(2, { recordId: '2026-02-28-0800', state: 'accepted' }),
      own(3, { status: 'preliminary', state: 'accepted' }),
      own(4, {
        state: 'failed',
        why: { kind: 'folder-missing', detail: '/mnt/share/of/the/hospital/isotherm/drop' },
        nextTryWallMs: dueWallMs,
        mayAgain: true,
      }),
      own(5, { document: 'report.pdf', state: 'written' }),
      own(6, { document: 'session.json' }),
    ],
  };
};

const completed = reviewSamples.find(({ name }) => name === 'review-completed');
if (completed === undefined) throw new Error('no sample of a review');
const deliveries = deliveriesOf(completed.view.run?.runId ?? '');

export const deliverySamples: Sample[] = [
  {
    ...completed,
    name: 'review-delivery',
    press: ['[data-view="delivery"]'],
    answers: { deliveries: { ok: true, deliveries } },
  },
  {
    ...completed,
    name: 'review-delivery-nobody',
    press: ['[data-view="delivery"]'],
    answers: { deliveries: { ok: false, problem: 'Nobody is signed in.', why: 'needs-sign-in' } },
  },
];
