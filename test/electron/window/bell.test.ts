import { describe, expect, it } from 'vitest';
import {
  type BellNeeds,
  standInForTheView,
  strokeEveryMs,
  voiceLostAfterMs,
} from '../../../electron/window/bell.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const around = { soundsHigh: true, viewSilentMs: 0, viewIsHeard: true };

async function heard(changes: Partial<typeof around>, fails: Partial<BellNeeds> = {}) {
  const now = { ...around, ...changes };
  const clock = new VirtualClock();
  const strokes: number[] = [];
  const said: string[] = [];
  const end = standInForTheView(clock, {
    soundsHigh: () => now.soundsHigh,
    viewSilentMs: () => now.viewSilentMs,
    viewIsHeard: () => now.viewIsHeard,
    ring: () => void strokes.push(clock.monotonicMs()),
    say: (line) => void said.push(line),
    ...fails,
  });
  await clock.advance(4 * strokeEveryMs);
  end();
  await clock.advance(10 * strokeEveryMs);
  return { strokes: strokes.length, said };
}

describe('the bell of the computer', () => {
  it('is silent while the view is there to sound what there is', async () => {
    expect(await heard({})).toEqual({ strokes: 0, said: [] });
    expect(await heard({ viewSilentMs: voiceLostAfterMs })).toEqual({ strokes: 0, said: [] });
  });

  it('is silent where nothing is to be heard: no high alarm, or one that is paused or acknowledged', async () => {
    expect(await heard({ soundsHigh: false, viewSilentMs: 60_000 })).toEqual({ strokes: 0, said: [] });
  });

  it.each([{ viewSilentMs: voiceLostAfterMs + 1 }, { viewIsHeard: false }])(
    'rings on for a high alarm without a view that is heard, says so once, and ends with the program: %s',
    async (changes) => {
      const { strokes, said } = await heard(changes);
      expect(strokes).toBe(5);
      expect(said).toHaveLength(1);
    },
  );

  it('rings where nobody can tell what is to be heard', async () => {
    const throws = () => {
      throw new Error('no alarms');
    };
    expect((await heard({}, { soundsHigh: throws })).strokes).toBe(5);
  });

  it('that fails is said once, and tried on', async () => {
    let tried = 0;
    const ring = () => {
      tried += 1;
      throw new Error('no bell');
    };
    const { said } = await heard({ viewIsHeard: false }, { ring });
    expect(tried).toBe(5);
    expect(said).toEqual(['The bell of the computer failed: no bell.']);
  });
});
