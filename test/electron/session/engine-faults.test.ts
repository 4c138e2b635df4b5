import { afterEach, describe, expect, it } from 'vitest';
import type { Publisher } from '../../../electron/session/publishers.ts';
import { pulseOf } from '../../../electron/session/pulse.ts';
import { shortPreset, Treatment, warm } from '../../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

const rigNow = () => treatment.rig.rig.telemetry();
const inForce = () => rigNow().inForce;

/** Something that the engine asks in each of its ticks throws, for so many ticks. */
function failTicks(count: number): void {
  let left = count;
  const answer = treatment.around.audioNotWorking;
  Object.defineProperty(treatment.around, 'audioNotWorking', {
    configurable: true,
    get() {
      if (left <= 0) return answer;
      left -= 1;
      throw new Error('a tick that fails');
    },
  });
}

describe('a publisher that throws', () => {
  it('is said and goes no further: ticks, record and controls go on', async () => {
    let throws = false;
    const hostile: Publisher = {
      name: 'A hostile view',
      publish: () => {
        if (throws) throw new Error('not for you');
      },
    };
    treatment = await Treatment.start({ scenario: warm, preset: shortPreset(), publishers: [hostile] });
    await treatment.untilPhase('treatment', 900);
    treatment.operator = null;
    await treatment.seconds(5);
    throws = true;
    const before = treatment.run.sessionSeconds;
    await treatment.seconds(15);
    expect(treatment.run.sessionSeconds - before).toBeCloseTo(15, 0);
    expect(rigNow().interlockBits).toBe(0);
    expect(treatment.said.filter((line) => line.startsWith('A hostile view failed')).length).toBeLessThan(5);
    expect(treatment.act({ type: 'stop-run' })).toEqual({ taken: true });
    await treatment.seconds(1);
    expect(inForce()).toMatchObject({ pumpEnable: false, heaterEnable: false });
  });

  it('takes nothing from those who are told after it', async () => {
    let told = 0;
    const publish = (): void => {
      told += 1;
    };
    const hostile: Publisher = {
      name: 'A hostile view',
      publish: () => {
        throw new Error('not for you');
      },
    };
    const next: Publisher = { name: 'The next', publish };
    treatment = await Treatment.start({ scenario: warm, publishers: [hostile, next] });
    const before = told;
    await treatment.seconds(2);
    expect(told - before).toBeGreaterThanOrEqual(15);
    expect(treatment.engine.authority.failures).toBe(0);
  });

  it('may reject later as well', async () => {
    const later: Publisher = { name: 'Later', publish: () => Promise.reject(new Error('later')) };
    treatment = await Treatment.start({ scenario: warm, publishers: [later] });
    await treatment.seconds(3);
    expect(treatment.said.some((line) => line.startsWith('Later failed (1 times): later'))).toBe(true);
    expect(treatment.run.sessionSeconds).toBeGreaterThan(2);
  });
});

