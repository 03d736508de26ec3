import { expect, test } from "vitest";
import { translateLocator } from "../../../src/core/i18n/locators.js";

test.each([
  ["s.1", "第1条"],
  ["s.1(a)", "第1(a)条"],
  ["s.1(a), (e)", "第1(a)、(e)条"],
  ["s.1(a), s.3(e)", "第1(a)条、第3(e)条"],
  ["s.6604", "第6604条"],
  ["(b), (c)", "(b)、(c)款"],
  ["preamble, 86 FR 1249-50", "序言、86 FR 1249-50"],
  ["s.1(a); 86 FR 1249", "第1(a)条；86 FR 1249"],
  ["pp. H75-H76", "第H75至H76页"],
  ["p. 2", "第2页"],
  ["paragraph 4", "第4段"],
  ["paragraphs 1 to 14", "第1至14段"],
  ["28 CFR Part 202", "28 CFR Part 202"],
])("%s is %s", (at, chinese) => expect(translateLocator(at)).toBe(chinese));
