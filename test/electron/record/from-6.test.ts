import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { decodeEvent, decodeHeader } from '../../../electron/record/codec/codec.ts';
import { readRescue } from '../../../electron/record/read-run.ts';
import { demoCaseOf6, ofSiteBefore7 } from './golden/before-7.ts';
import { readJournal } from './journals.ts';

const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.sqlite`);
const typed = { id: null, name: 'Perfusionist', role: null, how: 'typed' } as const;
const nothingOf = (name: string) => ({
  name,
  doseMg: null,
  volumeMl: null,
  diluent: '',
  lot: '',
  expiry: '',
  preparedBy: '',
});

describe('a journal of version 6', () => {
  it('has the case it was begun with, the rules of its site and the lists that every console then asked', () => {
    const { header, close } = readJournal(golden('journal-6'));
    expect(header.case).toEqual(demoCaseOf6);
    expect(header.site).toMatchObject({
      ...ofSiteBefore7,
      name: 'Theatre',
      leastWeightKg: 8,
      coreHold: { celsius: 40, seconds: 60 },
      openCavityHighSeconds: 15,
    });
    expect(header.released).toBeNull();
    expect(header.startedBy).toEqual(typed);
    close();
  });

  it('has every action as it was pressed, by names that were typed and nobody beside them', () => {
    const record = readJournal(golden('journal-6'));
    const actions = record.events.flatMap(({ seq, event }) =>
      event.type === 'action' ? [{ seq, event }] : [],
    );
    record.close();
    expect(actions).toHaveLength(24);
    for (const { event } of actions)
      expect(event).toMatchObject({ by: typed, second: null, breakGlass: null, refused: null });
    const at = (seq: number) => actions.find((one) => one.seq === seq)?.event.action;
    // It said that a drug was added, not which.
    expect(at(37)).toEqual({
      type: 'start-treatment',
      drug: nothingOf(''),
      early: null,
      checkedBy: ['Demonstration nurse', 'Demonstration pharmacist'],
    });
    expect(at(42)).toEqual({
      type: 'ignore-probe',
      probe: 'T4',
      reason: 'Hands in the abdomen',
      clinician: 'A. Surgeon',
    });
    expect(at(49)).toEqual({ type: 'change-alarm-limit', limit: 'control-above-target', value: 0.6 });
    // The role that was stated stays in the log of the alarms.
    expect(record.events.find(({ seq }) => seq === 50)?.event).toEqual({
      type: 'alarm-limit-changed',
      limit: 'control-above-target',
      from: 0.5,
      to: 0.6,
      by: typed,
      role: 'perfusionist',
    });
  });

  it('of a rescue has no case, and its actions are read alike', () => {
    const read = readRescue(golden('rescue-6'));
    if (!read.ok) throw new Error(read.problem);
    const { header, events, close } = read.record;
    expect(header).not.toHaveProperty('case');
    expect(header).not.toHaveProperty('released');
    expect(events.flatMap(({ event }) => (event.type === 'action' ? [event] : []))).toEqual(
      (['drain-now', 'stop-run'] as const).map((type) => ({
        type: 'action',
        by: { ...typed, name: 'M. Perfusionist' },
        second: null,
        breakGlass: null,
        action: { type },
        refused: null,
      })),
    );
    close();
  });
});

describe('an entry of version 6', () => {
  const read = (action: object, version = 6): RunEvent =>
    decodeEvent('action', JSON.stringify({ type: 'action', by: typed, action, refused: null }), version);
  const actionOf = (event: RunEvent) => (event.type === 'action' ? event.action : event);

  it('that recorded a drug keeps its words and its volume', () => {
    expect(
      actionOf(
        read({ type: 'record-drug', text: 'As labelled', addition: 1, volumeMl: 40, checkedBy: ['A', 'B'] }),
      ),
    ).toEqual({
      type: 'record-drug',
      drug: { ...nothingOf('As labelled'), volumeMl: 40 },
      addition: 1,
      checkedBy: ['A', 'B'],
    });
  });

  it('that started without a drug gave none', () => {
    expect(
      actionOf(read({ type: 'start-treatment', drugAdded: false, early: null, checkedBy: null })),
    ).toEqual({ type: 'start-treatment', drug: null, early: null, checkedBy: null });
  });

  it.each([
    ['a drug without its words', { type: 'record-drug', addition: null, volumeMl: null, checkedBy: null }],
    ['one in the words of version 7', { type: 'time-out', names: ['A'] }],
    ['no action', { type: 'lunch' }],
  ])('that is none (%s) is kept as it stands, with why', (_, action) => {
    expect(read(action)).toMatchObject({ type: 'unreadable', was: 'action' });
  });

  it('is none of version 7: who stood beside is not made up', () => {
    expect(read({ type: 'drain-now' }, 7)).toMatchObject({ type: 'unreadable' });
  });

  it('whose header has no whole case is refused, with the field', () => {
    const { header, close } = readJournal(golden('journal-6'));
    close();
    const old = { ...header, case: { patient: 'nobody' } };
    expect(() => decodeHeader('header', JSON.stringify(old), 6)).toThrow(/case\.patient: /);
  });
});
