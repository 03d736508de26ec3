/** What holds between the data files: every id, name, slot and link must lead somewhere and mean one thing. */
import { nameKey } from "./app-names.js";
import { addDays } from "./calendar.js";
import type { ReadFiles } from "./data-files.js";
import type { Entry, Knowledge } from "./knowledge.js";
import type { Problem } from "./problem.js";
import { checkQuestions } from "./question-references.js";
import { unknownSlots } from "./slots.js";
import type { Path } from "./yaml-file.js";

/** Discord's limit on a message is 2000 characters; the rest is for the frame around an answer. */
const MAX_ANSWER_WITH_SOURCES = 1700;

/** Every problem that shows only when all files are looked at together. */
export function checkReferences(files: ReadFiles, knowledge: Knowledge): Problem[] {
  return [
    ...checkSources(files),
    ...checkCites(files, knowledge),
    ...checkOrder(files),
    ...checkAppNames(files, knowledge),
    ...checkEntries(files, knowledge),
    ...checkQuestions(files, knowledge),
  ];
}

function checkSources({ sources }: ReadFiles): Problem[] {
  const { hosts } = sources.value;
  return Object.entries(sources.value.sources).flatMap(([id, { url, publisher }]) => {
    if (url === undefined) return [];
    const host = new URL(url).host;
    const owner = Object.hasOwn(hosts, host) ? hosts[host] : undefined;
    const at = (message: string) => [sources.problemAt(["sources", id, "url"], message)];
    if (owner === undefined)
      return at(`links to ${host} are not allowed: it is not among the hosts at the top of this file`);
    const isOwn = owner === "government" || owner === "court" || owner === publisher;
    return isOwn ? [] : at(`${host} belongs to ${owner}, and the publisher of this source is ${publisher}`);
  });
}

function checkCites(files: ReadFiles, { sources }: Knowledge): Problem[] {
  type Cited = { problemAt: (path: Path, message: string) => Problem; path: Path; source: string };
  const cited: Cited[] = [];
  const collect = (value: unknown, path: Path, problemAt: Cited["problemAt"]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      if (key === "source" && typeof inner === "string") cited.push({ problemAt, path: [...path, key], source: inner });
      else collect(inner, [...path, step], problemAt);
    }
  };
  for (const file of [files.order, files.apps, ...files.answers]) collect(file.value, [], file.problemAt);
  return cited
    .filter(({ source }) => !Object.hasOwn(sources, source))
    .map(({ problemAt, path, source }) => problemAt(path, `no source with id "${source}" in sources.yaml`));
}

function checkOrder({ order }: ReadFiles): Problem[] {
  const { events, timeline, checked } = order.value;
  const earliest = addDays(events.signed.on, events.earliest["days-after-signed"]);
  const problems = timeline.flatMap(({ on }, index) =>
    index > 0 && on < (timeline[index - 1]?.on ?? "").slice(0, on.length)
      ? [order.problemAt(["timeline", index, "on"], "the timeline is not in order of date")]
      : [],
  );
  if (events.revoked.on <= earliest)
    problems.push(
      order.problemAt(["events", "revoked", "on"], `not after the earliest day of prohibition, ${earliest}`),
    );
  if (checked < events.revoked.on) problems.push(order.problemAt(["checked"], "earlier than the last event"));
  return problems;
}

function checkAppNames({ apps }: ReadFiles, knowledge: Knowledge): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  const claim = (name: string, owner: string, path: Path) => {
    const key = nameKey(name);
    const other = owners.get(key);
    if (key === "") problems.push(apps.problemAt(path, `"${name}" holds no letter or digit`));
    else if (other !== undefined && other !== owner)
      problems.push(apps.problemAt(path, `the name "${name}" already belongs to ${other}`));
    owners.set(key, other ?? owner);
  };
  for (const [id, app] of Object.entries(apps.value.apps)) {
    claim(app.name, id, ["apps", id, "name"]);
    for (const [index, name] of app.names.entries()) claim(name, id, ["apps", id, "names", index]);
  }
  for (const [name, { means, "in-a-sentence": inSentence }] of Object.entries(apps.value.ambiguous)) {
    const path = ["ambiguous", name];
    const meant = [...means, ...(inSentence === undefined ? [] : [inSentence])];
    if (!meant.some((id) => owners.get(nameKey(name)) === id)) claim(name, "an ambiguous name", path);
    for (const id of meant)
      if (!Object.hasOwn(knowledge.apps, id))
        problems.push(apps.problemAt([...path, "means"], `no app with id "${id}"`));
  }
  return problems;
}

function checkEntries(files: ReadFiles, knowledge: Knowledge): Problem[] {
  const seen = new Set<string>();
  return files.answers.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, raw]) => {
      const entry: Entry = { ...raw, id, topic: "" };
      const problems: Problem[] = [];
      const complain = (field: string, message: string) => problems.push(problemAt([id, field], message));
      if (seen.has(id)) complain("question", `another file already has an entry "${id}"`);
      seen.add(id);
      for (const related of entry.related)
        if (!Object.hasOwn(knowledge.entries, related)) complain("related", `no entry with id "${related}"`);
      for (const slot of unknownSlots(entry.answer, entry.app === "required"))
        complain("answer", `unknown slot {${slot}}`);
      for (const slot of unknownSlots(entry["app-answer"] ?? "", true))
        complain("app-answer", `unknown slot {${slot}}`);
      if ((entry.app === "optional") !== (entry["app-answer"] !== undefined))
        complain("app-answer", "an entry with `app: optional` has an `app-answer`, and no other has one");
      if (entry.shows !== undefined && entry.app === undefined)
        complain("shows", "only an entry with `app` shows a fact of one");
      const shown = entry.app === "required" ? entry.answer : (entry["app-answer"] ?? "");
      if (shown.includes("{app.fact}") !== (entry.shows !== undefined))
        complain("shows", "`shows` and the slot {app.fact} go together");
      if (entry["review-by"] !== undefined && entry["review-by"] <= entry.reviewed.on)
        complain("review-by", "not after the day on which it was reviewed");
      if (entry["review-by"] !== undefined && entry.cites.length === 0)
        complain(
          "review-by",
          "an answer with `review-by` has cites: long past that day, its sources are all that is given",
        );
      if (lengthWithSources(entry, knowledge) > MAX_ANSWER_WITH_SOURCES)
        complain("answer", "too long for one Discord message with its sources");
      return problems;
    }),
  );
}

function lengthWithSources(entry: Entry, { sources, apps }: Knowledge): number {
  const { shows } = entry;
  const facts = shows === undefined ? [] : Object.values(apps).flatMap((app) => app[shows] ?? []);
  const longestFact = Math.max(0, ...facts.map(({ text, cites }) => text.length + lengthOf(cites)));
  const lengthOfText = Math.max(entry.answer.length, entry["app-answer"]?.length ?? 0);
  return lengthOfText + lengthOf(entry.cites) + longestFact;

  function lengthOf(cites: Entry["cites"]): number {
    return cites.reduce((sum, { source, at = "" }) => {
      const { publisher = "", date = "", url = "" } = sources[source] ?? {};
      return sum + publisher.length + date.length + url.length + at.length + 12;
    }, 0);
  }
}
