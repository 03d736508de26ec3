/** One signal closes the program; only Ctrl+C, pressed again, ends it at once. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { handleSignals } from "../../src/process/signals.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** What else listens in this process, such as a browser of other tests that ends it: it must not hear these signals. */
const others = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));

const close = vi.fn();
const endNow = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  handleSignals({ close, endNow });
});
afterEach(() => {
  vi.useRealTimers();
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    for (const listener of others.get(signal) ?? []) process.on(signal, listener);
  }
});

it.each(SIGNALS)("%s closes the program", (signal) => {
  process.emit(signal);
  expect([close.mock.calls, endNow.mock.calls]).toEqual([[[signal]], []]);
});

it("one press of Ctrl+C that comes twice, from the shell and from npm, ends nothing at once", () => {
  process.emit("SIGINT");
  vi.advanceTimersByTime(100);
  process.emit("SIGINT");
  expect([close.mock.calls.length, endNow.mock.calls.length]).toEqual([1, 0]);
});

it("Ctrl+C while the program closes ends it at once", () => {
  process.emit("SIGTERM");
  vi.advanceTimersByTime(1000);
  process.emit("SIGINT");
  expect([close.mock.calls.length, endNow.mock.calls.length]).toEqual([1, 1]);
});

it("a second signal of another kind changes nothing", () => {
  process.emit("SIGTERM");
  vi.advanceTimersByTime(1000);
  process.emit("SIGHUP");
  expect([close.mock.calls.length, endNow.mock.calls.length]).toEqual([1, 0]);
});
