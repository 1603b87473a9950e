import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';

/** Rows of a Parquet file as Apache's own reader (Rust) and Arrow give them; whole numbers as numbers. */
export function readForeignParquet(bytes: Uint8Array): Record<string, unknown>[] {
  const table = tableFromIPC(readParquet(bytes).intoIPCStream());
  return table
    .toArray()
    .map((row: Iterable<[string, unknown]>) =>
      Object.fromEntries(
        [...row].map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
      ),
    );
}
