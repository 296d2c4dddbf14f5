import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../store/open.ts";

/** Builds the projection of the file that it is given the path of, saves it and hands it over; trouble ends the thread. */
const store = openStore({ path: workerData as string, clock: () => new Date(), readOnly: true });
try {
  const saved = store.projection.buildAndSave();
  parentPort?.postMessage(saved, [...buffersIn(saved)]);
} finally {
  store.close();
}

/** The bytes of all arrays, which are handed over instead of copied. */
function buffersIn(value: unknown, met = new Set<ArrayBuffer>()): ReadonlySet<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) met.add(value.buffer as ArrayBuffer);
  else if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const part of Object.values(value)) buffersIn(part, met);
  return met;
}
