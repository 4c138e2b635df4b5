/** A serial port as the operating system lists it; USB ids are hexadecimal without prefix. */
export interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

export interface Listing {
  readonly ports: readonly ListedPort[];
  /** What the listing lacks and why; `null` when nothing. */
  readonly note: string | null;
}

/** USB ids of the adapter, four hexadecimal digits; `serialNumber` `null` takes any. */
export interface UsbIds {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber: string | null;
}

/** Where the rig is plugged in: by USB ids if there are any, else, or where they are not found, by path. */
export interface SerialAddress {
  readonly usb: UsbIds | null;
  readonly path: string | null;
}

export type Choice =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: string };

/**
 * Reads `/dev/ttyUSB0`, `COM3`, `usb:0403:6001`, `usb:0403:6001:A50285BI`, and any of the latter two with a
 * path to fall back on after a comma. `null`: it is none of these.
 */
export function parseSerialAddress(text: string): SerialAddress | null {
  if (!/^usb:/i.test(text)) return text === '' ? null : { usb: null, path: text };
  const match = usbAddress.exec(text);
  if (match === null) return null;
  const [, vendorId = '', productId = '', serialNumber, path] = match;
  return { usb: { vendorId, productId, serialNumber: serialNumber ?? null }, path: path ?? null };
}

/** Nothing of it is left over: what could be a slip of the hand is no address. */
const usbAddress = /^usb:([0-9a-f]{4}):([0-9a-f]{4})(?::([^,]+))?(?:,(\/[^,]+|COM\d+))?$/i;

export const describeAddress = ({ usb, path }: SerialAddress): string =>
  usb === null ? (path ?? 'no serial port') : `${describeUsb(usb)}${path === null ? '' : `, else ${path}`}`;

const describeUsb = (usb: UsbIds): string =>
  `USB ${usb.vendorId}:${usb.productId}${usb.serialNumber === null ? '' : ` serial number ${usb.serialNumber}`}`;

/** The path to open. Two adapters that fit are never chosen between. `listing` is needed for USB ids only. */
export function choosePort(address: SerialAddress, listing: Listing | null): Choice {
  const { usb, path } = address;
  const fits = usb === null || listing === null ? [] : fitting(listing, usb);
  if (fits.length > 1) {
    const paths = fits.map((port) => port.path).join(', ');
    return {
      ok: false,
      message: `Several serial ports are ${describeAddress(address)}: ${paths}. Give the serial number of one.`,
    };
  }
  const found = fits[0]?.path ?? path;
  if (found !== null) return { ok: true, path: found };
  const wanted = usb === null ? 'No serial port is named.' : `No serial port is ${describeUsb(usb)}.`;
  return { ok: false, message: `${wanted} Plug the rig in or name its port. ${describePorts(listing)}` };
}

/** The ports of the adapters with these ids. */
export const fitting = ({ ports }: Listing, usb: UsbIds): readonly ListedPort[] =>
  ports.filter(
    (port) =>
      same(port.vendorId, usb.vendorId) &&
      same(port.productId, usb.productId) &&
      (usb.serialNumber === null || port.serialNumber === usb.serialNumber),
  );
const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** The ports there are, in a sentence. */
export function describePorts(listing: Listing | null): string {
  if (listing === null) return '';
  const there =
    listing.ports.length === 0
      ? 'This computer shows no serial port.'
      : `Serial ports here: ${listing.ports.map(describePort).join('; ')}.`;
  return listing.note === null ? there : `${there} ${listing.note}`;
}

const describePort = (port: ListedPort): string =>
  port.vendorId === undefined ? port.path : `${port.path} (${aboutPort(port)})`;

/** What the system says of it, in the words of an address; empty where it says nothing. */
export const aboutPort = ({ vendorId, productId, serialNumber }: ListedPort): string =>
  vendorId === undefined
    ? ''
    : `usb:${vendorId}:${productId}${serialNumber === undefined ? '' : `:${serialNumber}`}`;
