/** Reads the settings once from the environment, and checks them as a whole. */
import { z } from "zod";

const token = "is missing: the bot's token, from the Discord Developer Portal (Bot > Reset Token)";
const whyToken = `${token}. NODE_ENV=production and --discord ask for Discord: without them the bot runs in the browser`;
const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const number = (digits: RegExp, what: string, least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => digits.test(text) && Number(text) >= least && Number(text) <= most,
      `must be ${what} from ${least} to ${most}`,
    )
    .transform(Number);

const wholeNumber = (least: number, most: number) => number(/^\d+$/, "a number", least, most);

/** A number of seconds, which may have a fraction, as milliseconds. */
const seconds = (least: number, most: number, usual: number) =>
  number(/^\d+(\.\d+)?$/, "a number of seconds", least, most)
    .transform((count) => count * 1000)
    .default(usual * 1000);

/** An address without a slash at its end. */
const address = () =>
  z.url({ protocol: /^https?$/, error: "is no http(s) address" }).transform((url) => url.replace(/\/+$/, ""));

/** Quotes, brackets, the scheme of an HTTP header and invisible characters, which people copy along with a token. */
const AROUND_TOKEN = /^(?:["'`<\u2018\u201c]|bot\s+)|["'`>\u2019\u201d]$/i;

function cleanToken(text: string): string {
  const visible = text.replace(/[\p{Cf}\p{Cc}]/gu, "").trim();
  const token = visible.replace(AROUND_TOKEN, "");
  return token === visible ? token : cleanToken(token);
}

/** Names what makes `token` none; never the token itself. */
function findTokenProblem(token: string): string | undefined {
  if (token === "") return "holds only quotes or invisible characters: take a token from Bot > Reset Token";
  if (/\s/.test(token)) return "must be one word: there is a space inside it";
  if (/^\d{17,20}$/.test(token)) return "is an id, not a token: take the token from Bot > Reset Token";
  if (/^[0-9a-f]{64}$/i.test(token)) return "is a public key, not a token: take the token from Bot > Reset Token";
  const [strange] = /[^\w.-]/u.exec(token) ?? [];
  if (strange === undefined) return undefined;
  const code = (strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `holds a character that no token has (U+${code}): copy it again from Bot > Reset Token`;
}

const botToken = z
  .string()
  .transform(cleanToken)
  .superRefine((token, context) => {
    const message = findTokenProblem(token);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** discord.js adds the version of the API itself. */
const discordApi = address().superRefine((url, context) => {
  const base = url.replace(/\/v\d+$/, "");
  if (base !== url) context.addIssue({ code: "custom", message: `must end before the version: ${base}` });
});

const id = (what: string) => z.string().regex(/^\d{17,20}$/, `must be the id of ${what}: 17 to 20 digits`);

const port = wholeNumber(0, 65_535);

/** Of the page in the browser, and of `INTERACTIONS=http`, unless PORT is set. */
const PAGE_PORT = 13_971;
const WEB_PORT = 8080;

/** `0-3/16`: shards 0 to 3 of 16; `2/16`: shard 2 alone. Undefined is what Discord recommends, all in this process. */
const shards = z
  .string()
  .transform((text, context) => {
    if (text === "auto") return undefined;
    const match = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(text);
    const [first, count] = [Number(match?.[1]), Number(match?.[3])];
    const last = Number(match?.[2] ?? first);
    if (match !== null && first <= last && last < count)
      return { ids: Array.from({ length: last - first + 1 }, (_, index) => first + index), count };
    const problem =
      match === null
        ? "must be auto, or a range of all shards such as 0-3/16"
        : `must name shards from 0 to ${count - 1} of ${count}, the lower one first`;
    context.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  })
  .optional();

const settings = z.object({
  /** "production" makes a missing token an error. */
  NODE_ENV: z.string().optional(),
  /** Without it the bot runs in the browser, on this machine alone. */
  DISCORD_TOKEN: botToken.optional(),
  DISCORD_API: discordApi.optional(),
  DISCORD_APPLICATION_ID: id("the application (General Information)").optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "must be the application's public key: 64 hexadecimal digits (General Information)")
    .optional(),
  INTERACTIONS: z.enum(["gateway", "http"], "must be gateway or http").default("gateway"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.optional(),
  SHARDS: shards,
  SERVER_QUESTIONS_A_MINUTE: wholeNumber(1, 9_999_999).default(600),
  METRICS_HOST: z.string().default("127.0.0.1"),
  METRICS_PORT: port.optional(),
  HOME_GUILD: id("a server (Copy Server ID)").optional(),
  DATA_URL: address().optional(),
  DATA_DIR: z.string().default("data"),
  STATE_DIR: z.string().default("state"),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(", ")}`).optional(),
  LOGIN_SECONDS: seconds(0.1, 86_400, 300),
  WATCHDOG_SECONDS: seconds(0.1, 3600, 60),
  DRAIN_SECONDS: seconds(0.1, 600, 8),
  HTTPS_PROXY: address().optional(),
  NO_PROXY: z.string().optional(),
});

/** Checks the settings together and chooses what is usual for them; `needsToken` requires Discord. */
const whole = (needsToken: boolean) =>
  settings
    .superRefine(({ DISCORD_TOKEN, INTERACTIONS, DISCORD_PUBLIC_KEY, SHARDS }, context) => {
      const complain = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
      const isHttp = INTERACTIONS === "http";
      if (DISCORD_TOKEN === undefined && (needsToken || isHttp))
        complain("DISCORD_TOKEN", needsToken ? whyToken : token);
      if (isHttp && DISCORD_PUBLIC_KEY === undefined)
        complain(
          "DISCORD_PUBLIC_KEY",
          "is missing: INTERACTIONS=http needs the application's public key (General Information)",
        );
      if (isHttp && SHARDS !== undefined)
        complain("SHARDS", "is for the gateway: with INTERACTIONS=http there are none");
    })
    .transform(({ NODE_ENV: _, ...config }) => ({
      ...config,
      PORT: config.PORT ?? (config.DISCORD_TOKEN === undefined ? PAGE_PORT : WEB_PORT),
      // In the browser, the page shows what happens: the terminal shows the address and problems.
      LOG_LEVEL: config.LOG_LEVEL ?? (config.DISCORD_TOKEN === undefined ? "warn" : "info"),
    }));

export type Config = Readonly<z.output<ReturnType<typeof whole>>>;

/**
 * Returns the settings, or everything that is wrong with them, a line each: `DISCORD_TOKEN is missing: …`. An empty
 * setting counts as absent. A token is needed in production, for interactions over HTTP, and if `discord` is true.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  { discord = false }: { readonly discord?: boolean } = {},
): Config | { readonly problems: readonly string[] } {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      // Programs agree on no case for the names of proxies.
      const value = (environment[name] ?? (/PROXY$/.test(name) ? environment[name.toLowerCase()] : undefined))?.trim();
      return value ? [[name, value] as const] : [];
    }),
  );
  const parsed = whole(discord || given["NODE_ENV"] === "production").safeParse(given);
  if (parsed.success) return parsed.data;
  return { problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`) };
}
