import type { AudioState } from '../../electron/contract/view.ts';
import type { Priority } from '../../electron/contract/words.ts';
import type { ColourProblem } from '../parts/alarm-colours.ts';

/** Trial of sound and colours: what the console finds by itself, and what people have to hear and see. */
export const trial = {
  button: 'Test sound and colours',
  again: 'Hear again',
  sound: 'Alarm sound: three bursts to be heard',
  colours: 'Alarm colours: red, yellow and cyan to be seen',
  testing: 'sound is being tested',
  sounds: {
    low: 'low: two pulses',
    medium: 'medium: three pulses',
    high: 'high: ten pulses',
  } satisfies Record<Priority, string>,
  audio: {
    working: 'sound works',
    suspended: 'sound is asleep: touch the screen once',
    missing: 'no audio output: the machine sounds alarms',
  } satisfies Record<AudioState, string>,
  coloursRight: 'colours told apart',
  colourProblem: {
    forced: 'the system forces its own colours: turn high contrast off',
    monochrome: 'this screen shows no colours',
    hue: 'red, yellow and cyan are not what they should be',
    unreadable: 'the marks cannot be read on their colours',
  } satisfies Record<ColourProblem, string>,
};