describe('a tick that throws', () => {
  it('turns the heat off at the machine, is on record, and the ticks go on; heat stays off until a person resumes', async () => {
    treatment = await Treatment.treating();
    expect(inForce().heaterEnable).toBe(true);
    failTicks(1);
    await treatment.seconds(0.5);
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(treatment.engine.authority).toMatchObject({ state: 'commanding', failures: 1 });
    const event = treatment.events.find(({ event: { type } }) => type === 'console-fault');
    expect(event?.event).toEqual({ type: 'console-fault', message: 'a tick that fails', failures: 1 });
    await treatment.seconds(60);
    expect(inForce().heaterEnable).toBe(false);
    expect(treatment.run.heatHeld).toBe('console-fault');
    const [alarm] = treatment.raised('console-fault');
    expect(alarm).toMatchObject({ priority: 'high' });
    expect(treatment.act({ type: 'resume-heat' })).toEqual({ taken: true });
    await treatment.seconds(10);
    expect(inForce().heaterEnable).toBe(true);
  });

  it('before its exchange costs no exchange: heat is off in that very one', async () => {
    treatment = await Treatment.treating();
    const { link } = treatment;
    const [state, tick] = [link.state.bind(link), link.tick.bind(link)];
    const written: (boolean | null)[] = [];
    let throws = 6;
    link.tick = (intent, options) => {
      written.push(intent?.heaterEnable ?? null);
      return tick(intent, options);
    };
    // Asked first of all in a tick; no more once there was an exchange.
    link.state = (nowMs) => {
      if (written.length > 0 || throws <= 0) return state(nowMs);
      throws -= 1;
      throw new Error('before the exchange');
    };
    await treatment.seconds(0.5);
    link.state = state;
    link.tick = tick;
    expect(written[0]).toBe(false);
    expect(treatment.engine.authority).toMatchObject({ state: 'commanding', failures: 1 });
  });

  it('outside, and nobody caught, takes the heat like one in a tick', async () => {
    treatment = await Treatment.treating();
    treatment.engine.hearFault(new Error('nobody caught this'));
    expect(treatment.engine.authority).toMatchObject({ overlay: 'heat-off', failures: 1 });
    await treatment.seconds(0.3);
    expect(inForce().heaterEnable).toBe(false);
  });

  it('sounds at the machine before alarms and view could', async () => {
    treatment = await Treatment.treating();
    failTicks(2);
    await treatment.seconds(0.2);
    expect(treatment.rig.rig.control.accepted.annunciator).toBe('high');
  });

  it('three times in a row: pump and heater go off, then nothing is written, and everything pressed says NOT SENT', async () => {
    treatment = await Treatment.treating();
    failTicks(3);
    await treatment.seconds(1);
    expect(treatment.engine.authority.state).toBe('faulted');
    expect(inForce()).toMatchObject({ pumpEnable: false, heaterEnable: false });
    await treatment.seconds(5);
    const { heartbeat } = treatment.rig.rig.control;
    await treatment.seconds(10);
    expect(treatment.rig.rig.control.heartbeat).toBe(heartbeat);
    for (const type of ['heat-off', 'pause-flow', 'stop-run', 'drain-now', 'resume-heat'] as const) {
      expect(treatment.act({ type })).toEqual({ taken: false, why: 'not-sent' });
    }
    expect(treatment.load().machine).toMatchObject({ authority: 'faulted', fault: { failures: 3 } });
    expect(pulseOf(treatment.engine)).toMatchObject({ engine: 'faulted', sound: 'high', watching: true });
  });

  it.each([
    { cutSeconds: 10, pumpEnable: false, what: 'off is told once it is back' },
    {
      cutSeconds: 60,
      pumpEnable: true,
      what: 'after half a minute people are at the machine, and nothing is told',
    },
  ])('over a line that is cut for $cutSeconds s: $what', async ({ cutSeconds, pumpEnable }) => {
    treatment = await Treatment.treating();
    treatment.fault({ fault: 'line-cut' }, cutSeconds);
    await treatment.seconds(2);
    failTicks(3);
    await treatment.seconds(cutSeconds + 3);
    expect(treatment.engine.authority.state).toBe('faulted');
    expect(treatment.link.state(treatment.clock.monotonicMs())).toBe('up');
    expect(inForce()).toMatchObject({ pumpEnable, heaterEnable: false });
  });

  it('ten times in a minute does the same, nine do not', async () => {
    treatment = await Treatment.treating();
    for (let time = 0; time < 9; time += 1) {
      failTicks(1);
      await treatment.seconds(3);
    }
    expect(treatment.engine.authority.state).toBe('commanding');
    failTicks(1);
    await treatment.seconds(3);
    expect(treatment.engine.authority.state).toBe('faulted');
  });
});

/** Throws once, while the run is told of what `flag` says. */
function throwAsToldOf(flag: 'rigRestarted' | 'linkLost'): void {
  const { link } = treatment;
  const tick = link.tick.bind(link);
  let [armed, thrown] = [false, false];
  link.tick = async (intent, options) => {
    const result = await tick(intent, options);
    armed ||= result[flag];
    return result;
  };
  let { problem } = link;
  Object.defineProperty(link, 'problem', {
    configurable: true,
    get() {
      if (!armed || thrown) return problem;
      thrown = true;
      throw new Error('a tick that fails as the link is told');
    },
    set(said: string | null) {
      problem = said;
    },
  });
}

