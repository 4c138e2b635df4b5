import { describe, expect, it } from 'vitest';
import { adviceKeys, type RunView } from '../../electron/contract/view.ts';
import { en } from '../../renderer/text/en.ts';
import { zh } from '../../renderer/text/zh.ts';
import { samples } from './sample-views.ts';

const runs = samples.flatMap(({ view }) => (view.run === null ? [] : [view.run]));
const chinese = /[\u4e00-\u9fff]/;

/** Every text without arguments, by its path. */
function plain(of: unknown, path = ''): [string, string][] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, value]) => plain(value, `${path}.${name}`));
}
/** Units and what is written alike in both. */
const alike = /^$|^\d:\d\d$|°C|mL|mmHg|min|%|^Fr$|YYYY|ISOTHERM|^T[1-4]$|^[12]$|^[，：]$/;

describe('Chinese', () => {
  it('has a text of its own wherever English has one', () => {
    const english = new Map(plain(en));
    const untranslated = plain(zh).filter(
      ([path, text]) => !path.startsWith('.domain') && !chinese.test(text) && !alike.test(text),
    );
    expect(untranslated).toEqual([]);
    expect(
      plain(zh)
        .map(([path]) => path)
        .filter((path) => !path.startsWith('.domain')),
    ).toEqual([...english.keys()].filter((path) => !path.startsWith('.domain')));
  });

  it.each(adviceKeys)('says %s in every state of a run, without a word of English', (key) => {
    for (const run of runs) {
      const values = { minutes: 20, limit: 30, seconds: 20, celsius: 43 };
      const said = zh.advice[key](run, values);
      expect(said).toMatch(chinese);
      expect(said.replace(/mL|min|°C|\bs\b/g, '')).not.toMatch(/[a-z]{2}/i);
      expect(said).not.toMatch(/undefined|NaN/);
    }
  });

  it('names every intervention and every primary action', () => {
    const run = runs[0] as RunView;
    for (const { title } of Object.values(zh.actions.interventions)) expect(title).toMatch(chinese);
    for (const say of Object.values(zh.actions.primary)) expect(say(run, 'prime', 1).title).toMatch(chinese);
  });
});
