import { expect, test } from "vitest";
import { KnownDocuments } from "../../../../src/interface/http/shares/known-documents.js";
import { countedLimits } from "../toy-server.js";

const long = (n: number): string => String(n).padEnd(64_000, " ");

test("the texts of long documents need a bounded memory, and are new again when they are forgotten", () => {
  const counters = countedLimits();
  const documents = new KnownDocuments(counters);
  const first = [1, 2, 3].map(() => documents.newLength(long(0)));

  for (let n = 1; n <= 70; n += 1) documents.newLength(long(n));

  expect(first).toEqual([64_000, 64_000, 0]);
  expect(documents.newLength(long(0))).toBe(64_000);
  expect(counters.reachedLimits[0]).toEqual(["knownDocumentsMib", undefined]);
});
