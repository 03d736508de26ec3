/** Dark or light: what the system prefers, until somebody chooses here. */

type Theme = "dark" | "light";

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: light)");

export const themeNow = (): Theme => readChoice() ?? (system.matches ? "light" : "dark");

function readChoice(): Theme | undefined {
  const chosen = localStorage.getItem(KEY);
  return chosen === "dark" || chosen === "light" ? chosen : undefined;
}

/** Calls `changed` whenever another theme is there, and puts it in place. */
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
