import { describe, expect, test } from "vitest";
import { namedApps } from "../../../src/core/data/knowledge.js";
import { edited, knowledgeOf, leanFiles, smallFiles } from "../../data.js";
import {
  expectProblem,
  NEW_ENTRY,
  NEW_FILE,
  problemsOf,
  type Wrong,
  withApp,
  withEntry,
  withFile,
  withOrder,
  withSource,
} from "../../edits.js";

const knowledge = knowledgeOf(leanFiles);
const [taken = ""] = namedApps(knowledge).map(({ name }) => name);
const [source = ""] = Object.keys(knowledge.sources);
const [one = ""] = Object.keys(knowledge.entries);

const NEWS = "url: https://news.example/1";
const LONG = `So ${"it is. ".repeat(165)}`;
const LONG_CITES = `[{ source: ${source}, at: ${"s.1 ".repeat(70)} }, { source: ${source}, at: ${"s.2 ".repeat(70)} }]`;
const OLD = `  - { on: 1999-01-01, text: Old., cites: [{ source: ${source} }] }\n`;
const withAmbiguous = (name: string) =>
  edited("apps.yaml", (text) => text.replace(/^ambiguous:\n/m, `$&  ${name}: { means: [nowhere, nothing] }\n`));

describe("a reference that leads nowhere, or to two things, names file, line, column, entry and field", () => {
  test.each<Wrong>([
    [
      "an unknown source",
      NEW_FILE,
      withEntry("[]", "[{ source: nowhere }]"),
      "nowhere",
      "new-entry, cites",
      /no source/,
    ],
    ["an id that another file has", NEW_FILE, withEntry("new-entry", one), one, one, /another file/],
    [
      "the id under which apps are asked for",
      NEW_FILE,
      withEntry("new-entry", "app-status"),
      "app-status",
      "app-status",
      /where an app stands/,
    ],
    [
      "an unknown slot",
      NEW_FILE,
      withEntry("It is.", "So {d}."),
      "{d}",
      "new-entry, answer",
      /\{d\}.*there are: \{date/,
    ],
    [
      "an app's slot without an app",
      NEW_FILE,
      withEntry("It is.", "So {app.name}."),
      "{app.name}",
      "new-entry, answer",
      /only an entry with `app`/,
    ],
    [
      "an answer too long for Discord with its sources",
      NEW_FILE,
      withFile(NEW_ENTRY.replace("It is.", LONG).replace("[]", LONG_CITES)),
      "So it",
      "new-entry, answer",
      /too long for one Discord message/,
    ],
    [
      "a related entry that is not there",
      NEW_FILE,
      withFile(`${NEW_ENTRY}  related: [nowhere]\n`),
      "nowhere",
      "new-entry, related",
      /no entry/,
    ],
    [
      "a fact shown without its slot",
      NEW_FILE,
      withFile(`${NEW_ENTRY}  app: required\n  shows: maker\n`),
      "maker",
      "new-entry, shows",
      /go together/,
    ],
    [
      "a slot for a fact, beside no fact",
      NEW_FILE,
      withFile(`${NEW_ENTRY}  app: optional\n  app-answer: So {app.fact}.\n`),
      "So {app.fact}",
      "new-entry, app-answer",
      /go together/,
    ],
    [
      "a fact shown of no app",
      NEW_FILE,
      withFile(`${NEW_ENTRY}  shows: maker\n`),
      "maker",
      "new-entry, shows",
      /only an entry with/,
    ],
    [
      "an optional app without an answer of its own",
      NEW_FILE,
      withFile(`${NEW_ENTRY}  app: optional\n`),
      "optional",
      "new-entry, app",
      /has an/,
    ],
    [
      "a name that two apps share",
      "apps.yaml",
      withApp(`names: ["${taken}!!"]`),
      `"${taken}!!`,
      "new-app, names",
      /belongs to/,
    ],
    [
      "a name that is another app's id",
      "apps.yaml",
      withApp("names: [newer] }\n  newer: { name: Newest, standing: look-alike, names: []"),
      "{ name: Newest",
      "newer",
      /belongs to/,
    ],
    ["a name without a letter", "apps.yaml", withApp('names: ["?!"]'), '"?!"', "new-app, names", /no letter or digit/],
    ["an ambiguous name of no app", "apps.yaml", withAmbiguous("new"), "nowhere", "new, means", /no app with id/],
    ["an ambiguous name that one app has", "apps.yaml", withAmbiguous(taken), "{ means: [nowhere", taken, /belongs to/],
    [
      "a link to a host that is not allowed",
      "sources.yaml",
      withSource(NEWS),
      "https://news",
      "new-source, url",
      /not among/,
    ],
    [
      "a link whose host hides behind an @",
      "sources.yaml",
      withSource("url: https://www.govinfo.gov@a.example/"),
      "https://www.govinfo.gov@",
      "new-source, url",
      /links to a.example/,
    ],
    [
      "a publisher who does not own the host",
      "sources.yaml",
      withSource(NEWS, "  news.example: The Olds\n"),
      "https://news",
      "new-source, url",
      /belongs to The Olds/,
    ],
    [
      "a timeline out of order",
      "order.yaml",
      withOrder(/^checked:/m, `${OLD}$&`),
      "1999-01-01",
      "timeline, on",
      /earlier than the event above/,
    ],
    [
      "a revocation before anything could begin",
      "order.yaml",
      withOrder(/\bon: 2021-06-09,\n/, "on: 2021-01-06,\n"),
      "2021-01-06,\n",
      "revoked, on",
      /not after/,
    ],
    [
      "sources checked before the last event",
      "order.yaml",
      withOrder(/^checked: .*/m, "checked: 2021-01-09"),
      "2021-01-09",
      "checked",
      /earlier/,
    ],
  ])("%s", expectProblem);
});

describe("a reference", () => {
  test("is looked up among the data's own ids only", () => {
    const inherited = withEntry("[]", "[{ source: constructor }]\n  related: [constructor]");
    expect(problemsOf(inherited)).toHaveLength(2);
  });

  test("of an app, its facts and its other action to their sources is checked like an entry's", () => {
    const files = edited(
      "apps.yaml",
      (text) =>
        text.replaceAll("source: the-order", "source: nowhere").replaceAll("source: a-paper", "source: nowhere"),
      smallFiles,
    );
    expect(problemsOf(files).map(({ entry, field }) => [entry, field])).toEqual([
      ["red-pay", "maker"],
      ["red-pay", "other-action"],
    ]);
  });

  test("of an answer is not counted where the reply is an app's fact alone, with the fact's own sources", () => {
    const cites = Array.from({ length: 5 }, (_, at) => `{ source: the-order, at: ${`s.${at} `.repeat(74)} }`).join();
    const longFact = edited(
      "apps.yaml",
      (text) => text.replace("made by Red.", "made by Red. ".repeat(16)),
      smallFiles,
    );
    const longCites = (answer: string) =>
      edited(
        "answers/dates.yaml",
        (text) => text.replace(/answer: "\{app.fact\}"\n {2}cites: \[\]/, `answer: "${answer}"\n  cites: [${cites}]`),
        longFact,
      );
    expect(problemsOf(longCites("{app.fact}"))).toEqual([]);
    expect(problemsOf(longCites("It is so: {app.fact}"))).toHaveLength(1);
  });
});
