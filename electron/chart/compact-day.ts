/** A day as HL7 and DICOM write it, "20260302", from "2026-03-02"; "" where it is none. */
export const compactDay = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.replaceAll('-', '') : '';
