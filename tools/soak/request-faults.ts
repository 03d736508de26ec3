/** What REST and the delivery of interactions do to the bot of a soak, by the ids of the list of faults. */
import { setTimeout as sleep } from "node:timers/promises";
import { answerInstead, answerLate, failAfterwards, type RestFault, resetConnection } from "discord-sandbox/faults";
import { end } from "../common/bot-process.js";
import { LOCKED } from "./environment.js";
import { askFor, type SoakFault, type SoakStage } from "./stage.js";

/** Longer than the bot waits for an answer. */
const TOO_SLOW = 11_000;
const REPLY = "create_message";
const FIRST_ANSWER = "create_interaction_response";

const slowDown = (seconds: number, isGlobal: boolean): RestFault =>
  answerInstead(
    429,
    { message: "You are being rate limited.", retry_after: seconds, global: isGlobal },
    { "retry-after": String(seconds), ...(isGlobal && { "x-ratelimit-global": "true" }) },
  );

/** Fails the next `times` requests of that operation, and asks questions that cause some. */
const next = (id: string, operation: typeof REPLY | typeof FIRST_ANSWER, fault: RestFault, times = 1): SoakFault => ({
  id,
  async run(stage) {
    stage.sandbox.faults.rest(operation, fault, times);
    askFor(stage, operation === REPLY ? "mention" : "slash command", times + 1);
    await sleep(1000);
  },
});

const during = (id: string, milliseconds: number, begin: (stage: SoakStage) => () => void): SoakFault => ({
  id,
  async run(stage) {
    const lift = begin(stage);
    askFor(stage, "mention");
    askFor(stage, "slash command");
    await sleep(milliseconds);
    lift();
  },
});

const refusal = (code: number, message: string, status = 400): RestFault => answerInstead(status, { code, message });

export const REQUEST_FAULTS: readonly SoakFault[] = [
  next("R01 429 on a reply", REPLY, slowDown(2, false), 3),
  next("R01 429 on an interaction", FIRST_ANSWER, slowDown(60, false)),
  next("R02 429 global", REPLY, slowDown(2, true)),
  during("R03 429 without a word", 2000, ({ sandbox }) =>
    sandbox.faults.rest("*", answerInstead(429, "<html>slow down</html>")),
  ),
  {
    id: "R04 bucket of 2 per 2 s",
    async run(stage) {
      stage.tightBuckets.on = true;
      askFor(stage, "mention", 5);
      await sleep(8000);
      stage.tightBuckets.on = false;
    },
  },
  next("R05 500 once", REPLY, answerInstead(500, {})),
  during("R06 502", 3000, ({ sandbox }) => sandbox.faults.rest(REPLY, answerInstead(502, {}))),
  next("R07 500 afterwards", REPLY, failAfterwards(500), 2),
  next("R08 too slow", REPLY, answerLate(TOO_SLOW)),
  next("R09 connection reset", REPLY, resetConnection),
  {
    id: "R10 connection refused",
    async run(stage) {
      await stage.proxy.shut();
      askFor(stage, "mention");
      await sleep(3000);
      await stage.proxy.open();
    },
  },
  {
    id: "R12 missing permissions",
    async run(stage) {
      const { sandbox, random } = stage;
      const locked = sandbox.channel(random.pick(LOCKED));
      const lift = sandbox.faults.rest(REPLY, ({ path }, work) =>
        path.includes(locked.id) ? { status: 403, body: { code: 50013, message: "Missing Permissions" } } : work(),
      );
      stage.members.mentionIn(locked);
      await sleep(2000);
      lift();
    },
  },
  next("R13 invalid form", REPLY, refusal(50035, "Invalid Form Body")),
  next("R13 invalid form, interaction", FIRST_ANSWER, refusal(50035, "Invalid Form Body")),
  next("R14 empty message", REPLY, refusal(50006, "Cannot send an empty message")),
  {
    id: "R15 question deleted",
    async run(stage) {
      let remove = () => {};
      stage.sandbox.faults.rest(
        REPLY,
        (_, work) => {
          remove();
          return work();
        },
        1,
      );
      const asked = stage.members.ask("mention");
      remove = () => asked !== undefined && stage.members.withdraw(asked);
      await sleep(1000);
    },
  },
];

export const INTERACTION_FAULTS: readonly SoakFault[] = [
  during("I01 I07 acknowledged late", 1500, ({ sandbox: { times } }) => {
    times.acknowledgeWithin = -1;
    return () => {
      times.acknowledgeWithin = 3000;
    };
  }),
  next("I02 answered too slowly", FIRST_ANSWER, answerLate(TOO_SLOW)),
  next("I03 500 afterwards", FIRST_ANSWER, failAfterwards(500), 2),
  {
    id: "I04 delivered twice",
    async run(stage) {
      for (const { act } of askFor(stage, "slash command", 3)) stage.sandbox.gateway.dispatch(act.event.t, act.event.d);
      await sleep(500);
    },
  },
  {
    id: "I05 two processes",
    async run(stage) {
      const second = await stage.startSecond();
      await sleep(10_000);
      await end(second);
    },
  },
  {
    id: "I06 token expired",
    async run(stage) {
      stage.sandbox.times.interactionLife = -1;
      askFor(stage, "button", 3);
      await sleep(1500);
      stage.sandbox.times.interactionLife = 900_000;
    },
  },
  {
    id: "I08 malformed dispatch",
    async run({ sandbox }) {
      sandbox.gateway.dispatch("MESSAGE_CREATE", null);
      sandbox.gateway.dispatch("INTERACTION_CREATE", { id: "1" });
      await sleep(500);
    },
  },
  {
    id: "I09 unknown event",
    run({ sandbox }) {
      sandbox.gateway.dispatch("NOT_YET_INVENTED", { odd: true });
    },
  },
];
