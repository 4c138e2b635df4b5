/** `#rgb` and `#rrggbb` as Chromium wants them; Electron's other notations are not taken. */
export function rgba(color: string): { r: number; g: number; b: number } {
  const digits = /^#(?:[0-9a-f]{3}){1,2}$/i.test(color) ? color.slice(1) : null;
  if (!digits)
    throw new Error(`The Electron stand-in takes backgroundColor as #rgb or #rrggbb, not ${color}.`);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
  return { r, g, b };
}
