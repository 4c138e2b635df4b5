import { describe, expect, it } from 'vitest';
import {
  type Authority,
  commandOf,
  failed,
  letGoOnce,
  moved,
  newAuthority,
} from '../../../electron/authority/authority.ts';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';

const heats: Intent = {
  ...standbyIntent,
  mode: 'circulate',
  pumpEnable: true,
  flowSetpointMlPerMin: 1500,
  heaterEnable: true,
};
const commanding = moved(newAuthority, 'begin');

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
