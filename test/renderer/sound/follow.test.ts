import { describe, expect, it } from 'vitest';
import type { Sound } from '../../../electron/contract/words.ts';
import { lengthOf } from '../../../renderer/sound/burst-plan.ts';
import { bursts } from '../../../renderer/sound/bursts.ts';
import { follow, nothingPlayed, type Played } from '../../../renderer/sound/follow.ts';

const silent: Sound = { state: 'none', priority: null, sinceMs: null, secondsLeft: 0, reminders: 0 };
const sounding = (priority: 'low' | 'medium' | 'high', sinceMs = 0): Sound => ({
  ...silent,
  state: 'sounding',
  priority,
  sinceMs,
});

/** An audio clock that is looked at every 100 ms; tells what began and ended when. */
class Output {
  readonly heard: string[] = [];
  nowSeconds = 0;
  #played: Played = nothingPlayed;

  hear(sound: Sound, seconds: number): void {
    for (let look = 0; look < Math.round(seconds * 10); look += 1) {
      const { stop, play, played } = follow(this.#played, sound, this.nowSeconds);
      this.#played = played;
      if (stop) this.heard.push(`${this.nowSeconds.toFixed(1)} stop`);
      if (play !== null) this.heard.push(`${this.nowSeconds.toFixed(1)} ${play}`);
      this.nowSeconds += 0.1;
    }
  }
}

describe('the console', () => {
  it('repeats a medium alarm 10 s after the end of its burst, and a low one not at all', () => {
    const output = new Output();
    output.hear(sounding('medium'), 25);
    expect(output.heard).toEqual(['0.0 medium', '11.1 medium', '22.2 medium']);
    const low = new Output();
    low.hear(sounding('low'), 60);
    low.hear(sounding('low', 60_000), 60);
    expect(low.heard).toEqual(['0.0 low', '60.0 low']);
  });

  it('cuts a burst short for a more urgent one only', () => {
    const output = new Output();
    output.hear(sounding('medium'), 0.5);
    output.hear(sounding('high', 500), 1);
    output.hear(sounding('medium'), 5);
    expect(output.heard).toEqual(['0.0 medium', '0.5 stop', '0.5 high', '4.0 medium']);
  });

  it('hears a burst to its end when the alarm is over meanwhile', () => {
    const output = new Output();
    output.hear(sounding('high'), 0.5);
    output.hear(silent, 20);
    expect(output.heard).toEqual(['0.0 high']);
  });

  it('is silent at once when paused, and sounds at once when the pause is over', () => {
    const output = new Output();
    output.hear(sounding('high'), 1);
    output.hear({ ...sounding('high'), state: 'paused', secondsLeft: 100 }, 9);
    output.hear(sounding('high'), 1);
    expect(output.heard).toEqual(['0.0 high', '1.0 stop', '10.0 high']);
  });

  it('is quiet about what is acknowledged, and reminds of it with one burst', () => {
    const output = new Output();
    output.hear(sounding('high'), 1);
    output.hear({ ...sounding('high'), state: 'acknowledged' }, 60);
    output.hear({ ...sounding('high'), state: 'acknowledged', reminders: 1 }, 60);
    expect(output.heard).toEqual(['0.0 high', '1.0 stop', '61.0 high']);
  });

  it('repeats a high alarm within 15 s, again and again', () => {
    const output = new Output();
    output.hear(sounding('high'), 60);
    const spacing = lengthOf(bursts.high) + (bursts.high.repeatSeconds ?? 0);
    expect(output.heard).toHaveLength(Math.ceil(60 / spacing));
  });
});
