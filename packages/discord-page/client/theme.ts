/** Dark or light: what the system prefers, until the user chooses here. */

type Theme = "dark" | "light";

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: light)");

export const themeNow = (): Theme => readChoice() ?? (system.matches ? "light" : "dark");

function readChoice(): Theme | undefined {
  const chosen = localStorage.getItem(KEY);
  return chosen === "dark" || chosen === "light" ? chosen : undefined;
}

/** Applies the theme now and whenever it changes, and calls `changed` each time. */
export function followTheme(changed: () => void): void {
  const apply = () => {
    const chosen = readChoice();
    if (chosen) document.documentElement.dataset["theme"] = chosen;
    changed();
  };
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  apply();
}

export function switchTheme(): void {
  localStorage.setItem(KEY, themeNow() === "dark" ? "light" : "dark");
  dispatchEvent(new StorageEvent("storage"));
}
