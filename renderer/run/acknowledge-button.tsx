import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { hotkeys, useHotkey } from '../parts/hotkey.ts';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { pressSettleMs, useMeant } from './use-settled.ts';

interface AcknowledgeProps {
  readonly alarm: Alarm;
  readonly others: readonly Alarm[];
}

/**
 * Acknowledges the alarm in front, by touch or key, at any moment; a finger on its way to the one before acknowledges
 * that one, and nothing where that is done.
 */
export function AcknowledgeButton({ alarm, others }: AcknowledgeProps) {
  const text = useText().run.alarms;
  const act = useAct();
  const meant = useMeant(alarm.id, pressSettleMs);
  const press = () => {
    const read = [alarm, ...others].find(({ id }) => id === meant);
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
