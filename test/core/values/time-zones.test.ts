import { describe, expect, test } from "vitest";
import { ask } from "../../terminal.js";

const FIRST_DAYS = ["2021-01-05", "2021-02-19", "2021-06-09"] as const;
const STATUSES = ["signed", "could-begin", "revoked"];
/** The first and nearly the last to begin a day. */
const ZONES = ["Pacific/Kiritimati", "America/Los_Angeles"];

/** What each day's answer says, asked in `zone`. */
async function answersIn(zone: string): Promise<{ status: string; text: string }[]> {
  const runs = FIRST_DAYS.map((on) => ask(["--json", "--app", "alipay", "--on", on], { env: { TZ: zone } }));
  return (await Promise.all(runs)).map(({ stdout }) => JSON.parse(stdout));
}

describe("a date of law", () => {
  test("is the same for every reader, whatever their time zone: status, written dates and all", async () => {
    const answers = await Promise.all(ZONES.map(answersIn));
    const [first] = answers;
    expect(first?.map(({ status }) => status)).toEqual(STATUSES);
    for (const answer of answers) expect(answer).toEqual(first);
  });
});
