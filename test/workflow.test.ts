/** The workflow on GitHub runs what a person would, with no more rights than reading. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Job {
  readonly permissions?: unknown;
  readonly "timeout-minutes": number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

const FOLDER = ".github/workflows";
const workflow = parse(readFileSync(`${FOLDER}/check.yml`, "utf8"));
const jobs: readonly Job[] = Object.values(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);
const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

describe("the workflow", () => {
  it("is the only one", () => {
    expect(readdirSync(FOLDER)).toEqual(["check.yml"]);
  });

  it("looks at pull requests and at what reaches main", () => {
    expect(workflow.on).toEqual({ pull_request: null, push: { branches: ["main"] } });
  });

  it("may read and do nothing else, ends by itself, and leaves no credentials behind", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    for (const job of jobs) {
      expect(job.permissions).toBeUndefined();
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
    }
    expect(JSON.stringify(workflow)).not.toContain("secrets.");
  });

  it("uses GitHub's own actions alone, each by its major version", () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  it("installs what is locked, checks the data with annotations, and runs the tests and a soak", () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    const moves = expect.stringContaining('check -- --against "origin/$BASE"');
    const soak = "npm run --silent soak -- --minutes 1";
    expect(commands).toEqual(["npm ci", "npm run check -- --format github", moves, "npm ci", "npm test", soak]);
    // A branch may be called anything: its name is never put into the text of a command.
    expect(commands.join("\n")).not.toContain("${{");
    for (const [, name = ""] of commands.join("\n").matchAll(/npm (?:run )?(?:--silent )?(check|test|soak)/g))
      expect(scripts).toHaveProperty(name);
  });
});
