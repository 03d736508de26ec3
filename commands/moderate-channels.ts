/** `/moderate channels`: where the bot answers messages that are not put to it, and where questions for moderators go. */
import { type CommandGroup, command } from "../src/command/command.js";
import type { ChannelSettings, ChannelUse, RunContext, ServerChannels } from "../src/command/context.js";
import type { Report } from "../src/command/reply.js";
import type { Refusal } from "../src/core/decision/decision.js";
import type { ChannelKind } from "../src/core/values/channel-kind.js";

/** `/moderate check` looks at each of them. */
const MAX_LISTED = 25;

const KINDS: Readonly<Record<ChannelKind, string>> = {
  questions: "every question",
  chat: "only when I am sure",
};

const list = command({
  name: "list",
  description: "The channels that are set on this server",
  options: {},
  run: (_, { channels, serverId }) => reportChannels("This server's channels", channels.of(serverId)),
});

const add = command({
  name: "add",
  description: "Answer messages in a channel that are not put to the bot",
  options: {
    channel: { type: "channel", description: "The channel", required: true, forums: true },
    answers: {
      type: "string",
      description: "What the bot answers there (default: only when sure)",
      choices: [
        { name: "every question", value: "questions" },
        { name: "only when sure", value: "chat" },
      ],
    },
  },
  slow: true,
  async run({ channel, answers: kind = "chat" }, context) {
    const lacking = await refuseChannel(channel, "reply", context);
    if (lacking !== undefined) return lacking;
    const saved = await save(context, `I now answer in <#${channel}>: ${KINDS[kind]}`, (now) => {
      if (now.listed[channel] === kind) return refuse(`<#${channel}> is listed already: ${KINDS[kind]}.`);
      if (now.listed[channel] === undefined && Object.keys(now.listed).length >= MAX_LISTED)
        return refuse(`No more than ${MAX_LISTED} channels can be listed. Remove one first.`);
      return { ...now, listed: { ...now.listed, [channel]: kind } };
    });
    if (saved.kind === "refused") return saved;
    const { name, ok, detail } = await context.health.ofMessageContent();
    return ok ? saved : { ...saved, lines: [...saved.lines, { ok, text: `${name}: ${detail}` }] };
  },
});

const remove = command({
  name: "remove",
  description: "In a channel, answer only what is put to the bot",
  options: {
    channel: { type: "channel", description: "The channel (default: those that no longer exist)", forums: true },
  },
  slow: true,
  async run({ channel }, context) {
    const { listed } = context.channels.of(context.serverId);
    if (channel !== undefined && listed[channel] === undefined) return refuse(`<#${channel}> is not listed.`);
    const leaving = channel === undefined ? await findGone(Object.keys(listed), context) : [channel];
    if (leaving.length === 0) return refuse("Every listed channel still exists. Name the one to remove.");
    const title = `No longer listed: ${leaving.map((id) => `<#${id}>`).join(", ")}`;
    return save(context, title, (now) => ({
      ...now,
      listed: Object.fromEntries(Object.entries(now.listed).filter(([id]) => !leaving.includes(id))),
    }));
  },
});

const moderators = command({
  name: "moderators",
  description: "Where questions for the moderators are posted",
  options: { channel: { type: "channel", description: "The channel (default: nowhere)" } },
  slow: true,
  async run({ channel }, context) {
    if (channel === undefined) return save(context, "Questions are no longer passed on", ({ listed }) => ({ listed }));
    const lacking = await refuseChannel(channel, "post", context);
    if (lacking !== undefined) return lacking;
    const title = `Questions for the moderators go to <#${channel}>`;
    return save(context, title, (now) => ({ ...now, moderators: channel }));
  },
});

export const moderateChannels: CommandGroup = {
  name: "channels",
  description: "Where the bot answers on this server, and where questions for the moderators go",
  subcommands: [list, add, remove, moderators],
};

const refuse = (problem: string): Refusal => ({ kind: "refused", problem });

async function refuseChannel(channel: string, use: ChannelUse, { health }: RunContext): Promise<Refusal | undefined> {
  const found = await health.ofChannel(channel, use);
  if (found.kind === "gone") return refuse(`I cannot find <#${channel}> on this server. Nothing was changed.`);
  if (found.missing.length === 0) return undefined;
  const missing = found.missing.join(", ");
  return refuse(
    `I lack permissions in <#${channel}>: ${missing}. Give me these there, and try again. Nothing was changed.`,
  );
}

async function findGone(ids: readonly string[], { health }: RunContext): Promise<string[]> {
  const states = await Promise.all(ids.map((id) => health.ofChannel(id, "reply")));
  return ids.filter((_, index) => states[index]?.kind === "gone");
}

async function save(
  { channels, serverId }: RunContext,
  title: string,
  change: Parameters<ChannelSettings["change"]>[1],
): Promise<Report | Refusal> {
  const changed = await channels.change(serverId, change);
  return changed.kind === "saved" ? reportChannels(title, changed.channels) : refuse(changed.problem);
}

function reportChannels(title: string, { listed, moderators }: ServerChannels): Report {
  const passedOn = moderators === undefined ? "not set; /moderate channels moderators sets it" : `<#${moderators}>`;
  const channels = Object.entries(listed);
  return {
    kind: "report",
    title,
    lines: [
      ...(channels.length === 0 ? [{ text: "I answer only what is put to me: no channel is listed" }] : []),
      // A line each: a line that is too long for a report is cut.
      ...channels.map(([id, kind]) => ({ text: `I answer in <#${id}>: ${KINDS[kind]}` })),
      { text: `Moderators' channel: ${passedOn}` },
    ],
  };
}
