/**
 * Counts the requests of this thread that fail, from now on: those without an answer and those
 * answered with an error.
 */
export function countFailures(): () => number {
  let failed = 0;
  const plain = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    try {
      const response = await plain(...request);
      if (!response.ok) failed += 1;
      return response;
    } catch (error) {
      failed += 1;
      throw error;
    }
  };
  return () => failed;
}
