/** A number or bytes with their length before them, as SSH writes them (RFC 4251, section 5). */
export const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

export const lengthed = (bytes: Uint8Array | string): Buffer => {
  const buffer = Buffer.from(bytes as Uint8Array);
  return Buffer.concat([uint32(buffer.length), buffer]);
};

/** Reads one after the other. Throws where the bytes end too early. */
export class SshReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  raw(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Error(`it ends ${end - this.#bytes.length} bytes too early`);
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  uint32(): number {
    return this.raw(4).readUInt32BE();
  }

  lengthed(): Buffer {
    return this.raw(this.uint32());
  }

  text(): string {
    return this.lengthed().toString('utf8');
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}
