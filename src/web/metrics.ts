/** Counts what happens for Prometheus: kinds, codes and durations, never an id or a text. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

interface MetricsSources {
  /** The version of the data in force; undefined before there is any. */
  version(): string | undefined;
  shards(): readonly { readonly id: number; readonly isReady: boolean }[];
}

export type Metrics = ReturnType<typeof createMetrics>;

/** Seconds. An answer takes milliseconds; Discord gives up after three seconds, or edits are 15 minutes late. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];

export function createMetrics({ version, shards }: MetricsSources) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const decisions = counter("bot_decisions_total", "Decisions on questions.", "source", "kind");
  const failures = counter("bot_failures_total", "What went wrong; each is in the log with a reference.", "kind");
  const refusals = counter("bot_discord_errors_total", "Calls to Discord that failed, by its code.", "code");
  const reloads = counter("bot_reloads_total", "Reloads of the data, by result.", "result");
  const refusedRequests = counter("bot_refused_requests_total", "Refused requests over HTTP, by reason.", "reason");
  const latency = new Histogram({
    name: "bot_answer_seconds",
    help: "From the receipt of a question to its answer's arrival at Discord.",
    labelNames: ["what"],
    buckets: BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string, label: string, current: () => readonly (readonly [string, number])[]) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        for (const [value, number] of current()) this.set({ [label]: value }, number);
      },
    });
  gauge("bot_data_info", "The version of the data in force.", "version", () => {
    const current = version();
    return current === undefined ? [] : [[current, 1]];
  });
  gauge("bot_shard_ready", "Whether a shard of this process has a session.", "shard", () =>
    shards().map(({ id, isReady }) => [String(id), isReady ? 1 : 0]),
  );
  return {
    count: (kind: string): void => failures.inc({ kind }),
    decided(source: string, kinds: readonly string[]): void {
      for (const kind of kinds) decisions.inc({ source, kind });
    },
    answered: (what: string, milliseconds: number): void => latency.observe({ what }, milliseconds / 1000),
    refused: (code: string): void => refusals.inc({ code }),
    /** The result of an edit of the data. */
    reloaded(result: string): void {
      if (result !== "learning") reloads.inc({ result });
    },
    refusedRequest: (reason: string): void => refusedRequests.inc({ reason }),
    /** Returns everything in the format of Prometheus, with its content type. */
    print: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
