/** Year first, however it is set apart: "1968-04-12", "1968/4/12", "1968.4.12", "19680412", "1968年4月12日". */
const yearFirst = /^(\d{4})(?:[-/. ]|年)(\d{1,2})(?:[-/. ]|月)(\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;

/** A calendar date as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/** A date as typed, as YYYY-MM-DD. What is none, or could be two, comes back as it is, without blanks around it. */
export function asDate(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const [, ...parts] = yearFirst.exec(text) ?? [];
  const [year, month, day] = parts.filter((part) => part !== undefined);
  if (year === undefined || month === undefined || day === undefined) return typed.trim();
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(written) ? written : typed.trim();
}
