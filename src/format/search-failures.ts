/** The requests of this thread, as the search watches them. */
export interface WatchedRequests {
  /** How many requests below an address have failed so far. */
  readonly failures: (under: string) => number;
}

/** Name of the engine's program; every index asks for it in its own folder. */
const program = 'wasm.unknown.pagefind';

/**
 * Watches the requests of this thread from now on: counts those without an answer and those answered
 * with an error, and fetches the engine's program once, from the bundle, for all indexes below it.
 * @param bundle absolute address of the bundle, ending in a slash
 */
export function watchRequests(bundle: string): WatchedRequests {
  const failed: string[] = [];
  const plain = globalThis.fetch;
  let shared: Promise<Response> | undefined;
  const send = async (address: string, ...request: Parameters<typeof fetch>): Promise<Response> => {
    try {
      const response = await plain(...request);
      if (!response.ok) failed.push(address);
      return response;
    } catch (error) {
      failed.push(address);
      throw error;
    }
  };
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, bundle).href;
    if (!address.startsWith(bundle) || !address.endsWith(`/${program}`)) {
      return send(address, input, init);
    }
    shared ??= send(address, bundle + program);
    const asked = shared;
    try {
      const response = await asked;
      if (!response.ok) shared = undefined;
      return response.clone();
    } catch (error) {
      if (shared === asked) shared = undefined;
      throw error;
    }
  };
  return {
    failures: (under) => failed.filter((address) => address.startsWith(under)).length,
  };
}
