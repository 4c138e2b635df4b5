import { describe, expect, it } from 'vitest';
import {
  type Asked,
  type Authority,
  commandOf,
  failed,
  laid,
  letGoOnce,
  moved,
  newAuthority,
  struck,
  tellsFault,
  wentWell,
} from '../../../electron/authority/authority.ts';
import { type AuthorityEvent, authorityEvents } from '../../../electron/authority/table.ts';
import { type AuthorityState, authorityStates } from '../../../electron/domain/authority-state.ts';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';

const heats: Intent = {
  ...standbyIntent,
  mode: 'circulate',
  pumpEnable: true,
  flowSetpointMlPerMin: 1500,
  heaterEnable: true,
};
const commanding = moved(newAuthority, 'begin');

/** Every way from every state, written down by hand; what is not here changes nothing. */
const ways: Readonly<Record<AuthorityState, Readonly<Partial<Record<AuthorityEvent, AuthorityState>>>>> = {
  reading: { begin: 'commanding', 'take-up': 'waiting', 'give-up': 'faulted' },
  commanding: {
    'take-up': 'waiting',
    'link-lost': 'waiting',
    'rig-restarted': 'waiting',
    end: 'standing-down',
    'give-up': 'faulted',
  },
  waiting: { 'take-command': 'commanding', end: 'standing-down', 'give-up': 'faulted' },
  'standing-down': {
    begin: 'commanding',
    'take-up': 'waiting',
    'stood-down': 'reading',
    'give-up': 'faulted',
  },
  faulted: {},
};

describe('the table', () => {
  it.each(authorityStates)('leads from %s where it should, and nowhere else', (state) => {
    for (const event of authorityEvents)
      expect(moved({ ...newAuthority, state }, event).state, event).toBe(ways[state][event] ?? state);
  });
});

describe('what is written', () => {
  const at = (state: AuthorityState): Authority => ({ ...newAuthority, state });
  const sounding: Asked = { intent: { ...heats, annunciator: 'medium' } };

  it('is nothing while nobody commands, or a person has to decide', () => {
    for (const state of ['reading', 'waiting'] as const)
      expect(commandOf(at(state), sounding, heats, null)).toBeNull();
  });

  it('is standby with the alarms that still stand while the machine is told to stand down', () => {
    expect(commandOf(at('standing-down'), sounding, heats, null)).toEqual({
      ...standbyIntent,
      annunciator: 'medium',
    });
    expect(commandOf(at('standing-down'), null, heats, null)).toEqual({
      ...standbyIntent,
      annunciator: 'none',
    });
  });

  it('has heat off, or all off, laid over it, and sounds at the machine', () => {
    const quiet: Asked = { intent: { ...heats, annunciator: 'none' } };
    expect(commandOf(laid(commanding, 'heat-off'), quiet, null, null)).toEqual({
      ...heats,
      heaterEnable: false,
      annunciator: 'high',
    });
    expect(commandOf(laid(commanding, 'all-off'), quiet, null, null)).toEqual({
      ...heats,
      heaterEnable: false,
      pumpEnable: false,
      flowSetpointMlPerMin: 0,
      annunciator: 'high',
    });
    expect(laid(laid(commanding, 'all-off'), 'heat-off').overlay).toBe('all-off');
  });
});

describe('what fails', () => {
  it('takes the heat, in a tick or outside, until the run itself holds it', () => {
    for (const after of [failed(commanding, 'x', 0), struck(commanding, 'x', 0)]) {
      expect(after).toMatchObject({ overlay: 'heat-off', failures: 1, lastFailure: 'x' });
      expect(wentWell(after, { heat: false, flow: false }).overlay).toBe('heat-off');
      expect(wentWell(after, { heat: true, flow: false }).overlay).toBe('none');
      expect(wentWell(after, null).overlay).toBe('none');
    }
    const all = laid(commanding, 'all-off');
    expect(wentWell(all, { heat: true, flow: false }).overlay).toBe('all-off');
    expect(wentWell(all, { heat: true, flow: true }).overlay).toBe('none');
  });

  it('three times in a row, or ten times in a minute, is given up', () => {
    let row = commanding;
    for (let at = 0; at < 2; at += 1) row = failed(row, 'x', at * 100);
    expect(row.state).toBe('commanding');
    expect(failed(row, 'x', 300).state).toBe('faulted');
    expect(failed(wentWell(row, null), 'x', 300).state).toBe('commanding');
    let often = commanding;
    for (let at = 0; at < 9; at += 1) often = wentWell(struck(often, 'x', at * 6_000), null);
    expect(struck(often, 'x', 59_000).state).toBe('faulted');
    expect(struck(often, 'x', 61_000).state).toBe('commanding');
  });

  it('is told for ten seconds, and for good once it is given up', () => {
    const once = struck(commanding, 'x', 0);
    expect([tellsFault(once, 9_900), tellsFault(once, 10_100), tellsFault(newAuthority, 0)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(tellsFault(moved(once, 'give-up'), 1e9)).toBe(true);
  });
});

describe('while somebody commands', () => {
  it('what is asked is written; nothing where nothing is asked; what was written last where that cannot be said', () => {
    expect(commandOf(commanding, { intent: heats }, null, null)).toEqual(heats);
    expect(commandOf(commanding, { intent: null }, heats, null)).toBeNull();
    expect(commandOf(commanding, null, heats, null)).toEqual(heats);
    expect(commandOf(commanding, null, null, null)).toBeNull();
  });

  it('a tick that failed takes the heat from either', () => {
    const struck = failed(commanding, 'a tick', 0);
    for (const asked of [{ intent: heats }, null])
      expect(commandOf(struck, asked, heats, null)).toMatchObject({ heaterEnable: false, pumpEnable: true });
  });

  it('a run that is taken up waits, whatever was asked before', () => {
    expect(moved(commanding, 'take-up').state).toBe('waiting');
  });
});

describe('a console that gives up', () => {
  const given: Authority = moved(commanding, 'give-up');
  const says = (authority: Authority): boolean => commandOf(authority, null, heats, null) !== null;

  it('says off until twenty exchanges carried it, however many did not', () => {
    let authority = given;
    for (let at = 0; at < 40; at += 1) authority = letGoOnce(authority, at % 2 === 1);
    expect(says(authority)).toBe(false);
    expect(says(letGoOnce(given, true))).toBe(true);
  });

  it('says it to nobody for no longer than half a minute', () => {
    let authority = given;
    for (let at = 0; at < 299; at += 1) authority = letGoOnce(authority, false);
    expect(says(authority)).toBe(true);
    expect(says(letGoOnce(authority, false))).toBe(false);
  });
});
