/** Follows a Dockerfile without a container engine: each stage is an empty folder, in which its steps are done for real. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly volumes: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  remove(): void;
}

interface Stage {
  readonly root: string;
  workdir: string;
  readonly environment: Record<string, string>;
  user: string;
  readonly volumes: string[];
  command: readonly string[];
  healthCheck: readonly string[];
}

interface Copy {
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

export interface ReplayOptions {
  /** The folder with the Dockerfile. */
  readonly context: string;
  /** Folders that the first stage finds full, by their paths in the image: what else takes a minute to make. */
  readonly warm?: Readonly<Record<string, string>>;
}

/** Throws at the first step that fails, and at an instruction that it doesn't know. */
export function replayDockerfile({ context, warm = {} }: ReplayOptions): Image {
  const folder = mkdtempSync(join(tmpdir(), "image-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const stages = new Map<string, Stage>();
  const included = readIgnored(context);
  let stage: Stage | undefined;
  try {
    for (const [instruction, rest] of readInstructions(join(context, "Dockerfile"))) {
      if (instruction === "ARG") continue;
      if (instruction === "FROM") {
        stage = openStage(join(folder, String(stages.size)), stages.size === 0 ? warm : {});
        stages.set(/\bAS (\S+)$/.exec(rest)?.[1] ?? String(stages.size), stage);
      } else if (stage === undefined) throw new Error(`${instruction} stands before FROM`);
      else if (instruction === "COPY") copy(readCopy(rest), stage, { stages, context, included });
      else follow(instruction, rest, stage);
    }
  } catch (error) {
    remove();
    throw error;
  }
  if (stage === undefined) throw new Error("the Dockerfile has no stage");
  return { ...stage, remove };
}

function openStage(root: string, warm: Readonly<Record<string, string>>): Stage {
  mkdirSync(root, { recursive: true });
  for (const [path, full] of Object.entries(warm)) cpSync(full, join(root, path), { recursive: true });
  return { root, workdir: "/", environment: {}, user: "root", volumes: [], command: [], healthCheck: [] };
}

function follow(instruction: string, rest: string, stage: Stage): void {
  switch (instruction) {
    case "WORKDIR":
      stage.workdir = rest;
      mkdirSync(join(stage.root, rest), { recursive: true });
      return;
    case "ENV": {
      const [name = "", value = ""] = rest.split(/=(.*)/s);
      stage.environment[name] = value;
      return;
    }
    case "RUN":
      run(rest, stage);
      return;
    case "VOLUME":
      stage.volumes.push(rest);
      return;
    case "USER":
      stage.user = rest;
      return;
    case "HEALTHCHECK":
      stage.healthCheck = JSON.parse(rest.slice(rest.indexOf("["))) as string[];
      return;
    case "CMD":
      stage.command = JSON.parse(rest) as string[];
      return;
    default:
      throw new Error(`an instruction that is not known here: ${instruction}`);
  }
}

function run(command: string, { root, workdir, environment }: Stage): void {
  const { NODE_ENV: _, ...outer } = process.env;
  const env = { ...outer, npm_config_prefer_offline: "true", ...environment };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: join(root, workdir), env });
  if (status !== 0) throw new Error(`RUN ${command} ended with ${status}:\n${stdout}${stderr}`);
}

interface Ground {
  readonly stages: ReadonlyMap<string, Stage>;
  readonly context: string;
  readonly included: ReadonlySet<string>;
}

function copy({ from, sources, target }: Copy, stage: Stage, { stages, context, included }: Ground): void {
  const origin = from === undefined ? context : stages.get(from)?.root;
  if (origin === undefined) throw new Error(`no stage is called ${from}`);
  for (const source of sources) {
    if (from === undefined && !included.has(source)) throw new Error(`${source} is kept out by .dockerignore`);
    const into = target.endsWith("/") ? join(target, basename(source)) : target;
    const [path, place] = [join(origin, source), join(stage.root, resolve(stage.workdir, into))];
    // An earlier stage is of no use afterwards, and moving a hundred megabytes is quicker.
    if (from === undefined) cpSync(path, place, { recursive: true });
    else renameSync(path, place);
  }
}

function readCopy(rest: string): Copy {
  const words = rest.split(/\s+/);
  const paths = words.filter((word) => !word.startsWith("--"));
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? "" };
}

function readInstructions(path: string): [instruction: string, rest: string][] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => [line.split(" ")[0] ?? "", line.slice(line.indexOf(" ") + 1).trim()]);
}

/** What gets in: everything is kept out, and then named. */
function readIgnored(context: string): Set<string> {
  const [all, ...named] = readFileSync(join(context, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (all !== "*" || named.some((line) => !line.startsWith("!")))
    throw new Error(".dockerignore must keep all out, and then name what gets in");
  return new Set(named.map((line) => line.slice(1)));
}
