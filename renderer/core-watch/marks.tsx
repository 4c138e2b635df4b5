import type { ReactNode } from 'react';
import type { Intervention } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { useCore } from './core.ts';
import { usePressed } from './pressed.ts';

/** What a button of an intervention says in the place of its caption; `undefined`: its caption is true. */
export function useMark(): (intervention: Intervention) => ReactNode | undefined {
  const text = useText().core;
  const silence = useCore((core) => core.silence);
  const { pressed, late } = usePressed();
  const shown = silence === 'none' ? late : pressed;
  return (intervention) => {
    const press = shown[intervention];
    if (silence === 'faulted' || press === 'not-sent') return strong(text.notSent);
    return press === undefined ? undefined : strong(text.notConfirmed);
  };
}

const strong = (words: string): ReactNode => <b className="intervention-mark">{words}</b>;
