/** `/moderate`: checks and settings for a server's moderators, and the data for those of the home server. */
import { type CommandGroup, command } from "../src/command/command.js";
import { describeNews } from "../src/core/quality/news.js";
import { moderateChannels } from "./moderate-channels.js";
import { preview } from "./moderate-preview.js";
import { unanswered } from "./moderate-unanswered.js";

const check = command({
  name: "check",
  description: "What the bot needs on this server, and what is missing",
  options: {},
  slow: true,
  async run(_, { health }) {
    const requirements = await health.check();
    const missing = requirements.filter(({ ok }) => !ok).length;
    return {
      kind: "report",
      title: missing === 0 ? "All is well" : missing === 1 ? "One thing is missing" : `${missing} things are missing`,
      lines: requirements.map(({ name, ok, detail }) => ({ ok, text: `${name}: ${detail}` })),
    };
  },
});

const reload = command({
  name: "reload",
  description: "Read the data files again; bad ones change nothing",
  options: { force: { type: "boolean", description: "Accept that golden questions get another reply" } },
  where: "home-server",
  slow: true,
  async run({ force = false }, { reload }) {
    return { kind: "report", ...describeNews(await reload({ force })) };
  },
});

export const moderate: CommandGroup = {
  name: "moderate",
  description: "For this server's moderators",
  permission: "manage-server",
  where: "servers",
  subcommands: [check, moderateChannels, reload, preview, unanswered],
};
