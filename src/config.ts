/** The settings, read once from the environment and found good or bad as a whole. */
import { z } from "zod";

const settings = z.object({
  DISCORD_TOKEN: z.string().trim().min(1, "is missing: the bot's token, from the Discord Developer Portal"),
  DISCORD_API: z
    .url({ protocol: /^https?$/, error: "is no http(s) address" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  DATA_DIR: z.string().trim().min(1).default("data"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Config = z.output<typeof settings>;

/** All that is wrong with the settings at once, a line each: `DISCORD_TOKEN is missing: …`. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config | { readonly problems: readonly string[] } {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
  const parsed = settings.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  return {
    problems: parsed.error.issues.map(({ path, message, code }) => {
      const name = path.join(".");
      return code === "invalid_type" && environment[name] === undefined ? `${name} is missing` : `${name} ${message}`;
    }),
  };
}
