/** Line ends as one; control characters as their pictures (U+2400), half a character as U+FFFD. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, (control) =>
      String.fromCharCode(0x2400 + control.charCodeAt(0)),
    )
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .toWellFormed();
