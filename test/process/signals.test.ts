/** One signal closes the program; only Ctrl+C, pressed again, ends it at once. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { handleSignals } from "../../src/process/signals.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const before = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));

const close = vi.fn();
const endNow = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  handleSignals({ close, endNow });
});
afterEach(() => {
  vi.useRealTimers();
  for (const signal of SIGNALS)
    for (const listener of process.listeners(signal))
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
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
