/** `/ban-status`: the question that most people have. */
import { command } from "../src/command/command.js";
import { refuse } from "../src/core/reply/refusal.js";
import { parseDate } from "../src/core/values/calendar.js";
import { suggestApps } from "./suggestions.js";

export const banStatus = command({
  name: "ban-status",
  description: "Is an app named in the order, and where does that stand?",
  options: {
    app: { type: "string", description: "App name", required: true, max: 100, complete: suggestApps },
    on: { type: "string", description: "A date such as 2021-03-01 (default: today)" },
  },
  run({ app, on }, { answerer, today }) {
    const date = on === undefined ? today : parseDate(on.trim());
    if (date === undefined) return refuse("notADate");
    if (app.trim() === "") return refuse("noApp");
    return answerer.answerApp(app, { on: date });
  },
});
