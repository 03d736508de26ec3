/** Checks what holds between the data files: each id, name, slot and link leads somewhere and means one thing. */
import { didYouMean, type Path, type Problem, walk } from "friendly-yaml";
import { nameKey } from "../text/text.js";
import { ownValue } from "../values/own-value.js";
import type { References } from "./broken-ids.js";
import { checkEntries } from "./entry-references.js";
import { earliestDate } from "./knowledge.js";
import { checkLabels } from "./label-references.js";
import { checkQuestions } from "./question-references.js";
import { checkShownTexts } from "./shown-texts.js";

const CHECKS: readonly ((references: References) => Iterable<Problem>)[] = [
  checkSources,
  checkCites,
  checkOrder,
  checkAppNames,
  checkEntries,
  checkQuestions,
  checkLabels,
  checkShownTexts,
];

/** Returns every problem that shows only between files. What names a broken id is passed over. */
export const checkReferences = (references: References): Problem[] => CHECKS.flatMap((check) => [...check(references)]);

function* checkSources({ files: { sources }, isBroken }: References): Generator<Problem> {
  if (sources === undefined) return;
  const { hosts } = sources.value;
  for (const [id, { url, publisher }] of Object.entries(sources.value.sources)) {
    if (url === undefined) continue;
    const { host } = new URL(url);
    const owner = ownValue(hosts, host);
    if (owner === undefined && !isBroken(host))
      yield sources.problemAt(
        ["sources", id, "url"],
        `Links to ${host} are not allowed: it is not among the \`hosts\` at the top of this file.`,
        { fix: `Leave \`url\` out, or add \`${host}: "${publisher}"\` there if the site is the publisher's own.` },
      );
    else if (owner !== undefined && ![publisher, "government", "court"].includes(owner))
      yield sources.problemAt(
        ["sources", id, "url"],
        `${host} belongs to ${owner}, and the publisher of this source is ${publisher}.`,
        { fix: "Write the publisher exactly as above, or leave `url` out: a copy is not linked to." },
      );
  }
}

function* checkCites({ files, known: { sources }, isBroken }: References): Generator<Problem> {
  for (const file of [files.order, files.apps, ...files.answers]) {
    if (file === undefined) continue;
    const seen = new Set<string>();
    for (const { path, name, value } of walk(file.raw ?? file.value)) {
      if (name === "source" && typeof value === "string" && !Object.hasOwn(sources, value) && !isBroken(value)) {
        const fix = didYouMean(value, Object.keys(sources), "Add it to sources.yaml first.");
        yield file.problemAt(path, `No source with id \`${value}\` is in sources.yaml.`, { fix });
      }
      if (path.at(-2) !== "cites") continue;
      const cite = JSON.stringify([path.slice(0, -1), value]);
      if (seen.has(cite))
        yield file.problemAt(path, "This is cited for the second time.", { fix: "Delete one of the two." });
      seen.add(cite);
    }
  }
}

function* checkOrder({ files: { order } }: References): Generator<Problem> {
  if (order === undefined) return;
  const { events, timeline, checked } = order.value;
  const earliest = earliestDate(order.value);
  for (const [index, { on }] of timeline.entries())
    if (index > 0 && on < (timeline[index - 1]?.on ?? "").slice(0, on.length))
      yield order.problemAt(["timeline", index, "on"], "This is earlier than the event above it.", {
        fix: "The timeline goes by date, the oldest first: move one of the two.",
      });
  if (events.revoked.on <= earliest)
    yield order.problemAt(
      ["events", "revoked", "on"],
      `This is not after the earliest day of prohibition, ${earliest}.`,
      { fix: "Look both dates up in the two orders." },
    );
  if (checked < events.revoked.on)
    yield order.problemAt(["checked"], `This is earlier than the last event, ${events.revoked.on}.`, {
      fix: "Write the day on which the sources were last looked at.",
    });
}

function* checkAppNames({ files: { apps }, known, isBroken }: References): Generator<Problem> {
  if (apps === undefined) return;
  const owners = new Map<string, string>();
  const claim = function* (name: string, owner: string, path: Path): Generator<Problem> {
    const key = nameKey(name);
    const other = owners.get(key) ?? owner;
    owners.set(key, other);
    if (key === "")
      yield apps.problemAt(path, `The name "${name}" holds no letter or digit.`, {
        fix: "Delete it: it matches nothing that people type.",
      });
    else if (other !== owner)
      yield apps.problemAt(path, `The name "${name}" already belongs to \`${other}\`.`, {
        fix: "Take it out in one place; a name that could mean several apps goes under `ambiguous` instead.",
      });
  };
  for (const [id, { name, names }] of Object.entries(apps.value.apps)) {
    yield* claim(id, id, ["apps", id]);
    yield* claim(name, id, ["apps", id, "name"]);
    for (const [index, other] of names.entries()) yield* claim(other, id, ["apps", id, "names", index]);
  }
  for (const [name, { means, "in-a-sentence": inSentence = [] }] of Object.entries(apps.value.ambiguous)) {
    const path = ["ambiguous", name];
    const meant = [means, inSentence].flat();
    if (!meant.some((id) => owners.get(nameKey(name)) === id)) yield* claim(name, "an ambiguous name", path);
    for (const id of meant)
      if (!Object.hasOwn(known.apps, id) && !isBroken(id))
        yield apps.problemAt([...path, "means"], `No app with id \`${id}\` is in this file.`, {
          words: id,
          fix: didYouMean(id, Object.keys(known.apps), "Add the app below `apps:` first."),
        });
  }
}
