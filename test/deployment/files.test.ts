/** What runs the bot gives it little, and settings that it accepts. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../src/config.js";

interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly [setting: string]: unknown;
}

const servicesOf = (file: string): [name: string, service: Service][] =>
  Object.entries<Service>(parse(readFileSync(file, "utf8"), { merge: true }).services).map(([name, service]) => [
    `${name} of ${file}`,
    service,
  ]);
const services = ["compose.yaml", "compose.scaled.yaml"].flatMap(servicesOf);
const bots = services.filter(([, { image }]) => image === "eo-13971-bot");

describe("a container", () => {
  it.each(services)("has no capability that it doesn't need: %s", (_, service) => {
    expect(service["cap_drop"]).toEqual(["ALL"]);
    expect(service["security_opt"]).toEqual(["no-new-privileges:true"]);
  });

  it.each(bots)("of the bot writes to its volume alone, and has time to end: %s", (_, service) => {
    expect(service["read_only"]).toBe(true);
    expect(service["volumes"]).toEqual(["state:/app/state", "./data:/app/data:ro"]);
    const seconds = Number.parseInt(String(service["stop_grace_period"]), 10);
    const config = readConfig({ DISCORD_TOKEN: "x" });
    expect("DRAIN_SECONDS" in config && config.DRAIN_SECONDS < seconds * 1000).toBe(true);
  });

  it.each(services)("is started again after the machine is, though the bot ended well: %s", (_, service) => {
    expect(service["restart"]).toBe("unless-stopped");
  });

  it.each(bots)("of the bot has room to learn, and leaves to .env who may read its metrics: %s", (_, service) => {
    expect(service["mem_limit"]).toBe("2g");
    expect(service.environment).not.toHaveProperty("METRICS_HOST");
  });

  it.each(bots)("of the bot has settings that it accepts, beside those of .env.example: %s", (_, { environment }) => {
    const example = Object.fromEntries(
      readFileSync(".env.example", "utf8")
        .split("\n")
        .filter((line) => /^\w+=/.test(line))
        .map((line) => line.split("=") as [string, string]),
    );
    const given = { ...example, DISCORD_TOKEN: "x", DISCORD_PUBLIC_KEY: "0".repeat(64), ...environment };
    expect(readConfig(given)).not.toHaveProperty("problems");
  });
});

describe("the unit for systemd", () => {
  const unit = readFileSync("deploy/eo-13971-bot.service", "utf8");

  it("starts the bot again, but not where a setting is wrong", () => {
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^RestartPreventExitStatus=78$/m);
  });

  it("has room to learn", () => {
    expect(unit).toMatch(/^MemoryMax=2G$/m);
  });

  it("lets it write to its own folder alone", () => {
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
    const [, folder] = /^StateDirectory=(.+)$/m.exec(unit) ?? [];
    expect(unit).toContain(`STATE_DIR=/var/lib/${folder}\n`);
    expect(unit).not.toMatch(/^ReadWritePaths=/m);
  });
});

describe("the proxy", () => {
  const caddyfile = readFileSync("deploy/Caddyfile", "utf8");

  it("is a Caddy that keeps a request until somebody has taken it, and can send it again", () => {
    const proxies = services.filter(([, { image }]) => image.startsWith("caddy:"));
    expect(proxies.map(([, { image }]) => image)).toEqual(["caddy:2.11-alpine"]);
    expect(caddyfile).toMatch(/^\s*request_buffers 512KiB$/m);
    expect(caddyfile).toMatch(/^\s*max_size 512KB$/m);
  });

  it("ends idle connections before the bot does, and soon gives up one that can't be opened", () => {
    expect(caddyfile).toMatch(/^\s*keepalive 3s$/m);
    expect(createServer().keepAliveTimeout).toBeGreaterThan(3000);
    expect(caddyfile).toMatch(/^\s*dial_timeout 300ms$/m);
  });
});
