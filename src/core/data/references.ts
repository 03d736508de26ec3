/** Checks what holds between the data files: each id, name, slot and link leads somewhere and means one thing. */
import { didYouMean, type Path, type Problem, walk } from "friendly-yaml";
import { nameKey } from "../text/text.js";
import { ownValue } from "../values/own-value.js";
import type { IsBroken } from "./broken-ids.js";
import type { FoundFiles } from "./data-files.js";
import { checkEntries } from "./entry-references.js";
import { earliestDate, type Known } from "./knowledge.js";
import { checkLabels } from "./label-references.js";
import { checkQuestions } from "./question-references.js";
import { checkShownTexts } from "./shown-texts.js";

/** Returns every problem that shows only between files. What names a broken id is passed over. */
export function checkReferences(files: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  return [
    ...checkSources(files, isBroken),
    ...checkCites(files, known, isBroken),
    ...checkOrder(files),
    ...checkAppNames(files, known, isBroken),
    ...checkEntries(files, known, isBroken),
    ...checkQuestions(files, known, isBroken),
    ...checkLabels(files, known, isBroken),
    ...checkShownTexts(files, isBroken),
  ];
}

function checkSources({ sources }: FoundFiles, isBroken: IsBroken): Problem[] {
  if (sources === undefined) return [];
  const { hosts } = sources.value;
  return Object.entries(sources.value.sources).flatMap(([id, { url, publisher }]) => {
    if (url === undefined) return [];
    const host = new URL(url).host;
    const owner = ownValue(hosts, host);
    const at = (message: string, fix: string) => [sources.problemAt(["sources", id, "url"], message, { fix })];
    if (owner === undefined)
      return isBroken(host)
        ? []
        : at(
            `Links to ${host} are not allowed: it is not among the \`hosts\` at the top of this file.`,
            `Leave \`url\` out, or add \`${host}: "${publisher}"\` there if the site is the publisher's own.`,
          );
    const isOwn = owner === "government" || owner === "court" || owner === publisher;
    const foreign = `${host} belongs to ${owner}, and the publisher of this source is ${publisher}.`;
    return isOwn
      ? []
      : at(foreign, "Write the publisher exactly as above, or leave `url` out: a copy is not linked to.");
  });
}

function checkCites(files: FoundFiles, { sources }: Known, isBroken: IsBroken): Problem[] {
  return [files.order, files.apps, ...files.answers].flatMap((file) => {
    if (file === undefined) return [];
    const seen = new Set<string>();
    return [...walk(file.raw ?? file.value)].flatMap(({ path, name, value }) => {
      if (name === "source" && typeof value === "string" && !Object.hasOwn(sources, value) && !isBroken(value)) {
        const fix = didYouMean(value, Object.keys(sources), "Add it to sources.yaml first.");
        return [file.problemAt(path, `No source with id \`${value}\` is in sources.yaml.`, { fix })];
      }
      if (path.at(-2) !== "cites") return [];
      const cite = JSON.stringify([path.slice(0, -1), value]);
      const isSecond = seen.has(cite);
      seen.add(cite);
      const fix = "Delete one of the two.";
      return isSecond ? [file.problemAt(path, "This is cited for the second time.", { fix })] : [];
    });
  });
}

function checkOrder({ order }: FoundFiles): Problem[] {
  if (order === undefined) return [];
  const { events, timeline, checked } = order.value;
  const earliest = earliestDate(order.value);
  const problems = timeline.flatMap(({ on }, index) =>
    index > 0 && on < (timeline[index - 1]?.on ?? "").slice(0, on.length)
      ? [
          order.problemAt(["timeline", index, "on"], "This is earlier than the event above it.", {
            fix: "The timeline goes by date, the oldest first: move one of the two.",
          }),
        ]
      : [],
  );
  if (events.revoked.on <= earliest)
    problems.push(
      order.problemAt(["events", "revoked", "on"], `This is not after the earliest day of prohibition, ${earliest}.`, {
        fix: "Look both dates up in the two orders.",
      }),
    );
  if (checked < events.revoked.on)
    problems.push(
      order.problemAt(["checked"], `This is earlier than the last event, ${events.revoked.on}.`, {
        fix: "Write the day on which the sources were last looked at.",
      }),
    );
  return problems;
}

function checkAppNames({ apps }: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  if (apps === undefined) return [];
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  const claim = (name: string, owner: string, path: Path) => {
    const key = nameKey(name);
    const other = owners.get(key);
    const complain = (message: string, fix: string) => problems.push(apps.problemAt(path, message, { fix }));
    if (key === "") complain(`The name "${name}" holds no letter or digit.`, "Delete it: nobody could type it.");
    else if (other !== undefined && other !== owner)
      complain(
        `The name "${name}" already belongs to \`${other}\`.`,
        "Take it out in one place; a name that could mean several apps goes under `ambiguous` instead.",
      );
    owners.set(key, other ?? owner);
  };
  for (const [id, app] of Object.entries(apps.value.apps)) {
    claim(id, id, ["apps", id]);
    claim(app.name, id, ["apps", id, "name"]);
    for (const [index, name] of app.names.entries()) claim(name, id, ["apps", id, "names", index]);
  }
  for (const [name, { means, "in-a-sentence": inSentence }] of Object.entries(apps.value.ambiguous)) {
    const path = ["ambiguous", name];
    const meant = [...means, ...(inSentence === undefined ? [] : [inSentence])];
    if (!meant.some((id) => owners.get(nameKey(name)) === id)) claim(name, "an ambiguous name", path);
    for (const id of meant)
      if (!Object.hasOwn(known.apps, id) && !isBroken(id))
        problems.push(
          apps.problemAt([...path, "means"], `No app with id \`${id}\` is in this file.`, {
            words: id,
            fix: didYouMean(id, Object.keys(known.apps), "Add the app below `apps:` first."),
          }),
        );
  }
  return problems;
}
