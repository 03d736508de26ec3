/** `/moderate`: what the moderators of a server see and set; the data itself belongs to those of the home server. */
import { type CommandGroup, command } from "../src/command.js";
import { moderateChannels } from "./moderate-channels.js";
import { preview } from "./moderate-preview.js";
import { unanswered } from "./moderate-unanswered.js";

const check = command({
  name: "check",
  description: "What the bot needs on this server, and what is missing",
  options: {},
  slow: true,
  async run(_, { health, place }) {
    const requirements = await health.check(place);
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
  description: "Read the data files anew; bad ones change nothing",
  options: {},
  where: "home-server",
  slow: true,
  async run(_, { reload }) {
    const reloaded = await reload();
    switch (reloaded.kind) {
      case "replaced":
        return { kind: "report", title: `The new data is in force: version ${reloaded.version}`, lines: [] };
      case "unchanged":
        return { kind: "report", title: `Nothing has changed: version ${reloaded.version}`, lines: [] };
      case "kept":
        return {
          kind: "report",
          title: `The files have problems; version ${reloaded.version} stays in force`,
          lines: reloaded.problems.map((text) => ({ ok: false, text })),
        };
    }
  },
});

export const moderate: CommandGroup = {
  name: "moderate",
  description: "For this server's moderators",
  permission: "manage-server",
  where: "servers",
  subcommands: [check, moderateChannels, reload, preview, unanswered],
};
