/** Checks what the bot needs on a server, and says what to do about what is missing. */
import { type Client, GatewayIntentBits, Status } from "discord.js";
import type { ChannelHealth, ChannelUse, CommandContext, Health, Requirement } from "../../command/context.js";
import { dueReviews } from "../../core/data/reviews.js";
import type { BotContext } from "../context/bot-context.js";
import { findChannel, isContentGranted, isOnGateway, type Look, lookAt, missingIn } from "./server-look.js";

/** A slower connection leaves too little of the three seconds in which Discord wants a first answer. */
const SLOW_MS = 1000;

interface RequiredChannel {
  readonly name: string;
  readonly id: string;
  readonly use: ChannelUse;
  readonly remedy: string;
}

const LISTED = {
  questions: { name: "Questions channel", remedy: "/moderate channels remove" },
  chat: { name: "Chat channel", remedy: "/moderate channels remove" },
};
const MODERATORS = { name: "Moderators' channel", remedy: "/moderate channels moderators" };

/** Create one for each command: it asks Discord about each server at most once. */
export function createHealth(
  client: Client<true>,
  { channels, context, homeServer, dataProblems }: BotContext,
): Health {
  const looks = new Map<string, Promise<Look | undefined>>();
  const lookOnce = (serverId: string): Promise<Look | undefined> => {
    const look = looks.get(serverId) ?? lookAt(client, serverId);
    looks.set(serverId, look);
    return look;
  };

  const ofChannel = async (serverId: string, channelId: string, use: ChannelUse): Promise<ChannelHealth> => {
    const look = await lookOnce(serverId);
    const channel = look && (await findChannel(look, channelId));
    return channel ? { kind: "there", missing: missingIn(look, channel, use) } : { kind: "gone" };
  };

  const ofMessageContent = async (serverId: string): Promise<Requirement> => {
    const name = "Message Content intent";
    if (Object.keys(channels.of(serverId).listed).length === 0)
      return { name, ok: true, detail: "not needed: no channel is listed on this server" };
    if (!(await isContentGranted(client))) {
      const detail =
        "off, so messages in the listed channels stay unread. The bot's operator can switch it on in the Developer Portal (Bot > Privileged Gateway Intents) and restart the bot";
      return { name, ok: false, detail };
    }
    if (!isOnGateway(client)) {
      const detail =
        "granted. The bot's process on the gateway reads messages if a channel was listed on some server when it started; if not, restart it once";
      return { name, ok: true, detail };
    }
    const isAsked = client.options.intents.has(GatewayIntentBits.MessageContent);
    return isAsked
      ? { name, ok: true, detail: "on" }
      : { name, ok: false, detail: "granted, but the bot started without it: restart the bot to use it" };
  };

  const requireChannel = async (serverId: string, { name, id, use, remedy }: RequiredChannel): Promise<Requirement> => {
    const health = await ofChannel(serverId, id, use);
    const named = `${name} <#${id}>`;
    if (health.kind === "gone")
      return { name: named, ok: false, detail: `no longer there, or hidden from me. Change it with ${remedy}` };
    return health.missing.length === 0
      ? { name: named, ok: true, detail: "all permissions are there" }
      : { name: named, ok: false, detail: `give me ${health.missing.join(", ")} there` };
  };

  return {
    ofChannel,
    ofMessageContent,
    async check(serverId) {
      const { listed, moderators } = channels.of(serverId);
      const listedIds = Object.entries(listed);
      const required: Requirement[] = [await ofMessageContent(serverId)];
      if (listedIds.length === 0)
        required.push({ name: "Listed channels", ok: true, detail: "none: I answer only what is put to me" });
      for (const [id, kind] of listedIds)
        required.push(await requireChannel(serverId, { ...LISTED[kind], id, use: "reply" }));
      required.push(
        moderators === undefined
          ? {
              name: "Moderators' channel",
              ok: false,
              detail: "not set, so people can't send you questions. Set it with /moderate channels moderators",
            }
          : await requireChannel(serverId, { ...MODERATORS, id: moderators, use: "post" }),
      );
      const problems = serverId === homeServer ? (dataProblems?.() ?? []) : [];
      required.push(requireData(context().version, problems));
      if (serverId === homeServer) required.push(requireReviews(context()));
      return [...required, ...requireClock(context()), ...requireConnection(client)];
    },
  };
}

function requireData(version: string, [first, ...others]: readonly string[] = []): Requirement {
  const name = "Data";
  if (first === undefined) return { name, ok: true, detail: `version ${version}` };
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const detail = `version ${version}, the last good one: the newest edit is not in force. Mend it and save: ${first}${more}`;
  return { name, ok: false, detail };
}

const requireClock = ({ clockProblem }: CommandContext): Requirement[] =>
  clockProblem === undefined ? [] : [{ name: "Clock", ok: false, detail: clockProblem }];

function requireReviews({ answerer, today }: CommandContext): Requirement {
  const due = dueReviews(answerer.knowledge, today);
  const late = due.filter(({ freshness }) => freshness !== "due-soon").length;
  const name = "Reviews";
  if (due.length === 0) return { name, ok: true, detail: "none is due within a month" };
  const list = due.map(({ entry, by }) => `${entry} by ${by}`).join(", ");
  return late === 0
    ? { name, ok: true, detail: `due soon: ${list}` }
    : {
        name,
        ok: false,
        detail: `${late} overdue. Check these answers against their sources, and set reviewed and review-by: ${list}`,
      };
}

/** A process that gets its interactions over HTTP has no shards and no heartbeat. */
const requireConnection = (client: Client<true>): Requirement[] =>
  isOnGateway(client)
    ? [requireShards(client), requireLatency(client)]
    : [{ name: "Connection", ok: true, detail: "commands and buttons reach me over HTTP" }];

function requireShards({ ws, options }: Client<true>): Requirement {
  const all = ws.shards.size;
  const ready = ws.shards.filter(({ status }) => status === Status.Ready).size;
  const isPart = (options.shardCount ?? all) > all;
  const detail = `${ready} of ${all} connected${isPart ? `, of ${options.shardCount} on all machines` : ""}`;
  return {
    name: "Shards",
    ok: ready === all,
    detail: ready === all ? detail : `${detail}; the rest reconnect automatically`,
  };
}

/** discord.js knows the latency after the first heartbeat, about forty seconds after the start. */
function requireLatency({ ws }: Client<true>): Requirement {
  const name = "Latency";
  if (ws.ping < 0) return { name, ok: true, detail: "not measured yet" };
  const detail = `${Math.round(ws.ping)} ms`;
  return ws.ping <= SLOW_MS
    ? { name, ok: true, detail }
    : { name, ok: false, detail: `${detail}: slow. Answers may come too late; check the network of the bot's machine` };
}
