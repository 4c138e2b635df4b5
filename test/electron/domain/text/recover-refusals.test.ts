import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../../electron/domain/action.ts';
import { recoverRefusalKinds, takeUpRefusalKinds } from '../../../../electron/domain/take-up.ts';
import type { Words } from '../../../../electron/domain/text/dictionary.ts';
import { en } from '../../../../electron/domain/text/en.ts';
import { zh } from '../../../../electron/domain/text/zh.ts';

const english = /[A-Za-z]{4,}/;
const keys = [...takeUpRefusalKinds, ...recoverRefusalKinds, ...Object.keys(en.refusal)];
const sentencesOf = ({ takeUpRefusal, recoverRefusal, refusal }: Words) => [
  ...takeUpRefusalKinds.map((kind) => takeUpRefusal[kind]),
  ...recoverRefusalKinds.map((kind) => recoverRefusal[kind]),
  ...(Object.keys(en.refusal) as Refusal[]).map((kind) => refusal[kind]),
];

describe('whatever is refused of a choice about a lost run', () => {
  it('has its sentence in both languages, none of them a key', () => {
    const [said, chinese] = [sentencesOf(en), sentencesOf(zh)];
    expect(said).toHaveLength(chinese.length);
    for (const sentence of said) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      for (const key of keys.filter((one) => one.includes('-'))) expect(sentence).not.toContain(key);
    }
    for (const sentence of chinese) expect(sentence).toMatch(/。$/);
  });

  it('said in English by the console is read in Chinese, each alone and all in one go', () => {
    const said = sentencesOf(en);
    for (const [at, sentence] of said.entries()) expect(zh.problem(sentence)).toBe(sentencesOf(zh)[at]);
    expect(zh.problem(said.join(' '))).toBe(sentencesOf(zh).join(''));
  });

  it.each([
    'Its record has no checkpoint: it was kept by an older console.',
    'The checkpoint of the run cannot be read: it is of another version.',
    'The state cannot be read: it is of another version.',
    'Its samples cannot be read: EIO.',
    'journal: journal /p/journal.sqlite: another program has it open (locked), its run may be going on. End that program first.',
    'journal: journal /p/journal.sqlite: its run is over, and nothing is added to it. Start another run.',
    'The record could not be ended: EIO.',
    'The record could not be made: EIO.',
    'The run could not be recovered: EIO.',
    'The run could not be started: EIO.',
  ])('what a record has against it has Chinese words: %s', (said) => {
    expect(zh.problem(said).replaceAll(/\/p\/journal\.sqlite|\(locked\)/g, '')).not.toMatch(english);
  });
});
