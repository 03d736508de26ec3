/** Writes in Chinese where in a document something stands. */

/** Returns `at` in simplified Chinese: `s.1(a), (e)` as 第1(a)、(e)条. A citation such as `86 FR 1249` stays as it is. */
export const translateLocator = (at: string): string =>
  at
    .replace(/\bs\.(\d+(?:\([a-z]\))*(?:, \([a-z]\))*)/g, "第$1条")
    .replace(/^\([a-z]\)(?:, \([a-z]\))*$/, "$&款")
    .replace(/\bpreamble\b/g, "序言")
    .replace(/\bpp\. (\w+)-(\w+)/g, "第$1至$2页")
    .replace(/\bp\. (\w+)/g, "第$1页")
    .replace(/\bparagraphs (\d+) to (\d+)/g, "第$1至$2段")
    .replace(/\bparagraph (\d+)/g, "第$1段")
    .replaceAll(", ", "、")
    .replaceAll("; ", "；");
