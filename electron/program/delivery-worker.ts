import { type MessagePort, parentPort } from 'node:worker_threads';
import { readAck } from '../chart/hl7/acknowledgement.ts';
import { systemDisk } from '../delivery/disk.ts';
import { CourierServer } from '../delivery/server.ts';
import { systemClock } from '../domain/time.ts';
import { readDeliveryFile } from './delivery-file.ts';

/** The thread of deliveries: its server on the thread's own port, the system's clock and real disks. */
const port = parentPort as MessagePort;
new CourierServer({
  port: {
    post: (message) => port.postMessage(message),
    onMessage: (hear) => void port.on('message', hear),
    close: () => port.close(),
  },
  clock: systemClock,
  disk: systemDisk,
  readAnswer: readAck,
  readDestinations: readDeliveryFile,
});
