import { describe, expect, it } from 'vitest';
import { colourProblem, type MarkColours } from '../../../renderer/parts/alarm-colours.ts';

const white = [255, 255, 255] as const;
const black = [0, 0, 0] as const;
const display = { forced: false, monochrome: false };
/** As the dark theme draws them. */
const marks = {
  high: { colour: [255, 59, 59], sign: white },
  medium: { colour: [255, 217, 46], sign: black },
  low: { colour: [63, 220, 236], sign: black },
} satisfies Record<string, MarkColours>;

describe('the colours of alarms', () => {
  it('are right when they are red, yellow and cyan and their signs can be read', () => {
    expect(colourProblem(marks, display)).toBeNull();
  });

  it('are wrong when the system replaces them, or the screen has none', () => {
    expect(colourProblem(marks, { ...display, forced: true })).toBe('forced');
    expect(colourProblem(marks, { ...display, monochrome: true })).toBe('monochrome');
  });

  it('are wrong when one is another colour, grey, or not drawn', () => {
    expect(colourProblem({ ...marks, high: marks.medium }, display)).toBe('hue');
    expect(colourProblem({ ...marks, low: { colour: [140, 150, 150], sign: black } }, display)).toBe('hue');
    expect(colourProblem({ ...marks, medium: null }, display)).toBe('hue');
  });

  it('are wrong when the sign on one can hardly be read', () => {
    expect(colourProblem({ ...marks, medium: { colour: [255, 217, 46], sign: white } }, display)).toBe(
      'unreadable',
    );
  });
});
