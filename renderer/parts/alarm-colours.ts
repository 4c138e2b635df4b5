import { type RefObject, useEffect, useState } from 'react';
import { type Priority, priorities } from '../../electron/contract/words.ts';
import { usePreferences } from '../preferences.ts';

type Rgb = readonly [red: number, green: number, blue: number];
/** The colour of a mark and of the sign on it, as they are drawn. */
export interface MarkColours {
  readonly colour: Rgb;
  readonly sign: Rgb;
}
export type ColourProblem = 'forced' | 'monochrome' | 'hue' | 'unreadable';

/** What counts as red, yellow and cyan, degrees of hue; red lies around 0. */
const hues: Readonly<Record<Priority, readonly [from: number, to: number]>> = {
  high: [-20, 15],
  medium: [40, 65],
  low: [170, 205],
};
/** WCAG 2.2: large signs and graphics. */
const lowestContrast = 3;
/** Below it a hue is closer to grey. */
const lowestSaturation = 0.5;

/** What is wrong with the colours of alarms as the page draws them; `null`: nothing. What the glass shows, people see. */
export function colourProblem(
  marks: Readonly<Record<Priority, MarkColours | null>>,
  display: { readonly forced: boolean; readonly monochrome: boolean },
): ColourProblem | null {
  if (display.forced) return 'forced';
  if (display.monochrome) return 'monochrome';
  for (const priority of priorities) {
    const mark = marks[priority];
    const [from, to] = hues[priority];
    if (mark === null) return 'hue';
    const { hue, saturation } = hueOf(mark.colour);
    const turned = hue > 180 && from < 0 ? hue - 360 : hue;
    if (saturation < lowestSaturation || turned < from || turned > to) return 'hue';
    if (contrast(mark.colour, mark.sign) < lowestContrast) return 'unreadable';
  }
  return null;
}

/** Hue in degrees and saturation from 0 to 1, as in HSV. */
function hueOf([red, green, blue]: Rgb): { hue: number; saturation: number } {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return { hue: 0, saturation: 0 };
  const sixth =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: sixth * 60, saturation: range / most };
}

/** Contrast by WCAG 2.2, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The verdict on the marks drawn inside `shown`; `undefined` until they are. Judged anew with another theme. */
export function useColourProblem(shown: RefObject<Element | null>): ColourProblem | null | undefined {
  const theme = usePreferences((preferences) => preferences.theme);
  const [problem, setProblem] = useState<ColourProblem | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what is drawn.
  useEffect(() => {
    const drawn = (priority: Priority): MarkColours | null => {
      const mark = shown.current?.querySelector(`[data-priority="${priority}"] .mark-lit`);
      const colour = rgbOf(mark?.firstElementChild);
      const sign = rgbOf(mark?.lastElementChild);
      return colour === null || sign === null ? null : { colour, sign };
    };
    const marks = { high: drawn('high'), medium: drawn('medium'), low: drawn('low') };
    const matches = (query: string) => matchMedia(query).matches;
    const display = { forced: matches('(forced-colors: active)'), monochrome: matches('(monochrome)') };
    setProblem(colourProblem(marks, display));
  }, [shown, theme]);
  return problem;
}

function rgbOf(element: Element | null | undefined): Rgb | null {
  if (element == null) return null;
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(element).fill);
  return parts === null ? null : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}
