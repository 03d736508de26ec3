/** What labels and routes mean in the data at hand: which answer a label names, which labels a route could stand for. */
import { APP_STATUS, type Knowledge } from "../data/knowledge.js";
import type { CalendarDate } from "../values/calendar.js";
import type { Label } from "../values/label.js";
import { ownValue } from "../values/own-value.js";
import type { Answer } from "./decision.js";

/** The answer that `label` names; undefined where the data has no such entry, app or fact. */
export function findAnswer({ entries, apps }: Knowledge, label: Label, on: CalendarDate): Answer | undefined {
  const app = label.app === undefined ? undefined : ownValue(apps, label.app);
  if (label.app !== undefined && app === undefined) return undefined;
  if (label.entry === undefined) return app && { kind: "app", app, on };
  const entry = ownValue(entries, label.entry);
  if (entry === undefined) return undefined;
  if (app === undefined) return entry.app === "required" ? undefined : { kind: "entry", entry, on };
  const hasFact = entry.shows === undefined || app[entry.shows] !== undefined;
  return entry.app !== undefined && hasFact ? { kind: "entry", entry, app, on } : undefined;
}

/**
 * What the route `name`, an entry's id or `app-status`, stands for when the question speaks of `apps`. An entry that
 * takes an app is about each of them; of an app that the order does not name, "can I use it" asks where it stands.
 */
export function findLabels({ entries, apps: known }: Knowledge, name: string, apps: readonly string[]): Label[] {
  if (name === APP_STATUS) return apps.map((app) => ({ app }));
  const entry = ownValue(entries, name);
  if (entry === undefined) return [];
  const { shows } = entry;
  if (entry.app === undefined || (apps.length === 0 && entry.app === "optional")) return [{ entry: name }];
  return apps.flatMap((id): Label[] => {
    const app = ownValue(known, id);
    if (app === undefined) return [];
    const isNamed = app.standing === "named";
    if (shows === undefined) return [isNamed ? { entry: name, app: id } : { app: id }];
    if (app[shows] !== undefined) return [{ entry: name, app: id }];
    return entry.app === "optional" && isNamed ? [{ entry: name }] : [];
  });
}
