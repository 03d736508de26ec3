/** The image does what is promised of it, as far as that can be seen without a container engine. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { openSandbox, type Sandbox } from "discord-sandbox";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FITTED_FOLDER } from "../../src/store/data-folder.js";
import { type Image, replayDockerfile } from "./dockerfile.js";

/** A clean install, a build and a pruning. */
const LONGEST = 180_000;

let image: Image;
beforeAll(() => {
  image = replayDockerfile({ context: ".", warm: { [`/app/${FITTED_FOLDER}`]: FITTED_FOLDER } });
}, LONGEST);
afterAll(() => image?.remove(), LONGEST);

const app = (...path: string[]) => join(image.root, image.workdir, ...path);

it("runs as nobody special, and writes to one folder alone, which is a volume", () => {
  expect(image.user).toBe("node");
  expect(image.volumes).toEqual([image.environment["STATE_DIR"]]);
});

it("holds what runs, and nothing that was only needed to build it", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const name of Object.keys(dependencies)) expect(existsSync(app("node_modules", name))).toBe(true);
  for (const name of ["typescript", "vitest", "knip"]) {
    expect(devDependencies).toHaveProperty(name);
    expect(existsSync(app("node_modules", name))).toBe(false);
  }
  expect(readdirSync(app()).sort()).toEqual(["data", "dist", "node_modules", "package.json", "state"]);
});

it("starts, is found healthy, ends when told to, and has written nowhere but to its volume", async () => {
  const sandbox = await openSandbox();
  const before = sizesOf(app());
  const environment = { ...environmentOf(sandbox), METRICS_PORT: String(await findPort()) };
  const [program = "", ...rest] = image.command;
  const bot = spawn(program, rest, { cwd: app(), env: environment });
  let output = "";
  for (const stream of [bot.stdout, bot.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const ended = new Promise((resolve) => bot.once("close", resolve));
  await expect.poll(() => output, { timeout: 60_000 }).toContain('"msg":"connected"');

  const [check = "", ...asked] = image.healthCheck;
  expect(() => execFileSync(check, asked, { env: environment })).not.toThrow();
  expect(() => execFileSync(check, asked, { env: { ...environment, METRICS_PORT: "1" }, stdio: "ignore" })).toThrow();
  const ada = sandbox.person("ada");
  expect((await ada.slash("ask", { question: "is alipay banned?" }).post()).message.content).toContain("Alipay");

  bot.kill("SIGTERM");
  expect(await ended).toBe(0);
  await sandbox.close();
  expect(sizesOf(app())).toEqual(before);
  expect(readdirSync(app("state"))).not.toEqual([]);
}, 90_000);

/** As the image sets it: a path in the image is one in its folder here. */
const environmentOf = ({ token, url }: Sandbox): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  ...Object.fromEntries(
    Object.entries(image.environment).map(([name, value]) => [
      name,
      value.startsWith("/") ? join(image.root, value) : value,
    ]),
  ),
  DISCORD_TOKEN: token,
  DISCORD_API: url,
});

/** How long each file outside the volume is; what was learned is kept beside the program where it can be, and only there. */
function sizesOf(folder: string): Record<string, number> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  const outside = names.filter((name) => ![app("state"), app(FITTED_FOLDER)].some((place) => name.startsWith(place)));
  return Object.fromEntries(outside.map((name) => [name, statSync(name).size]));
}

const findPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
