import type { DeliveryRow, DeliveryView } from '../contract/delivery-view.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Destination } from '../delivery/destination.ts';

/** What is shown of deliveries. */
export const deliveryView = (
  deliveries: readonly Delivery[],
  destinations: readonly Destination[],
  problem: string | null,
): DeliveryView => ({
  problem,
  sticks: destinations.filter(({ stick }) => stick).map(({ id, name }) => ({ id, name })),
  rows: deliveries.map((delivery) => rowOf(delivery, destinations)),
});

function rowOf(delivery: Delivery, destinations: readonly Destination[]): DeliveryRow {
  const { id, recordId, kind, status, destinationId, state, changedWallMs } = delivery;
  const destination = destinations.find((one) => one.id === destinationId);
  const common = {
    id,
    recordId,
    document: kind,
    status,
    destination: destination?.name ?? destinationId,
    state,
  };
  const isDone = state === 'accepted' || (state === 'written' && delivery.nextTryWallMs === null);
  if (destination === undefined && !isDone) {
    const why = { kind: 'no-destination', detail: destinationId } as const;
    return { ...common, state: 'failed', why, changedWallMs, nextTryWallMs: null, mayAgain: false };
  }
  return {
    ...common,
    why: delivery.why,
    changedWallMs,
    nextTryWallMs: state === 'written' ? null : delivery.nextTryWallMs,
    mayAgain: state === 'refused' || state === 'failed',
  };
}
