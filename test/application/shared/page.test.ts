import { describe, expect, test } from "vitest";
import { InvalidPage, pageRequest } from "../../../src/application/shared/page.js";

describe("a page", () => {
  test("has the first twenty items by default", () => {
    expect(pageRequest({})).toEqual({ size: 20, direction: "forward", after: null, before: null });
    expect(pageRequest({ last: 3, before: "c" })).toEqual({
      size: 3,
      direction: "backward",
      after: null,
      before: "c",
    });
    expect(pageRequest({ first: null, after: null })).toMatchObject({
      size: 20,
      direction: "forward",
    });
  });

  test.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { last: 101 },
    { first: 1.5 },
    { first: 1, last: 1 },
  ])("cannot be requested with %j", (request) => {
    expect(() => pageRequest(request)).toThrow(InvalidPage);
  });
});
