import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { hotkeys, useHotkey } from '../parts/hotkey.ts';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';

interface AcknowledgeProps {
  readonly alarms: readonly Alarm[];
  /** Which one a press now is meant for: the one in front, or the one that has just been there. */
  readonly meant: string;
}

/**
 * Acknowledges the alarm in front, by touch or key, at any moment; a finger on its way to the one before acknowledges
 * that one, and nothing where that is done.
 */
export function AcknowledgeButton({ alarms, meant }: AcknowledgeProps) {
  const text = useText().run.alarms;
  const act = useAct();
  const press = () => {
    const read = alarms.find(({ id }) => id === meant);
    if (read?.acknowledgedMs === null) void act({ type: 'acknowledge', alarmIds: [read.id] });
  };
  const button = useHotkey(hotkeys.acknowledge, press);
  return (
    <Button
      ref={button}
      hotkey={hotkeys.acknowledge}
      className="alarm-acknowledge"
      data-action="acknowledge"
      title={text.acknowledge}
      onClick={press}
    />
  );
}
