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

const settings = z.object({
  /** Whoever runs it in earnest says so: a lost token must not pass unnoticed then. */
  NODE_ENV: z.string().optional(),
  DISCORD_TOKEN: z.string(token).refine((text) => !/\s/.test(text), "must be one word: there is a space inside it"),
  DISCORD_API: z
    .url({ protocol: /^https?$/, error: "is no http(s) address" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  HOME_GUILD: z
    .string()
    .regex(/^\d{17,20}$/, "must be the id of a server: 17 to 20 digits (Copy Server ID)")
    .optional(),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, "must be a number from 0 to 65535")
    .transform(Number)
    .default(13_971),
  DATA_DIR: z.string().default("data"),
  STATE_DIR: z.string().default("state"),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(", ")}`).optional(),
  LOGIN_SECONDS: seconds(0.1, 86_400, 300),
  WATCHDOG_SECONDS: seconds(0.1, 3600, 60),
  DRAIN_SECONDS: seconds(0.1, 600, 8),
});

/** Without a token the bot runs on this machine alone. */
const localSettings = settings.partial({ DISCORD_TOKEN: true });

export type Config = Omit<z.output<typeof localSettings>, "NODE_ENV"> & { readonly LOG_LEVEL: (typeof levels)[number] };

/**
 * All that is wrong with the settings at once, a line each: `DISCORD_TOKEN is missing: …`. An empty one is not given.
 * The token is missing where there is none in production, or where only Discord will do.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  { discord = false }: { readonly discord?: boolean } = {},
): Config | { readonly problems: readonly string[] } {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value] as const] : [];
    }),
  );
  const needsToken = discord || given["NODE_ENV"] === "production";
  const parsed = (needsToken ? settings : localSettings).safeParse(given);
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`) };
  const { NODE_ENV: _, ...config } = parsed.data;
  // In the browser all that happens is on the page: the terminal is for the address and for what goes wrong.
  return { ...config, LOG_LEVEL: config.LOG_LEVEL ?? (config.DISCORD_TOKEN === undefined ? "warn" : "info") };
}
