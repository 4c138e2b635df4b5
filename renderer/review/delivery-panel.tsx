import { useState } from 'react';
import type { Asked, ConsoleDoor } from '../../electron/contract/channels.ts';
import type { DeliveryRow, DeliveryView } from '../../electron/contract/delivery-view.ts';
import { withPeople } from '../access/asking.ts';
import { Button } from '../parts/button.tsx';
import { wallTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { useDeliveries } from './use-deliveries.ts';
import './delivery.css';

type Invoke = ConsoleDoor['invoke'];
const invoke: Invoke = (name, request) => window.isotherm.invoke(name, request);

/** How far the documents of a record are on their way to the hospital, and those of others that a person has to look at. */
export function DeliveryPanel({ recordId }: { readonly recordId: string }) {
  const text = useText().delivery;
  const { reply, ask } = useDeliveries();
  const [problem, setProblem] = useState<string | null>(null);
  const doing = (request: () => Promise<Asked>) => async (): Promise<void> => {
    const asked = await withPeople(request, (done) => (done.ok ? null : done.why)).catch(() => null);
    setProblem(asked === null ? text.noAnswer : asked.ok ? null : asked.problem);
    ask();
  };
  if (reply === null) return <p className="list-empty">{text.asking}</p>;
  if (reply === 'no-answer') return <p className="list-empty">{text.noAnswer}</p>;
  if (!reply.ok) return <NeedsPerson onSigned={ask} />;
  const { deliveries } = reply;
  return (
    <div className="deliveries">
      {[deliveries.problem, problem].map(
        (said, at) =>
          said !== null && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two stand in one order for ever
            <p key={at} className="rig-problem" role="alert">
              {said}
            </p>
          ),
      )}
      <Rows
        rows={rowsOf(deliveries, recordId)}
        recordId={recordId}
        onAgain={(id) => void doing(() => invoke('deliverAgain', { id }))()}
      />
      {deliveries.sticks.map(({ id, name }) => (
        <Button
          key={id}
          data-action={`to-stick-${id}`}
          title={text.toStick(name)}
          caption={text.toStickCaption}
          onClick={() => void doing(() => invoke('deliverToStick', { recordId, destinationId: id }))()}
        />
      ))}
    </div>
  );
}

/** Those of this record, and before them those of others that go no further by themselves. */
const rowsOf = ({ rows }: DeliveryView, recordId: string): readonly DeliveryRow[] => [
  ...rows.filter((row) => row.recordId !== recordId && row.mayAgain),
  ...rows.filter((row) => row.recordId === recordId),
];

interface RowsProps {
  readonly rows: readonly DeliveryRow[];
  readonly recordId: string;
  readonly onAgain: (id: number) => void;
}

function Rows({ rows, recordId, onAgain }: RowsProps) {
  const text = useText().delivery;
  if (rows.length === 0) return <p className="list-empty">{text.none}</p>;
  return (
    <ol className="delivery-rows">
      {rows.map((row) => (
        <li key={row.id} className="delivery-row" data-state={row.state}>
          <b>{text.document(row.document, text.status[row.status])}</b>
          <span>{row.recordId === recordId ? row.destination : `${row.destination} · ${row.recordId}`}</span>
          <strong>{text.state[row.state]}</strong>
          <span>
            {row.why === null ? wallTime(row.changedWallMs) : text.why[row.why.kind](row.why.detail)}
            {row.nextTryWallMs !== null &&
              row.why !== null &&
              ` ${text.nextTry(wallTime(row.nextTryWallMs))}`}
            {row.nextTryWallMs === null && row.mayAgain && ` ${text.waitsForPerson}`}
          </span>
          {row.mayAgain && (
            <Button
              data-action={`again-${row.id}`}
              aria-label={text.againOf(row.document, row.destination)}
              title={text.again}
              onClick={() => onAgain(row.id)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function NeedsPerson({ onSigned }: { readonly onSigned: () => void }) {
  const text = useText().delivery;
  const signIn = async (): Promise<void> => {
    await withPeople(
      () => invoke('deliveries', null),
      (reply) => (reply.ok ? null : reply.why),
    ).catch(() => null);
    onSigned();
  };
  return (
    <div className="list-empty">
      <p>{text.needsSignIn}</p>
      <Button title={text.signIn} data-action="sign-in-for-delivery" onClick={() => void signIn()} />
    </div>
  );
}
