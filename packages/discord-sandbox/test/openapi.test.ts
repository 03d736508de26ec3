/** The judge itself must see what it is there to see, or its silence means nothing. */
import { expect, it } from "vitest";
import { judge, WHY_SKIPPED } from "./openapi.js";

const user = {
  id: "1",
  username: "bot",
  avatar: null,
  discriminator: "0",
  public_flags: 0,
  flags: 0,
  global_name: null,
  primary_guild: null,
};
const me = { method: "GET", path: "/users/@me", query: {}, operation: "get_my_user", status: 200 };
const whole = { ...user, mfa_enabled: false, locale: "en-US" };

it("an answer that lacks a field, or has it of the wrong type, is complained about", ({ skip }) => {
  if (!judge) return skip(WHY_SKIPPED);
  expect(judge.complaints({ ...me, responseBody: whole })).toEqual([]);
  expect(judge.complaints({ ...me, responseBody: user })).toContainEqual(expect.stringContaining("mfa_enabled"));
  const wrong = { ...whole, username: 5 };
  expect(judge.complaints({ ...me, responseBody: wrong })).toEqual([
    'get_my_user -> 200: answer/username must be string {"type":"string"}',
  ]);
});

it("a request that breaks a limit is complained about, naming only the branch of the union it meant", ({ skip }) => {
  if (!judge) return skip(WHY_SKIPPED);
  const path = "/channels/100000000000000000/messages";
  const components = [{ type: 1, components: [{ type: 2, style: 1, custom_id: "x", label: "x".repeat(81) }] }];
  const exchange = { method: "POST", path, query: {}, operation: "create_message", requestBody: { components } };
  const complaints = judge.complaints({ ...exchange, status: 204 });
  expect(complaints).toContain("create_message -> 204: the answer has a status that the file doesn't list");
  expect(complaints.filter((complaint) => complaint.includes("request"))).toEqual([
    'create_message -> 204: request/components/0/components/0/label must NOT have more than 80 characters {"limit":80}',
  ]);
});

it("an unknown route, an unknown query and a body where none belongs are complained about", ({ skip }) => {
  if (!judge) return skip(WHY_SKIPPED);
  expect(judge.complaints({ ...me, path: "/nowhere" })).toEqual(["GET /nowhere is no route of Discord's"]);
  expect(judge.complaints({ ...me, query: { odd: "1" }, responseBody: whole })).toHaveLength(1);
  const path = "/channels/100000000000000000/messages/100000000000000000";
  const removal = { method: "DELETE", path, query: {}, operation: "delete_message", status: 204 };
  expect(judge.complaints(removal)).toEqual([]);
  expect(judge.complaints({ ...removal, responseBody: {} })).toHaveLength(1);
});
