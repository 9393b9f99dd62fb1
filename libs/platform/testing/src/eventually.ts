/** Asks until `look` gives something, for at most ten seconds. Throws an error that says what was waited for. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(`Waited ten seconds in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
