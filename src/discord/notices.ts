/** Notices about the data: to the moderators' channel of the home server and to nowhere else. */
import { createHash } from "node:crypto";
import type { Client } from "discord.js";
import type { House } from "./house.js";
import { drawReport } from "./reports.js";

const MAX_NONCE = 24;

/**
 * Tells, after a start, that the data files are bad and that the last good ones are in force. Several processes that
 * start at once on the same files tell it once: Discord takes a nonce once in some minutes.
 */
export async function noticeBadData(client: Client<true>, house: House): Promise<void> {
  const { channels, context, dataProblems, delivery, homeServer, log } = house;
  const problems = dataProblems?.() ?? [];
  if (problems.length === 0) return;
  const channel = homeServer === undefined ? undefined : channels.of(homeServer).moderators;
  if (channel === undefined) {
    log.warn("nobody was told of the bad data: there is no home server with a moderators' channel");
    return;
  }
  const title = `The data files have problems. I answer from the last good ones, version ${context().version}`;
  const lines = [...problems.map((text) => ({ ok: false, text })), { text: "Mend them, then use /moderate reload" }];
  const nonce = createHash("sha256").update(problems.join("\n")).digest("hex").slice(0, MAX_NONCE);
  await delivery.post(client, channel, drawReport({ kind: "report", title, lines }), nonce);
}
