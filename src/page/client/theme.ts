/** Dark or light: what the system prefers, until somebody chooses here. */

export type Theme = "dark" | "light";

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: light)");

export function themeNow(): Theme {
  const chosen = localStorage.getItem(KEY);
  return chosen === "dark" || chosen === "light" ? chosen : system.matches ? "light" : "dark";
}

/** Calls `changed` whenever another theme is there, and puts it in place. */
export function followTheme(changed: () => void): void {
  const apply = () => {
    document.documentElement.dataset["theme"] = themeNow();
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
