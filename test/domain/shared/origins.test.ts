import { describe, expect, test } from "vitest";
import { includesOrigin } from "../../../src/domain/shared/origins.js";

describe("the origins of storefronts", () => {
  test("are compared as they are written", () => {
    const listed = ["https://www.example.com"];

    expect(includesOrigin(listed, "https://www.example.com")).toBe(true);
    for (const origin of [
      "https://www.example.com.evil.example",
      "http://www.example.com",
      "null",
      "",
    ])
      expect({ origin, is: includesOrigin(listed, origin) }).toEqual({ origin, is: false });
  });

  test.each([
    "http://localhost",
    "http://localhost:3000",
    "https://localhost:65535",
    "http://shop.localhost:5173",
    "http://127.0.0.1:8080",
    "http://127.8.9.1",
    "http://[::1]:4321",
  ])("include %s where they include this machine", (origin) => {
    expect(includesOrigin(["loopback"], origin)).toBe(true);
    expect(includesOrigin(["https://www.example.com"], origin)).toBe(false);
  });

  test.each([
    "http://localhost.example.com",
    "http://evil-localhost",
    "http://127.0.0.1.example.com",
    "http://127.0.0.1@evil.example",
    "http://128.0.0.1",
    "http://[::2]",
    "http://localhost:3000/",
    "http://localhost:3000\n",
    "ftp://localhost",
    "loopback",
    "null",
    "",
  ])("do not include %j for this machine", (origin) => {
    expect(includesOrigin(["loopback"], origin)).toBe(false);
  });

  test("include every origin with an asterisk", () => {
    expect(includesOrigin("*", "https://anywhere.example")).toBe(true);
  });
});
