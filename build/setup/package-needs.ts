/** What the commands need from the system: the Debian package, and the files that show it is there. */
export interface PackageNeed {
  readonly debian: string;
  /** Present where one of these exists: an absolute path, or a bare command name looked up on the path. */
  readonly anyOf: readonly string[];
}

const need = (debian: string, ...anyOf: string[]): PackageNeed => ({ debian, anyOf });

/** The same places where the stand-in looks; ISOTHERM_CHROMIUM names one of your own instead. */
const chromium = process.env.ISOTHERM_CHROMIUM
  ? need('chromium', process.env.ISOTHERM_CHROMIUM)
  : need('chromium', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome');

/**
 * Where user namespaces are closed (chroots, some kernels) the helper is Chromium's only sandbox.
 * Root runs without any.
 */
const sandbox =
  process.getuid?.() === 0
    ? []
    : [need('chromium-sandbox', '/usr/lib/chromium/chrome-sandbox', '/opt/google/chrome/chrome-sandbox')];

/** To run the console: Chromium brings the libraries that Electron needs as well. */
export const runNeeds: readonly PackageNeed[] = [
  chromium,
  ...sandbox,
  need('fonts-noto-cjk', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
];

/** To test it: joined serial lines, USB look-up, the peers of test/peers, and for each kind of document a reader that is not ours. */
export const testNeeds: readonly PackageNeed[] = [
  ...runNeeds,
  need('socat', 'socat'),
  need('openssh-client', 'ssh-keygen'),
  need('poppler-utils', 'pdftotext'),
  need('udev', 'udevadm'),
  need('sqlite3', 'sqlite3'),
  need('python3-pymodbus', '/usr/lib/python3/dist-packages/pymodbus'),
  need('python3-serial', '/usr/lib/python3/dist-packages/serial'),
  need('python3-hl7', '/usr/lib/python3/dist-packages/hl7'),
  need('python3-openpyxl', '/usr/lib/python3/dist-packages/openpyxl'),
  need('dicom3tools', 'dciodvfy'),
  need('dcmtk', 'dcm2pdf'),
  need('orthanc', '/usr/sbin/Orthanc'),
  need('qpdf', 'qpdf'),
  need('zbar-tools', 'zbarimg'),
  need('mbpoll', 'mbpoll'),
  need('libmodbus-dev', '/usr/include/modbus/modbus.h'),
  need('gcc', 'gcc'),
  need('libc6-dev', '/usr/include/stdio.h'),
  need('pkg-config', 'pkg-config'),
];
