import {
  type Choice,
  choosePort,
  describeAddress,
  fitting,
  type ListedPort,
  type Listing,
  type SerialAddress,
  type UsbIds,
} from './discovery.ts';

/** `elsewhere`: not where the address leads, so only the machine that was there is meant. */
export type Found = Choice & { readonly elsewhere: boolean };

/**
 * Which port to open next. A cable that drops out comes back under another name; its adapter, known by its USB ids
 * since a rig answered through it, is found again, and a person may choose another port. Pure.
 */
export class PortFinder {
  readonly #address: SerialAddress;
  /** Of the adapter through which a rig answered last; `null`: none, or it has none. */
  #adapter: UsbIds | null = null;
  #chosen: string | null = null;
  #current: string | null = null;
  /** Openings since a rig answered: the first is at the path as it stands, for a list takes its time. */
  #tries = 0;

  constructor(address: SerialAddress) {
    this.#address = address;
  }

  /** Where it leads, as people know it. */
  get name(): string {
    const asked = describeAddress(this.#address);
    const path = this.#chosen ?? (this.#address.usb === null ? this.#current : null);
    return path === null || path === asked ? asked : `${path} (instead of ${asked})`;
  }

  /** `next` is told more by a list of the ports. */
  get asksForList(): boolean {
    return this.#usb !== null || (this.#adapter !== null && this.#tries > 0);
  }

  next(listing: Listing | null): Found {
    const found = this.#look(listing);
    this.#tries += 1;
    this.#current = found.ok ? found.path : null;
    return found;
  }

  /** A person says which: from now on this one, and once a rig has answered there the adapter that it was. */
  choose(path: string): void {
    this.#chosen = path;
    this.#current = path;
    this.#adapter = null;
    this.#tries = 0;
  }

  /** A rig answered at the port handed out last. */
  confirm(): void {
    this.#tries = 0;
  }

  /** What the system says of that port. */
  remember(port: ListedPort): void {
    this.#adapter = usbIdsOf(port);
  }

  /** By the address; where a person chose, by that. */
  get #usb(): UsbIds | null {
    return this.#chosen === null ? this.#address.usb : null;
  }

  #look(listing: Listing | null): Found {
    const usb = this.#usb;
    const path = this.#chosen ?? this.#address.path;
    const asked = choosePort({ usb, path }, listing);
    if (this.#adapter === null || listing === null || (usb !== null && asked.ok))
      return { ...asked, elsewhere: false };
    const adapters = fitting(listing, this.#adapter);
    if (usb === null && adapters.some((port) => port.path === path))
      return { ok: true, path: path ?? '', elsewhere: false };
    // Those that cannot be told apart, in turn.
    const other = adapters[this.#tries % Math.max(1, adapters.length)]?.path ?? (usb === null ? path : null);
    return other === null ? { ...asked, elsewhere: false } : { ok: true, path: other, elsewhere: true };
  }
}

const usbIdsOf = ({ vendorId, productId, serialNumber }: ListedPort): UsbIds | null =>
  vendorId === undefined || productId === undefined
    ? null
    : { vendorId, productId, serialNumber: serialNumber ?? null };
