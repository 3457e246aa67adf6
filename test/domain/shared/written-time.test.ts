import { expect, test } from "vitest";
import { writtenTime } from "../../../src/domain/shared/written-time.js";

const read = (text: string) => writtenTime(text)?.toISOString() ?? null;

test("a time has a zone, a date is midnight UTC", () => {
  expect(read("2026-11-27")).toBe("2026-11-27T00:00:00.000Z");
  expect(read("2026-11-27T09:00+01:00")).toBe("2026-11-27T08:00:00.000Z");
  expect(read("2026-11-27 08:00:00.5Z")).toBe("2026-11-27T08:00:00.500Z");
  expect(read("2028-02-29T23:30-02:00")).toBe("2028-03-01T01:30:00.000Z");
});

test("a day or an hour that does not exist is none, nor is a time without a zone", () => {
  for (const text of [
    "2026-02-30",
    "2026-02-30T08:00Z",
    "2026-13-01",
    "2026-11-27T25:00Z",
    "2026-11-27T08:00",
    "27.11.2026",
    "2026-11-27T08:00Z ",
    "",
  ])
    expect(read(text)).toBeNull();
});
