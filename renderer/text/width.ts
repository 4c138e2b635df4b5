/** A letter of the Latin alphabet or a digit, in bold, is about this wide; a Chinese character and its marks are 1 em. */
const latinEms = 0.57;
const fullWidth = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** About how wide a text is, em. */
export const ems = (text: string): number =>
  [...text].reduce((sum, character) => sum + (fullWidth.test(character) ? 1 : latinEms), 0);