describe('a tick that throws while the run is told once of', () => {
  afterEach(() => {
    Reflect.deleteProperty(treatment.link, 'problem');
  });

  it('a restart of the rig: it is told in the next, and a person decides', async () => {
    treatment = await Treatment.treating();
    throwAsToldOf('rigRestarted');
    treatment.fault({ fault: 'rig-restart' }, 0.5);
    await treatment.seconds(10);
    expect(treatment.engine.authority).toMatchObject({ state: 'waiting', failures: 1 });
    expect(treatment.run.primary?.action).toBe('take-command');
    expect(treatment.act({ type: 'drain-now' })).toEqual({ taken: true });
    await treatment.seconds(5);
    expect(treatment.engine.authority.state).toBe('commanding');
    expect(inForce()).toMatchObject({ mode: 'drain', pumpEnable: true });
  });

  it('a link that was lost for one tick: STOP RUN is taken as a decision, and reaches the machine', async () => {
    treatment = await Treatment.treating();
    const { link } = treatment;
    const tick = link.tick.bind(link);
    link.tick = async (intent, options) => {
      link.tick = tick;
      return { ...(await tick(intent, options)), linkLost: true };
    };
    throwAsToldOf('linkLost');
    await treatment.seconds(5);
    expect(treatment.run.primary?.action).toBe('take-command');
    expect(treatment.act({ type: 'stop-run' })).toEqual({ taken: true });
    await treatment.seconds(2);
    expect(inForce()).toMatchObject({ pumpEnable: false, heaterEnable: false });
  });
});

it('a link that is lost is told to the authority: only a person takes command again', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'line-cut' }, 4);
  await treatment.seconds(2);
  expect(treatment.engine.authority.state).toBe('waiting');
  expect(treatment.engine.snapshot().telemetry).toBeNull();
  await treatment.seconds(6);
  expect(treatment.engine.authority.state).toBe('waiting');
  expect(treatment.act({ type: 'take-command' })).toEqual({ taken: true });
  expect(treatment.engine.authority.state).toBe('commanding');
});

describe('an engine that stands', () => {
  it.each([1.2, 1.6, 3])(
    'for %s s: a STOP RUN that was kept reaches the machine by itself',
    async (seconds) => {
      treatment = await Treatment.treating();
      let release = (): void => {};
      const { link } = treatment;
      const tick = link.tick.bind(link);
      link.tick = async (intent, options) => {
        if (seconds < 2) await new Promise<void>((resolve) => (release = () => resolve()));
        else await new Promise(() => {});
        link.tick = tick;
        return tick(intent, options);
      };
      await treatment.seconds(1.1);
      expect(treatment.act({ type: 'stop-run' })).toEqual({ taken: true, unconfirmed: true });
      await treatment.seconds(seconds - 1.1);
      release();
      link.tick = tick;
      await treatment.seconds(4);
      expect(treatment.run.stopped).toBe(true);
      expect(inForce()).toMatchObject({ pumpEnable: false, heaterEnable: false });
    },
  );

  it('keeps the strongest of what turns something off as the next first act, and refuses the rest', async () => {
    treatment = await Treatment.treating();
    let release = (): void => {};
    const { link } = treatment;
    const tick = link.tick.bind(link);
    link.tick = async (intent, options) => {
      await new Promise<void>((resolve) => (release = () => resolve()));
      link.tick = tick;
      return tick(intent, options);
    };
    await treatment.seconds(1.5);
    expect(treatment.engine.stands).toBe(true);
    expect(treatment.act({ type: 'heat-off' })).toEqual({ taken: true, unconfirmed: true });
    expect(treatment.act({ type: 'stop-run' })).toEqual({ taken: true, unconfirmed: true });
    expect(treatment.act({ type: 'pause-flow' })).toEqual({ taken: true, unconfirmed: true });
    expect(treatment.act({ type: 'drain-now' })).toEqual({ taken: false, why: 'not-ticking' });
    expect(treatment.act({ type: 'take-command' })).toEqual({ taken: false, why: 'not-ticking' });
    expect(treatment.run.stopped).toBe(false);
    release();
    await treatment.seconds(0.5);
    expect(treatment.run.stopped).toBe(true);
  });

  it('an exchange that never ends is given up, and the ticks go on', async () => {
    treatment = await Treatment.treating();
    const { link } = treatment;
    const tick = link.tick.bind(link);
    const abandon = link.abandon.bind(link);
    let abandoned = 0;
    link.abandon = () => {
      abandoned += 1;
      abandon();
    };
    link.tick = () => {
      link.tick = tick;
      return new Promise(() => {});
    };
    await treatment.seconds(3);
    expect(abandoned).toBe(1);
    expect(treatment.engine.stands).toBe(false);
    expect(treatment.engine.authority.failures).toBe(1);
    expect(rigNow().inForce.heaterEnable).toBe(false);
  });
});
