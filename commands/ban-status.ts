/** `/ban-status`: where an app stands, today or on another day. */
import { command } from "../src/command/command.js";
import { refuse } from "../src/core/reply/refusal.js";
import { readDate } from "../src/core/values/written-date.js";
import { suggestApps, suggestDates } from "./suggestions.js";

export const banStatus = command({
  name: "ban-status",
  description: "Is an app named in the order, and where does that stand?",
  options: {
    app: { type: "string", description: "App name", required: true, max: 100, complete: suggestApps },
    on: {
      type: "string",
      description: "A date such as 2021-03-01 (default: today)",
      max: 100,
      complete: suggestDates,
    },
  },
  run({ app, on }, { answerer, today }) {
    const date = on === undefined ? today : readDate(on, today);
    if (date === undefined) return refuse("notADate");
    if (app.trim() === "") return refuse("noApp");
    return answerer.answerApp(app, { on: date });
  },
});
