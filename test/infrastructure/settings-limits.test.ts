import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/infrastructure/config.js";
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

describe("a setting", () => {
  test.each(BOUNDS)("%s accepts its limits, and nothing beyond", (name, good, bad) => {
    for (const value of good) expect(problemsOf({ [name]: value })).toEqual([]);
    for (const value of bad) expect(problemsOf({ [name]: value })).toHaveLength(1);
  });
});
