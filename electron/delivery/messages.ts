import type { Delivery } from './delivery.ts';
import type { Destination } from './destination.ts';
import type { Announced, HandedOver } from './hand-over.ts';

/** What the program asks of the thread of deliveries: plain data. Each is answered once, under its number. */
export type Asked =
  | { readonly kind: 'open'; readonly dataFolder: string }
  | { readonly kind: 'announce'; readonly announced: Announced }
  | { readonly kind: 'call-off'; readonly issue: string }
  | { readonly kind: 'hand-over'; readonly handed: HandedOver }
  | { readonly kind: 'again'; readonly id: number }
  | { readonly kind: 'to-stick'; readonly recordId: string; readonly destinationId: string }
  | { readonly kind: 'close' };
export type ToCourier = Asked & { readonly number: number };

export type FromCourier =
  /** `problem` `null`: it is done. `unfinished`: what was announced and not handed over, told where it is opened. */
  | {
      readonly kind: 'answer';
      readonly number: number;
      readonly problem: string | null;
      readonly unfinished: readonly Announced[];
    }
  | {
      readonly kind: 'shown';
      readonly deliveries: readonly Delivery[];
      readonly destinations: readonly Destination[];
    }
  | { readonly kind: 'say'; readonly line: string };

/** The thread's end of the line. */
export interface ServerPort {
  post(message: FromCourier): void;
  onMessage(hear: (message: ToCourier) => void): void;
  close(): void;
}

/** The program's end. */
export interface CourierPort {
  post(message: ToCourier): void;
  onMessage(hear: (message: FromCourier) => void): void;
  /** Nobody is at the other end any more, and why. */
  onGone(hear: (why: string) => void): void;
  close(): void;
}
