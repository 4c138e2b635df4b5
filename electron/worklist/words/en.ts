import type { WorklistWords } from './words.ts';

export const en: WorklistWords = {
  note: {
    'too-long': 'too long, not taken. Enter it by hand.',
    'lost-character': 'characters were lost on the way here, not taken. Enter it by hand.',
    'control-character': 'holds a control sign, not taken. Enter it by hand.',
    'unknown-escape': 'holds an escape that is not known, not taken. Enter it by hand.',
    'date-partial': 'only part of a date, not taken. Ask for the day.',
    'date-wrong': 'no date, not taken. Enter it by hand.',
    'code-unknown': 'a code that is not known, not taken. Enter it by hand.',
    'number-wrong': 'no number, not taken. Enter it by hand.',
    'unit-refused': 'another unit than cm or kg, not taken. Measure or enter it by hand.',
    'out-of-range': 'cannot be right, not taken. Measure again.',
    'status-refused': 'a result that was withdrawn or is not final, not taken.',
    'name-type': 'not the name by which the patient is called, not taken.',
    'not-kept': 'also sent, not taken.',
    'broken-line': 'a line that begins no segment, not read.',
    differs: 'says otherwise. Compare with the patient.',
    changed: 'was sent before; a later message says otherwise. Compare with the patient.',
    'other-route-mentioned': 'speaks of a vessel. Ask how the drug is to be given.',
    'other-route-ordered': 'an order into a vessel: not for this machine.',
  },
  message: {
    separators: 'no valid separators. Have the sender mend MSH-1 and MSH-2.',
    'charset-unknown':
      'a character set that is not read here. Have it sent as UNICODE UTF-8, GB 18030-2000 or 8859/1.',
    'charset-wrong':
      'the bytes are not of this character set (UTF-8 where none is named). Have the sender write the right one.',
    'broken-line':
      'a line after it begins no segment; part of the message may be missing. Have it sent again.',
    'message-type': 'a message that is not read here. It changes nothing in the list.',
    'no-patient': 'no patient in the message. Have it sent again.',
    'several-patients': 'more than one patient in the message. Have one message sent for each.',
    'no-number': 'no hospital number that can be read. Have it sent again.',
    'cut-off': 'begins and does not end: the file may be cut off. Have it sent again.',
  },
  folder: {
    'folder-gone': 'The worklist folder is not there. Check its path, or the network',
    'folder-denied': 'The worklist folder may not be read. Give the console permission to read it',
    'folder-hangs': 'The worklist folder does not answer. Check the network',
    'folder-unreadable': 'The worklist folder cannot be read. Check disk and network',
  },
  file: {
    empty: 'The file is empty. Have it sent again.',
    'not-hl7': 'The file holds no HL7 message. Remove it from the folder.',
    'file-unreadable': 'The file may not be read. Give the console permission to read it',
  },
  tooLarge: (mostMegabytes) => `The file is larger than ${mostMegabytes} MB. Have it sent without documents.`,
  tooManyFiles: (most, leftOut) =>
    `Only the newest ${most} files are read, ${leftOut} are left out. Have old ones removed.`,
  case: (problem) => `The case file is not taken: ${problem}`,
  messageNumber: (position) => (position === 0 ? '' : `Message ${position}, `),
  at: (place, read, what) => (read === '' ? `${place}: ${what}` : `${place} “${read}”: ${what}`),
};
