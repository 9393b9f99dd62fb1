const tries = 4;
/** Between requests, so that a public service is not pressed. */
const pause = 200;
const patience = 60_000;

/** Asks a service for JSON, at its pace: waits when it is busy, and throws with its own words when it refuses. */
export async function fetchJson(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    await wait(attempt === 1 ? pause : pause * 4 ** attempt);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return response.json();
    const busy = response.status === 429 || response.status >= 500;
    if (!busy || attempt === tries) {
      const { host } = new URL(url);
      throw new Error(`${host} answers ${String(response.status)}: ${(await response.text()).slice(0, 200)}`);
    }
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
