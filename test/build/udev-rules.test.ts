import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../build/root.ts';

const read = (name: string): string => readFileSync(inRoot('assets/udev', name), 'utf8');
/** Rules without comments, each as its key, operator and value. */
const rulesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line
        .split(', ')
        .map((part) => /^([A-Z_]+(?:\{\w+\})?)(==|!=|\+=|=)"([^"]*)"$/.exec(part)?.slice(1) ?? [part]),
    );

describe('the udev rules of the package', () => {
  it.each(['60-isotherm-rig.rules', '99-isotherm-rig.rules'])('%s reads as udev rules', (name) => {
    for (const rule of rulesOf(read(name))) for (const part of rule) expect(part).toHaveLength(3);
  });

  it('name adapters by four small hexadecimal digits, as sysfs has them', () => {
    const ids = rulesOf(read('60-isotherm-rig.rules'))
      .flat()
      .filter(([key = '']) => /^ATTRS\{id(Vendor|Product)\}$/.test(key))
      .flatMap(([, , value = '']) => value.split('|'));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !/^[0-9a-f]{4}$/.test(id))).toEqual([]);
  });

  it('give the port to the person at the seat before the seat rules, and keep ModemManager and brltty away', () => {
    const first = read('60-isotherm-rig.rules');
    // 73-seat-late.rules reads the tag; brltty's rules are 85 to 95.
    expect(first).toMatch(/^SUBSYSTEM=="tty", TAG\+="uaccess"$/m);
    expect(first).toMatch(/^ENV\{ID_MM_DEVICE_IGNORE\}="1"$/m);
    expect(read('99-isotherm-rig.rules')).toContain('ENV{SYSTEMD_WANTS}=""');
  });

  it('are those that docs/link.md speaks of', () => {
    const page = readFileSync(inRoot('docs/link.md'), 'utf8');
    for (const word of ['60-isotherm-rig.rules', '99-isotherm-rig.rules', 'ModemManager', 'brltty'])
      expect(page).toContain(word);
  });
});
