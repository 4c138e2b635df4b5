/** Room for signature and chain of certificates in the file, bytes. */
const roomBytes = 16_384;

/** Who signs and why, as a reader of PDFs shows it. */
export interface SignedAs {
  readonly name: string;
  readonly reason: string;
  /** Of the hospital; "": not said. */
  readonly location: string;
  readonly atWallMs: number;
}

/**
 * The file with a detached PKCS#7 signature (ISO 32000-1, 12.8) by key and certificate of a PKCS#12 store. Any change of
 * the file afterwards breaks it. Throws, saying what is wrong, where the store cannot be opened with the passphrase.
 * The key is an RSA key; the same key, words and time give the same bytes.
 */
export async function signPdf(
  pdf: Uint8Array,
  p12: Uint8Array,
  passphrase: string,
  as: SignedAs,
): Promise<Uint8Array> {
  const [{ PDFDocument }, { pdflibAddPlaceholder }, { P12Signer }, { SignPdf }] = await Promise.all([
    import('pdf-lib'),
    import('@signpdf/placeholder-pdf-lib'),
    import('@signpdf/signer-p12'),
    import('@signpdf/signpdf'),
  ]);
  const signingTime = new Date(as.atWallMs);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: as.reason,
    contactInfo: '',
    name: as.name,
    location: as.location,
    signingTime,
    signatureLength: roomBytes,
  });
  const prepared = await document.save({ useObjectStreams: false });
  try {
    const signer = new P12Signer(Buffer.from(p12), { passphrase });
    return await new SignPdf().sign(Buffer.from(prepared), signer, signingTime);
  } catch (error) {
    throw new Error(
      `The PDF was not signed: ${(error as Error).message}. Check that the PKCS#12 file holds a key with its certificate, and the passphrase.`,
    );
  }
}
