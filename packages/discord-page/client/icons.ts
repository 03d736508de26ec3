/** The few line drawings on buttons; what they mean is said by the button's label. */
import { svg, type TemplateResult } from "lit";

const icon = (path: string): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;

export const icons = {
  reply: icon("M9 6 3 12l6 6M3 12h11a7 7 0 0 1 7 7"),
  edit: icon("M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4"),
  apps: icon("M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6"),
  remove: icon("M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5"),
  records: icon("M8 7l-5 5 5 5M16 7l5 5-5 5M13 5l-2 14"),
  close: icon("M6 6l12 12M18 6 6 18"),
  menu: icon("M4 6h16M4 12h16M4 18h16"),
  send: icon("M4 12 3 4l18 8-18 8 1-8Zm0 0h8"),
  hash: icon("M9 4 7 20M17 4l-2 16M4 9h17M3 15h17"),
  at: icon("M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5"),
  sun: icon(
    "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19",
  ),
  moon: icon("M20 14A8.5 8.5 0 0 1 10 4a8.5 8.5 0 1 0 10 10Z"),
  eye: icon("M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10-3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z"),
};
