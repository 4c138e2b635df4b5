/** Name of our own codes in a message: 99 and what follows is local (HL7 table 0396). */
export const localSystem = '99ISO';
