import type { Mutant } from '../mutant.ts';

const server = 'electron/record/server.ts';
const writer = 'electron/record/writer.ts';
const journal = 'electron/record/journal.ts';
const handOver = 'electron/record/hand-over.ts';
const line = 'electron/record/server-line.ts';
const unit = [
  'electron/record/server.test.ts',
  'electron/record/refusing.test.ts',
  'electron/session/record-watch.test.ts',
  'electron/record/journal.test.ts',
  'electron/record/reopen.test.ts',
  'electron/record/verify.test.ts',
];
const mutant = (name: string, file: string, find: string, replace: string): Mutant => ({
  part: 'journal',
  name,
  file,
  find,
  replace,
  tests: unit,
});

export const journalMutants: readonly Mutant[] = [
  mutant(
    'what waits is called durable',
    journal,
    '  get durableSeq(): number {\n    return this.#line.durableSeq;',
    '  get durableSeq(): number {\n    return this.#seq;',
  ),
  mutant(
    'what could not be written is dropped',
    server,
    'this.#waiting = this.#waiting.slice(done);',
    'this.#waiting = [];',
  ),
  mutant(
    'after a refusal it is not tried again',
    server,
    '    this.#stopTrying ??= this.#clock.after(retryEveryMs, () => this.#tryAgain());\n',
    '',
  ),
  mutant(
    'closing waits for nothing',
    server,
    'if (this.#waiting.length > 0 && this.#triesLeft > 0) return;',
    '',
  ),
  mutant('a refusal is not said', server, '    this.#problem = why;\n', ''),
  mutant(
    'numbers begin anew where a run is gone on with',
    journal,
    '    this.#seq = reached.seq;\n',
    '    this.#seq = 0;\n',
  ),
  mutant(
    'an entry that is refused half is kept half',
    writer,
    "      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');\n",
    "      if (this.#db.isTransaction) this.#db.exec('COMMIT');\n",
  ),
  mutant(
    'events are not synced to the disk',
    server,
    "    const full = due || entries.some(({ kind }) => kind === 'event');\n",
    '    const full = due;\n',
  ),
  mutant(
    'what is refused with others is taken for written',
    server,
    '    } catch {\n      return false;\n    }\n    for (const entry of',
    '    } catch {\n      // No matter.\n    }\n    for (const entry of',
  ),
  mutant(
    'what a server did not survive takes others along',
    server,
    '      this.#isCareful = header === null;\n',
    '',
  ),
  mutant(
    'a burst that was taken back leaves its links in the chain',
    writer,
    '      this.#last = before.last;\n',
    '',
  ),
  mutant(
    'a checkpoint is not kept',
    writer,
    '    this.#replaceCheckpoint.run(',
    '    void (() => this.#replaceCheckpoint).call(',
  ),
  mutant(
    'an event that could not be handed over is forgotten',
    handOver,
    '      this.#problem = notHandedOver(error);\n',
    '      this.outbox.handed();\n      this.#problem = notHandedOver(error);\n',
  ),
  mutant(
    'a journal that is gone is well',
    journal,
    '    if (this.#line.dead !== null) return this.#line.dead;\n',
    '',
  ),
  mutant('a server that is lost is not made anew', line, '    this.#reviveAfter(firstRevivalMs);\n', ''),
  mutant(
    'what a lost server had written is written again',
    line,
    '    this.handOver.reach(port, events + rows);\n',
    '    this.handOver.reach(port, 0);\n',
  ),
  mutant(
    'what a lost server had not answered is forgotten',
    handOver,
    '    this.outbox.rewind();\n    this.#goOn();\n',
    '    this.#goOn();\n',
  ),
  mutant(
    'an entry that no server survives is tried for ever',
    line,
    '      this.handOver.setFirstAside(why);\n',
    '',
  ),
  mutant(
    'an entry is not chained to the one before',
    writer,
    '.lastInsertRowid;\n      this.#last = link;\n',
    '.lastInsertRowid;\n      this.#last = { ...this.#last, entry: link.entry };\n',
  ),
  mutant(
    'a value of a sample is left out of its hash',
    'electron/record/chain.ts',
    '  for (let at = 0; at < cells.length; at += 1) {\n',
    '  for (let at = 1; at < cells.length; at += 1) {\n',
  ),
  mutant(
    'what is missing at the end is not noticed',
    'electron/record/verify.ts',
    '    if (entry > last) {\n',
    '    if (entry < 0) {\n',
  ),
  mutant(
    'a row that is refused holds up what follows',
    'electron/record/refused-row.ts',
    '    if (!isOfTheRow(error)) throw error;\n',
    '    throw error;\n',
  ),
  mutant(
    'a row that is refused is not told',
    server,
    "      this.#port.post({ kind: 'set-aside', refused: setAsideOf(entry, why) });\n",
    '',
  ),
  mutant(
    'events go before samples',
    'electron/record/outbox.ts',
    "    while (this.#slots[at]?.kind === 'event') at += 1;\n",
    '',
  ),
  mutant(
    'what was dropped is not told',
    'electron/record/outbox.ts',
    '  get dropped(): Dropped | null {\n    return this.#dropped;',
    '  get dropped(): Dropped | null {\n    return null;',
  ),
  mutant(
    'a disk that hangs is no alarm',
    'electron/session/record-watch.ts',
    ' || behindMs > recordLateMs;',
    ';',
  ),
];
