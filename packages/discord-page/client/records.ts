/** "Under the hood": the events that the bot received about a message, and its requests to Discord, as raw JSON. */
import { html, type TemplateResult } from "lit";
import type { TrafficRecord } from "../src/protocol.js";

export function renderRecords(records: readonly TrafficRecord[]): TemplateResult {
  const [first] = records;
  if (first === undefined) return html`<p class="dialog-text">The bot received nothing about this message.</p>`;
  return html`<p class="dialog-text">
      What the gateway sent to the bot, and the bot's requests with their answers.
    </p>
    <ol class="records">
      ${records.map((record) => html`<li>${renderRecord(record, record.at - first.at)}</li>`)}
    </ol>`;
}

function renderRecord(record: TrafficRecord, after: number): TemplateResult {
  const time = html`<time>+${after} ms</time>`;
  if (record.kind === "gateway")
    return html`<details>
      <summary><b class="gateway">Gateway</b> <code>${record.event}</code> ${time}</summary>
      ${renderJson("sent to the bot", record.body)}
    </details>`;
  const { method, path, status, request, response } = record;
  return html`<details>
    <summary><b class="rest">REST</b> <code>${method} ${path}</code> <b>${status ?? "cut off"}</b> ${time}</summary>
    ${request === undefined ? "" : renderJson("the bot's request", request)}
    ${response === undefined ? "" : renderJson("the answer", response)}
  </details>`;
}

const renderJson = (what: string, body: unknown): TemplateResult =>
  html`<figure>
    <figcaption>${what}</figcaption>
    <pre tabindex="0"><code>${JSON.stringify(body, null, 2)}</code></pre>
  </figure>`;
