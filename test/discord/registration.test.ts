/** The commands of the home server are there alone, also after another server became the home. */
import { expect, it } from "vitest";
import type { HomeRecord } from "../../src/discord/registration.js";
import { openBotIn, openBotInSandbox } from "../faults/bot-in-sandbox.js";

it("the commands of a former home server are removed from it, once", async () => {
  let last: string | undefined;
  const homeRecord: HomeRecord = {
    last: () => last,
    save: async (serverId) => {
      last = serverId;
    },
  };
  const { bot: first, sandbox, requests } = await openBotInSandbox();
  await first.close();
  const home = sandbox.store.guild.id;
  const written = () =>
    requests("bulk_set_guild_application_commands").map(({ requestBody }) => (requestBody as unknown[]).length);

  const atHome = await openBotIn(sandbox, { homeServer: home, homeRecord });
  await atHome.bot.close();
  expect([last, written()]).toEqual([home, [expect.any(Number)]]);
  expect(written()[0]).toBeGreaterThan(0);

  const elsewhere = await openBotIn(sandbox, { homeRecord });
  await elsewhere.bot.close();
  expect([last, written().slice(1)]).toEqual([undefined, [0]]);

  await openBotIn(sandbox, { homeRecord });
  expect(written().slice(1)).toEqual([0]);
});
