import { expect, test } from "vitest";
import { agrees, asksSomething, isOfPeopleHere } from "../../../src/core/decision/asking.js";
import { tokenise } from "../../../src/core/text/text.js";

test.each([
  ["ok", true],
  ["you were right, it never kicked in", true],
  ["lol figures", true],
  ["明白了", true],
  ["对，没错", true],
  ["i counted nine", false],
  ["right but i counted nine", false],
  ["right now it is still blocked", false],
  ["figures show nine", false],
  ["好像不是八个", false],
  ["对不起我数的是九个", false],
  ["对了支付宝还是被禁的", false],
  ["收到邮件说被禁了", false],
])("%j takes the answer as it is: %s", (message, expected) => expect(agrees(message)).toBe(expected));

test.each([
  ["i deleted it", true],
  ["my phone has it", true],
  ["u should see it", true],
  ["我昨天刚装了", true],
  ["alipay is banned in the US", false],
  ["the U.S. banned camscanner in 2021", false],
  ["trump's A.I. order replaced it", false],
  ["我国禁了支付宝", false],
])("%j is about people here: %s", (message, expected) => expect(isOfPeopleHere(message)).toBe(expected));

test.each([
  ["现在还有效吗 这个13971", true],
  ["能用不！", true],
  ["我公司用钉钉 ban不ban", true],
  ["那當時幹嘛還要簽", true],
  ["支付宝到底封了没有 我室友说封了", true],
  ["新闻天天吵,我想知道他到底是撤了还是没撤", true],
  ["i want to know if alipay is ok", true],
  ["i'm wondering who signed it", true],
  ["not sure whether i can use it", true],
  ["my cousin plays genshin with me is that banned", true],
  ["my teacher said its got malware tho is that tru", true],
  ["my hospital is private so does that matter", true],
  ["我今天没有想去", false],
  ["真的没干嘛", false],
  ["咱们去喝吗啡", false],
])("%j asks something: %s", (message, expected) => expect(asksSomething(message, tokenise(message))).toBe(expected));
