/** `/apps`: the order's closed list. */
import { command } from "../src/command/command.js";

export const apps = command({
  name: "apps",
  description: "The eight apps that the order names",
  options: {},
  run: () => ({ kind: "page", id: "apps", page: 1 }),
});
