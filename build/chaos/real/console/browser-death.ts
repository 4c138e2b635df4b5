/**
 * The client of a browser that is killed in mid-answer throws where nobody can catch it, and would end the judge with
 * the accused. Passed over until the returned function is called; what comes from elsewhere ends the process as ever.
 */
export function passOverBrowserDeaths(): () => void {
  const hear = (error: unknown): void => {
    if (error instanceof Error && /[\\/]playwright-core[\\/]/.test(error.stack ?? '')) return;
    process.off('uncaughtException', hear);
    throw error;
  };
  process.on('uncaughtException', hear);
  return () => void process.off('uncaughtException', hear);
}
