import { describe, expect, it } from 'vitest';
import { alone, typedActor } from '../../../electron/domain/actor.ts';
import type { KeptEvent, RunEvent } from '../../../electron/domain/run-event.ts';
import { additionRecords } from '../../../electron/report/figures/additions.ts';
import { drugNamed } from '../../support/drug.ts';
import { header } from '../record/example-run.ts';

const planned = {
  ...header,
  preset: {
    ...header.preset,
    additions: [
      { atMinutes: 0, label: 'first' },
      { atMinutes: 10, label: 'second' },
      { atMinutes: 20, label: '' },
    ],
  },
};
const at = (minutes: number, event: RunEvent): KeptEvent => ({
  seq: 1,
  sessionMs: minutes * 60_000,
  wallMs: 0,
  event,
});
const by = typedActor('P');
const began = at(30, { type: 'phase', from: 'heat-up', to: 'treatment', cause: 'start-treatment' });
const drug = (addition: number | null, refused: 'not-ready' | null = null): RunEvent => ({
  type: 'action',
  by,
  ...alone,
  action: { type: 'record-drug', drug: drugNamed('x'), addition, checkedBy: null },
  refused,
});
const started = (drugAdded: boolean): RunEvent => ({
  type: 'action',
  by,
  ...alone,
  action: { type: 'start-treatment', drug: drugAdded ? drugNamed('x') : null, early: null, checkedBy: null },
  refused: null,
});
const told = (...events: readonly KeptEvent[]) =>
  additionRecords(planned, events).map(({ number, recordedMinutes, late }) => [
    number,
    recordedMinutes,
    late,
  ]);

describe('planned additions', () => {
  it('are none before a treatment has begun', () => {
    expect(told()).toEqual([]);
  });

  it('are recorded with the start, by their number, late from five minutes on, or not at all', () => {
    expect(told(at(30, started(true)), began, at(45, drug(1)))).toEqual([
      [1, 0, false],
      [2, 15, false],
      [3, null, false],
    ]);
    expect(told(began, at(45.1, drug(1)), at(50, drug(2)))).toEqual([
      [1, null, false],
      [2, expect.closeTo(15.1), true],
      [3, 20, false],
    ]);
  });

  it('a refusal, another drug, or a start without one records none', () => {
    expect(told(at(30, started(false)), began, at(40, drug(1, 'not-ready')), at(41, drug(null)))).toEqual([
      [1, null, false],
      [2, null, false],
      [3, null, false],
    ]);
  });

  it('said to be not given is told so, unless it was given after all', () => {
    const missed: RunEvent = {
      type: 'action',
      by,
      ...alone,
      action: { type: 'addition-not-given', addition: 2, reason: 'not at hand' },
      refused: null,
    };
    const said = (...events: readonly KeptEvent[]) =>
      additionRecords(planned, events).map(({ notGiven, recordedMinutes }) => [notGiven, recordedMinutes]);
    expect(said(began, at(51, missed))).toEqual([
      [false, null],
      [false, null],
      [true, null],
    ]);
    expect(said(began, at(51, missed), at(52, drug(2)))[2]).toEqual([false, 22]);
  });
});
