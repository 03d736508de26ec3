/** Checks what the bot needs on a server, and says what to do about what is missing. */
import { type Client, GatewayIntentBits, Status } from "discord.js";
import type { ChannelHealth, ChannelUse, CommandContext, Health, Requirement } from "../../command/context.js";
import { dueReviews } from "../../core/data/reviews.js";
import type { BotContext } from "../context/bot-context.js";
import { findChannel, isContentGranted, isOnGateway, type Look, lookAt, missingIn } from "./server-look.js";

/** A slower connection leaves too little of the three seconds in which Discord wants a first answer. */
const SLOW_MS = 1000;

const LISTED = { questions: "Questions channel", chat: "Chat channel" };

/** `remedy` is the detail of a requirement that is not met, if another one. */
const requirement = (name: string, ok: boolean, detail: string, remedy = detail): Requirement => ({
  name,
  ok,
  detail: ok ? detail : remedy,
});

/** Create one for each command: it asks Discord about its server at most once. */
export function createHealth(
  client: Client<true>,
  serverId: string,
  { channels, context, homeServer, dataProblems }: BotContext,
): Health {
  let looking: Promise<Look | undefined> | undefined;

  const ofChannel = async (channelId: string, use: ChannelUse): Promise<ChannelHealth> => {
    looking ??= lookAt(client, serverId);
    const look = await looking;
    const channel = look && (await findChannel(look, channelId));
    return channel ? { kind: "there", missing: missingIn(look, channel, use) } : { kind: "gone" };
  };

  const ofMessageContent = async (): Promise<Requirement> => {
    const name = "Message Content intent";
    if (Object.keys(channels.of(serverId).listed).length === 0)
      return requirement(name, true, "not needed: no channel is listed on this server");
    if (!(await isContentGranted(client))) {
      const detail =
        "off, so messages in the listed channels stay unread. The bot's operator can switch it on in the Developer Portal (Bot > Privileged Gateway Intents) and restart the bot";
      return requirement(name, false, detail);
    }
    if (!isOnGateway(client)) {
      const detail =
        "granted. The bot's process on the gateway reads messages if a channel was listed on some server when it started; if not, restart it once";
      return requirement(name, true, detail);
    }
    const isAsked = client.options.intents.has(GatewayIntentBits.MessageContent);
    return requirement(name, isAsked, "on", "granted, but the bot started without it: restart the bot to use it");
  };

  const requireChannel = async (name: string, id: string, use: ChannelUse): Promise<Requirement> => {
    const health = await ofChannel(id, use);
    const named = `${name} <#${id}>`;
    if (health.kind === "gone") {
      const remedy = use === "post" ? "/moderate channels moderators" : "/moderate channels remove";
      return requirement(named, false, `no longer there, or hidden from me. Change it with ${remedy}`);
    }
    const remedy = `give me ${health.missing.join(", ")} there`;
    return requirement(named, health.missing.length === 0, "all permissions are there", remedy);
  };

  return {
    ofChannel,
    ofMessageContent,
    async check() {
      const { listed, moderators } = channels.of(serverId);
      const listedIds = Object.entries(listed);
      const required = [await ofMessageContent()];
      if (listedIds.length === 0)
        required.push(requirement("Listed channels", true, "none: I answer only what is put to me"));
      for (const [id, kind] of listedIds) required.push(await requireChannel(LISTED[kind], id, "reply"));
      const name = "Moderators' channel";
      const unset = "not set, so people can't send you questions. Set it with /moderate channels moderators";
      required.push(
        moderators === undefined ? requirement(name, false, unset) : await requireChannel(name, moderators, "post"),
      );
      const isHome = serverId === homeServer;
      required.push(requireData(context().version, isHome ? dataProblems?.() : []));
      if (isHome) required.push(requireReviews(context()));
      return [...required, ...requireClock(context()), ...requireConnection(client)];
    },
  };
}

function requireData(version: string, [first, ...others]: readonly string[] = []): Requirement {
  if (first === undefined) return requirement("Data", true, `version ${version}`);
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const detail = `version ${version}, the last good one: the newest edit is not in force. Mend it and save: ${first}${more}`;
  return requirement("Data", false, detail);
}

const requireClock = ({ clockProblem }: CommandContext): Requirement[] =>
  clockProblem === undefined ? [] : [requirement("Clock", false, clockProblem)];

function requireReviews({ answerer, today }: CommandContext): Requirement {
  const due = dueReviews(answerer.knowledge, today);
  const late = due.filter(({ freshness }) => freshness !== "due-soon").length;
  const list = due.map(({ entry, by }) => `${entry} by ${by}`).join(", ");
  const remedy = `${late} overdue. Check these answers against their sources, and set reviewed and review-by: ${list}`;
  const soon = due.length === 0 ? "none is due within a month" : `due soon: ${list}`;
  return requirement("Reviews", late === 0, soon, remedy);
}

/** A process that gets its interactions over HTTP has no shards and no heartbeat. */
const requireConnection = (client: Client<true>): Requirement[] =>
  isOnGateway(client)
    ? [requireShards(client), requireLatency(client)]
    : [requirement("Connection", true, "commands and buttons reach me over HTTP")];

function requireShards({ ws, options }: Client<true>): Requirement {
  const all = ws.shards.size;
  const ready = ws.shards.filter(({ status }) => status === Status.Ready).size;
  const isPart = (options.shardCount ?? all) > all;
  const detail = `${ready} of ${all} connected${isPart ? `, of ${options.shardCount} on all machines` : ""}`;
  return requirement("Shards", ready === all, detail, `${detail}; the rest reconnect automatically`);
}

/** discord.js knows the latency after the first heartbeat, about forty seconds after the start. */
function requireLatency({ ws }: Client<true>): Requirement {
  if (ws.ping < 0) return requirement("Latency", true, "not measured yet");
  const ms = `${Math.round(ws.ping)} ms`;
  const slow = `${ms}: slow. Answers may come too late; check the network of the bot's machine`;
  return requirement("Latency", ws.ping <= SLOW_MS, ms, slow);
}
