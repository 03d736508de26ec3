/** Every dependency has a reason that somebody can read, and the list of them all can be had. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (folder: string) => JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
const { dependencies, devDependencies, scripts } = read(".");
const OURS = ["discord-page", "discord-sandbox", "friendly-yaml"];
const packages = OURS.map((name) => read(`packages/${name}`));
const all = [{ dependencies, devDependencies }, ...packages].flatMap((one) => [
  one.dependencies,
  one.devDependencies ?? {},
]);
const versions = all.flatMap((some): [string, string][] => Object.entries(some));
const isForeign = (name: string) => !OURS.includes(name);
const running = Object.keys(dependencies).filter(isForeign);
const development = [...new Set(versions.map(([name]) => name))].filter(
  (name) => !(name in dependencies) && isForeign(name),
);
const sections = readFileSync("docs/dependencies.md", "utf8").split(/^## /m);

/** The rows below that heading: a package, its reason, its licence. */
const rowsOf = (heading: string): string[][] =>
  (sections.find((section) => section.startsWith(heading)) ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

it.each([
  ["What runs", running],
  ["What only builds and tests", development.sort()],
])("each package has its reason: %s", (heading, wanted) => {
  const rows = rowsOf(heading);
  expect(rows.map(([name]) => name?.replaceAll("`", ""))).toEqual(wanted);
  for (const [name, reason = ""] of rows) expect(reason.length, `${name} has no reason`).toBeGreaterThan(10);
});

it("each licence is the one that the package names", () => {
  for (const [name = "", , licence] of [...rowsOf("What runs"), ...rowsOf("What only builds and tests")]) {
    const { license } = JSON.parse(readFileSync(`node_modules/${name.replaceAll("`", "")}/package.json`, "utf8"));
    expect(`${name} ${licence}`).toBe(`${name} ${license}`);
  }
});

it("each version is exact, and the lockfile knows the digest of everything that is installed", () => {
  for (const [, version] of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(new Set(versions.map(([name]) => name)).size).toBe(new Set(versions.map(String)).size);
  const { packages: locked } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const installed = Object.entries<{ integrity?: string; link?: boolean }>(locked).filter(
    ([path, { link }]) => path.startsWith("node_modules/") && link !== true,
  );
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
});

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

const DEVELOPMENT = "cdx:npm:package:development";

it("the list of all packages is one in the format CycloneDX, and marks those that only build and test", () => {
  const list = JSON.parse(execFileSync("sh", ["-c", scripts.sbom], { encoding: "utf8", maxBuffer: 1 << 24 }));
  expect(list.bomFormat).toBe("CycloneDX");
  const namesOf = (isForDevelopment: boolean): string[] =>
    (list.components as Component[])
      .filter(({ properties }) => properties.some(({ name }) => name === DEVELOPMENT) === isForDevelopment)
      .map(({ group, name }) => (group ? `${group}/${name}` : name));
  expect(namesOf(false)).toEqual(expect.arrayContaining(running));
  expect(namesOf(true)).toEqual(expect.arrayContaining(["vitest", "@biomejs/biome"]));
});
