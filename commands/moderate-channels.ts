/** `/moderate channels`: where on this server the bot answers unasked, and where questions for moderators go. */
import { type CommandGroup, command } from "../src/command/command.js";
import type { ChannelSettings, ChannelUse, RunContext, ServerChannels } from "../src/command/context.js";
import type { Report } from "../src/command/reply.js";
import type { Refusal } from "../src/core/decision/decision.js";

/** Enough for any server; each is looked at by `/moderate check`. */
const MAX_LISTED = 25;

const list = command({
  name: "list",
  description: "The channels that are set on this server",
  options: {},
  run: (_, { channels, place: { serverId } }) =>
    serverId === undefined ? NO_SERVER : reportChannels("This server's channels", channels.of(serverId)),
});

const add = command({
  name: "add",
  description: "Answer in this channel without being asked, whenever the bot is sure",
  options: { channel: { type: "channel", description: "The channel", required: true } },
  slow: true,
  async run({ channel }, context) {
    const { channels, health, place } = context;
    const { serverId } = place;
    if (serverId === undefined) return NO_SERVER;
    const { ambient } = channels.of(serverId);
    if (ambient.includes(channel)) return refuse(`<#${channel}> is listed already.`);
    if (ambient.length >= MAX_LISTED)
      return refuse(`No more than ${MAX_LISTED} channels can be listed; remove one first.`);
    const lacking = await refuseChannel(channel, "ambient", serverId, context);
    if (lacking !== undefined) return lacking;
    const saved = await save(channels, serverId, `I now listen in <#${channel}>`, (now) => ({
      ...now,
      ambient: [...new Set([...now.ambient, channel])],
    }));
    if (saved.kind === "refused") return saved;
    const { name, ok, detail } = await health.ofMessageContent(serverId);
    return ok ? saved : { ...saved, lines: [...saved.lines, { ok, text: `${name}: ${detail}` }] };
  },
});

const remove = command({
  name: "remove",
  description: "No longer answer unasked in a channel",
  options: { channel: { type: "channel", description: "The channel (default: those that no longer exist)" } },
  slow: true,
  async run({ channel }, context) {
    const { channels, place } = context;
    const { serverId } = place;
    if (serverId === undefined) return NO_SERVER;
    const { ambient } = channels.of(serverId);
    if (channel !== undefined && !ambient.includes(channel)) return refuse(`<#${channel}> is not listed.`);
    const leaving = new Set(channel === undefined ? await findGone(ambient, serverId, context) : [channel]);
    if (leaving.size === 0) return refuse("Every listed channel still exists. Name the one to remove.");
    const title = `No longer listed: ${[...leaving].map((id) => `<#${id}>`).join(", ")}`;
    return save(channels, serverId, title, (now) => ({
      ...now,
      ambient: now.ambient.filter((id) => !leaving.has(id)),
    }));
  },
});

const moderators = command({
  name: "moderators",
  description: "Where questions for the moderators are posted",
  options: { channel: { type: "channel", description: "The channel (default: nowhere)" } },
  slow: true,
  async run({ channel }, context) {
    const { channels, place } = context;
    const { serverId } = place;
    if (serverId === undefined) return NO_SERVER;
    if (channel === undefined)
      return save(channels, serverId, "Questions are no longer passed on", ({ ambient }) => ({ ambient }));
    const lacking = await refuseChannel(channel, "moderators", serverId, context);
    if (lacking !== undefined) return lacking;
    const title = `Questions for the moderators go to <#${channel}>`;
    return save(channels, serverId, title, (now) => ({ ...now, moderators: channel }));
  },
});

export const moderateChannels: CommandGroup = {
  name: "channels",
  description: "Where the bot listens on this server, and where questions for the moderators go",
  subcommands: [list, add, remove, moderators],
};

const refuse = (problem: string): Refusal => ({ kind: "refused", problem });
const NO_SERVER = refuse("This works on a server, not in a direct message.");

async function refuseChannel(
  channel: string,
  use: ChannelUse,
  serverId: string,
  { health }: RunContext,
): Promise<Refusal | undefined> {
  const found = await health.ofChannel(serverId, channel, use);
  if (found.kind === "gone") return refuse(`I cannot find <#${channel}> on this server. Nothing was changed.`);
  if (found.missing.length === 0) return undefined;
  const missing = found.missing.join(", ");
  return refuse(
    `I lack permissions in <#${channel}>: ${missing}. Give me these there, and try again. Nothing was changed.`,
  );
}

async function findGone(ids: readonly string[], serverId: string, { health }: RunContext): Promise<string[]> {
  const states = await Promise.all(ids.map((id) => health.ofChannel(serverId, id, "ambient")));
  return ids.filter((_, index) => states[index]?.kind === "gone");
}

async function save(
  settings: ChannelSettings,
  serverId: string,
  title: string,
  change: (now: ServerChannels) => ServerChannels,
): Promise<Report | Refusal> {
  const changed = await settings.change(serverId, change);
  return changed.kind === "saved" ? reportChannels(title, changed.channels) : refuse(changed.problem);
}

function reportChannels(title: string, { ambient, moderators }: ServerChannels): Report {
  const passedOn = moderators === undefined ? "not set; /moderate channels moderators sets it" : `<#${moderators}>`;
  return {
    kind: "report",
    title,
    lines: [
      ...(ambient.length === 0 ? [{ text: "I answer only where I am asked: no channel is listed" }] : []),
      // A line each: a line that is too long for a report is cut.
      ...ambient.map((id) => ({ text: `I listen in: <#${id}>` })),
      { text: `Moderators' channel: ${passedOn}` },
    ],
  };
}
