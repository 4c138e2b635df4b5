import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import type { DialogueProps } from './dialogue.tsx';
import type { DialogueKind } from './form.ts';
import { DialogueFrame } from './frame.tsx';

/** What is recorded once in a run, or read again: the carrier and the time-out. */
export function MoreDialogue({
  run,
  onClose,
  onAsk,
}: DialogueProps & { readonly onAsk: (kind: DialogueKind) => void }) {
  const { records, run: words } = useText();
  const { carrier, timeOut, more } = records;
  return (
    <DialogueFrame title={more.title} cancel={words.panel.close} onClose={onClose} buttons={null}>
      <div className="more-records">
        <Button
          data-action="record-carrier"
          title={carrier.open}
          caption={
            run.carrier === null ? carrier.ask : carrier.recorded(run.carrier.name, run.carrier.volumeMl)
          }
          onClick={() => onAsk('record-carrier')}
        />
        <Button
          data-action="time-out"
          title={timeOut.open}
          caption={run.timeOut === null ? timeOut.ask : timeOut.readBy(run.timeOut)}
          onClick={() => onAsk('time-out')}
        />
      </div>
    </DialogueFrame>
  );
}
