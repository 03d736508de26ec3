/** Learns from the data once, before the test files that need it run side by side. */
import { openAnswerer } from "./answerer.js";

export async function setup(): Promise<void> {
  await openAnswerer();
}
