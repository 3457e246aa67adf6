import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS, LIMIT_NAMES, LIMITS } from "../../src/application/shared/limits.js";
import type { Limit } from "../../src/application/shared/limit.js";
import { readConfig } from "../../src/infrastructure/config.js";
import { limitVariable } from "../../src/infrastructure/shared/config/limit-variables.js";
import {
  ConfigProblems,
  type Environment,
} from "../../src/infrastructure/shared/config/variable-reader.js";

const problemsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
};
const key = (length: number) => randomBytes(length).toString("base64url").slice(0, length);

/** A setting, its allowed limits, and the values beyond them. */
const BOUNDS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["PLINTH_PORT", ["0", "65535"], ["-1", "65536"]],
  ["PLINTH_UPLOAD_MIB", ["1", "200"], ["0", "201"]],
  ["PLINTH_IMAGE_MEGAPIXELS", ["1", "250"], ["0", "251"]],
  ["PLINTH_MEDIA_CACHE_MIB", ["1", "1000000"], ["0", "1000001"]],
  ["PLINTH_S3_TIMEOUT_MS", ["100", "120000"], ["99", "120001"]],
  ["PLINTH_ADMIN_KEY", [key(32), key(512)], [key(31), key(513)]],
  [
    "PLINTH_TRUST_PROXY",
    ["10.0.0.0/1", "10.0.0.0/32", "::1/1", "::1/128"],
    ["10.0.0.0/0", "10.0.0.0/33", "::1/0", "::1/129"],
  ],
];

const isAlwaysOn = (limit: Limit): boolean => limit.isAlwaysOn ?? false;

/** Each limit that can be set takes its bounds; `off` unless a process needs it. */
const LIMIT_BOUNDS = LIMIT_NAMES.map((name) => {
  const limit: Limit = LIMITS[name];
  const { least, most = 1_000_000_000 } = limit;
  const good = [String(least), String(most)];
  const bad = ["none", "-1", String(most + 1)];
  (isAlwaysOn(limit) ? bad : good).push("off");
  return [limitVariable(name), good, bad] as const;
});

describe("a setting", () => {
  test.each([...BOUNDS, ...LIMIT_BOUNDS])(
    "%s accepts its limits, and nothing beyond",
    (name, good, bad) => {
      for (const value of good) expect(problemsOf({ [name]: value })).toEqual([]);
      for (const value of bad) expect(problemsOf({ [name]: value })).toHaveLength(1);
    },
  );

  test("that is off bounds nothing", () => {
    const names = LIMIT_NAMES.filter((name) => !isAlwaysOn(LIMITS[name]));
    const off = Object.fromEntries(names.map((name) => [limitVariable(name), "off"]));

    expect(readConfig(off).limits).toEqual({
      ...DEFAULT_LIMITS,
      ...Object.fromEntries(names.map((name) => [name, Infinity])),
    });
    expect(readConfig({}).limits).toEqual(DEFAULT_LIMITS);
  });
});
