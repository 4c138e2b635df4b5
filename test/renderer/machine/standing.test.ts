import { describe, expect, it } from 'vitest';
import type { ConsoleView, MachineView } from '../../../electron/contract/view.ts';
import { machineLines, standsOut } from '../../../renderer/machine/standing.ts';
import { standingAlarms } from '../../../renderer/machine/standing-alarms.ts';
import { en } from '../../../renderer/text/en.ts';
import { zh } from '../../../renderer/text/zh.ts';
import { sample, samples } from '../sample-views.ts';
import { atRest } from '../samples/base.ts';

const atEase = sample('setup-filled').view;
const withMachine = (of: Partial<MachineView>): ConsoleView => ({ ...atEase, machine: { ...atRest, ...of } });
const lines = (view: ConsoleView) => machineLines(view, en).join('\n');

describe('a machine outside a run', () => {
  it('is small on the screen while it stands and nothing is to be done about it', () => {
    expect(standsOut(atEase)).toBe(false);
    expect(standsOut(sample('review-completed').view)).toBe(false);
  });

  it('is small where no machine was ever heard', () => {
    expect(standsOut(sample('setup-empty').view)).toBe(false);
  });

  it.each([
    { doing: 'circulating' },
    { doing: 'filling' },
    { doing: 'draining' },
    { doing: 'pumping-other' },
    { doing: 'standing' },
    { standingDownSeconds: 0 },
    { anotherConsole: true },
    { authority: 'faulted' },
    { fault: { failures: 1, message: '' } },
    { rescue: { asked: 'off', seconds: 0, written: true, drainedMl: 0, drySeconds: 0 } },
    { offers: { ...atRest.offers, 'clear-interlocks': true }, interlockBits: 1 },
  ] satisfies Partial<MachineView>[])('stands out with %o', (of) => {
    expect(standsOut(withMachine(of))).toBe(true);
  });

  it('stands out once it is lost after it was heard', () => {
    expect(standsOut(sample('machine-link-lost').view)).toBe(true);
  });

  it.each([
    [3010, 40, true],
    [300, 40, false],
    [300, null, true],
  ] as const)('offers in review to drain %s mL, give or take %s: %s', (ml, uncertaintyMl, offered) => {
    const review = sample('review-completed').view;
    const run = review.run as NonNullable<typeof review.run>;
    const view: ConsoleView = {
      ...review,
      machine: { ...review.machine, offers: { ...atRest.offers, drain: true } },
      run: { ...run, balance: { ...run.balance, inCavity: { ml, uncertaintyMl } } },
    };
    expect(standsOut(view)).toBe(offered);
  });

  it('says with the link lost to use its switch, and how to drain by hand', () => {
    const said = lines(sample('machine-link-lost').view);
    expect(said).toContain('use the switch on the machine');
    expect(said).toContain('open the clamp of the drain line');
    expect(said).toContain('NOT SENT – ask again');
  });

  it('never says of what was not written that it was', () => {
    for (const asked of ['off', 'circulate-unheated', 'drain'] as const) {
      const rescue = { asked, seconds: 9, written: false, drainedMl: 0, drySeconds: 0 };
      expect(lines(withMachine({ doing: 'circulating', rescue }))).not.toMatch(/\bwritten\b/);
      const written = { ...rescue, written: true };
      expect(lines(withMachine({ doing: 'circulating', rescue: written }))).toMatch(/0:09 ago, written/);
    }
  });

  it('names who else commands it, how long it does not stand down, and every interlock', () => {
    expect(lines(withMachine({ anotherConsole: true }))).toContain('Another console commands it');
    expect(lines(withMachine({ doing: 'circulating', standingDownSeconds: 14 }))).toContain('for 0:14');
    expect(lines(withMachine({ interlockBits: 0b11 }))).toContain('Watchdog expired, Over-temperature');
  });

  it('says all of it in Chinese too', () => {
    for (const { view } of samples) {
      for (const line of [...machineLines(view, zh), zh.machine.doing(view.machine.doing, null)])
        expect(line).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('the alarms that stand', () => {
  it('are those of the run where one is shown, in review as well, else those of the console', () => {
    const { view } = sample('review-standing-down');
    expect(standingAlarms(view)?.system).toBe(view.run?.alarmSystem);
    const lost = sample('machine-link-lost').view;
    expect(standingAlarms(lost)).toMatchObject({
      alarms: lost.machine.alarms,
      system: lost.machine.alarmSystem,
    });
    expect(standingAlarms({ ...lost, machine: { ...lost.machine, alarmSystem: null } })).toBeNull();
  });
});
