/** The settings, read once from the environment and found good or bad as a whole. */
import { z } from "zod";

const token = "is missing: the bot's token, from the Discord Developer Portal (Bot > Reset Token)";
const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** A number of seconds, fractions allowed, given on in milliseconds. */
const seconds = (least: number, most: number, usual: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a number of seconds from ${least} to ${most}`,
    )
    .transform((text) => Number(text) * 1000)
    .default(usual * 1000);

/** An address, given on without a slash at its end. */
const address = () =>
  z.url({ protocol: /^https?$/, error: "is no http(s) address" }).transform((url) => url.replace(/\/+$/, ""));

const settings = z.object({
  DISCORD_TOKEN: z.string(token).refine((text) => !/\s/.test(text), "must be one word: there is a space inside it"),
  DISCORD_API: address().optional(),
  HOME_GUILD: z
    .string()
    .regex(/^\d{17,20}$/, "must be the id of a server: 17 to 20 digits (Copy Server ID)")
    .optional(),
  DATA_URL: address().optional(),
  DATA_DIR: z.string().default("data"),
  STATE_DIR: z.string().default("state"),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(", ")}`).default("info"),
  LOGIN_SECONDS: seconds(0.1, 86_400, 300),
  WATCHDOG_SECONDS: seconds(0.1, 3600, 60),
  DRAIN_SECONDS: seconds(0.1, 600, 8),
});

export type Config = z.output<typeof settings>;

/** All that is wrong with the settings at once, a line each: `DISCORD_TOKEN is missing: …`. An empty one is not given. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config | { readonly problems: readonly string[] } {
  const given = Object.keys(settings.shape).flatMap((name) => {
    const value = environment[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const parsed = settings.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  return { problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`) };
}
