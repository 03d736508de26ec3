/** Words that tell whether an everyday word, such as "signal", names an app. */
import { setOf } from "../text/text.js";

/** Names that are everyday words as well: they name an app only where the words around them show it. */
export const EVERYDAY_NAMES = setOf(
  "signal line square threads grab wise slack notion brave opera chrome messenger discord stripe steam zoom league twitch likee claude gemini bing amazon tesla word outlook honor cam ant scan",
);
/** A phrase with one of these is everyday language: "share it". */
export const FUNCTION_WORDS = setOf("it we us me i");
/** Words behind which, or before which, an everyday word names an app. */
export const BEFORE_A_NAME = setOf(
  "is was are were about use using delete deleting called named app on has have had makes made owns own ban banned banning ban like against download install installed uninstall list did does include including",
);
export const AFTER_A_NAME = setOf(
  "ban banned on app apps is was list listed legal illegal safe named covered still allowed an a included blocked prohibited restricted okay ok too",
);
