/** What the gateway does to the bot of a soak, by the ids of the list of faults. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Moment } from "discord-sandbox/faults";
import { askFor, type LoginFault, type SoakFault, type SoakStage } from "./stage.js";

const close = (id: string, code: number, ends?: number): SoakFault => ({
  id: `${id} close ${code}`,
  deaf: true,
  ...(ends === undefined ? {} : { ends }),
  run: ({ sandbox }) => sandbox.gateway.close(code),
});

const ignore = (stage: SoakStage, ...moments: Moment[]): void => {
  for (const moment of moments) stage.sandbox.faults.gateway(moment, { do: "ignore" });
  stage.sandbox.gateway.reset();
};

export const GATEWAY_FAULTS: readonly SoakFault[] = [
  {
    id: "G01 socket reset",
    run(stage) {
      stage.sandbox.gateway.reset();
      askFor(stage, "direct message", 2);
    },
  },
  {
    id: "G02 session lost",
    deaf: true,
    run({ sandbox }) {
      sandbox.gateway.forgetSessions();
      sandbox.gateway.reset();
    },
  },
  { id: "G03 op 7", run: ({ sandbox }) => sandbox.gateway.askToReconnect() },
  { id: "G04 op 9, resumable", run: ({ sandbox }) => sandbox.gateway.invalidate(true) },
  { id: "G05 op 9", deaf: true, run: ({ sandbox }) => sandbox.gateway.invalidate(false) },
  {
    id: "G06 heartbeats unheard",
    async run({ sandbox }) {
      const lift = sandbox.faults.gateway("heartbeat", { do: "ignore" });
      await sleep(2 * sandbox.times.heartbeatEvery + 500);
      lift();
    },
  },
  close("G09", 1000),
  close("G10", 1006),
  close("G11", 4000),
  close("G13", 4007),
  close("G14", 4008),
  close("G15", 4009),
  {
    id: "G18 upgrade refused",
    run({ sandbox }) {
      sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 }, 3);
      sandbox.gateway.reset();
    },
  },
];

/** Each ends the bot, and a supervisor restarts it. */
export const ENDING_FAULTS: readonly SoakFault[] = [
  { id: "G07 RESUME unheard", deaf: true, ends: 1, run: (stage) => ignore(stage, "resume") },
  { id: "G08 RESUME unheard, mute", deaf: true, ends: 1, run: (stage) => ignore(stage, "resume", "heartbeat") },
  {
    id: "G18 upgrade refused for good",
    deaf: true,
    ends: 1,
    run({ sandbox }) {
      sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 });
      sandbox.gateway.reset();
    },
  },
  close("G12", 4004, 1),
  close("G16", 4013, 1),
  close("G17", 4014, 1),
  {
    id: "R11 401",
    deaf: true,
    ends: 1,
    run(stage) {
      const answer = { status: 401, body: { code: 0, message: "401: Unauthorized" } };
      stage.sandbox.faults.rest("create_message", () => answer, 1);
      askFor(stage, "direct message");
    },
  },
  {
    id: "S01 SIGTERM",
    deaf: true,
    ends: 0,
    run(stage) {
      askFor(stage, "slash command", 2);
      askFor(stage, "direct message", 2);
      stage.bot().signal("SIGTERM");
    },
  },
];

export const LOGIN_FAULTS: readonly LoginFault[] = [
  { id: "L01 wrong token", ends: 78, settings: { DISCORD_TOKEN: "not.the.token" }, apply: () => () => undefined },
  ...([4004, 4014] as const).map(
    (code, index): LoginFault => ({
      id: `L0${index + 2} close ${code} at login`,
      ends: 78,
      apply: ({ faults }) => faults.gateway("identify", { do: "close", code }),
    }),
  ),
  {
    id: "L04 upgrade refused at login",
    ends: 1,
    settings: { LOGIN_SECONDS: "2" },
    apply: ({ faults }) => faults.gateway("upgrade", { do: "refuse", status: 502 }),
  },
  {
    id: "L05 /gateway/bot fails once",
    apply: ({ faults }) => faults.rest("get_bot_gateway", () => ({ status: 503, body: {} }), 1),
  },
  {
    id: "L06 /gateway/bot fails",
    ends: 1,
    settings: { LOGIN_SECONDS: "2" },
    apply: ({ faults }) => faults.rest("get_bot_gateway", () => ({ status: 503, body: {} })),
  },
  {
    id: "L07 no session left",
    ends: 1,
    settings: { LOGIN_SECONDS: "2" },
    apply({ store: { sessionStarts } }) {
      const before = { ...sessionStarts };
      Object.assign(sessionStarts, { remaining: 0, reset_after: 3_600_000 });
      return () => void Object.assign(sessionStarts, before);
    },
  },
];
