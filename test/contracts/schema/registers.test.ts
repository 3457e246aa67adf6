import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import "reflect-metadata";
import { describe, expect, test } from "vitest";
import type { ErrorCode } from "../../../src/interface/graphql/errors/codes/error-code.js";
import { ERROR_CODES } from "../../../src/interface/graphql/error-codes.js";
import { APIS } from "../../../src/interface/graphql/apis.js";
import { userErrorTypesOf } from "../../../src/interface/graphql/errors/user-error-types.js";
import { errorRegister } from "../../../src/interface/graphql/registers/error-register.js";
import { policyTable } from "../../../src/interface/graphql/registers/policy-table.js";
import { STATUSES as MEDIA_STATUSES } from "../../../src/interface/http/answer-media-error.js";
import { published } from "./published.js";

const root = join(import.meta.dirname, "../../..");
// What only the operator is told at the command line is not part of the API.
const isOfTheApi = (file: string): boolean =>
  file.endsWith(".ts") &&
  !file.startsWith(join("application", "operations")) &&
  !file.startsWith(join("domain", "documents"));
// The demo refuses with a code of the register, too.
const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter(isOfTheApi)
    .map((file) => readFileSync(join(root, folder, file), "utf8"));
const sources = ["src", "demo"].flatMap(sourcesIn);
const declared = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/readonly code = "([A-Z_]+)"/g)].map(([, code]) => code ?? ""),
  ),
);
const registered = Object.entries<ErrorCode>(ERROR_CODES);

describe("the register of error codes", () => {
  test("has every code of a domain error", () => {
    expect(declared.size).toBeGreaterThan(25);
    expect([...declared].filter((code) => !Object.hasOwn(ERROR_CODES, code))).toEqual([]);
  });

  test("has every code that HTTP and GraphQL answer with", () => {
    const answered = ["src/interface/http", "src/interface/graphql"]
      .flatMap(sourcesIn)
      .flatMap((source) => [
        ...source.matchAll(/\bcode(?::| =) "([A-Z_]+)"|\bcoded\(\s*"([A-Z_]+)"/g),
      ])
      .map(([, assigned, made]) => assigned ?? made ?? "");

    expect(answered.length).toBeGreaterThan(20);
    expect(answered.filter((code) => !Object.hasOwn(ERROR_CODES, code))).toEqual([]);
  });

  test("has the HTTP status of every error of an image", () => {
    expect(Object.keys(MEDIA_STATUSES).length).toBeGreaterThan(5);
    expect(MEDIA_STATUSES).toEqual(
      Object.fromEntries(
        registered
          .filter(([code]) => Object.hasOwn(MEDIA_STATUSES, code))
          .map(([code, { status }]) => [code, status]),
      ),
    );
  });

  test("has no code that is unused", () => {
    const elsewhere = sources
      .filter((source) => !source.includes("export const ERROR_CODES"))
      .join("\n");

    // GraphQL's own codes come from the server package.
    const foreign = new Set([
      "OPERATION_RESOLUTION_FAILURE",
      "PERSISTED_QUERY_NOT_SUPPORTED",
      "GRAPHQL_PARSE_FAILED",
    ]);
    expect(
      registered
        .map(([code]) => code)
        .filter((code) => !foreign.has(code) && !elsewhere.includes(`"${code}"`)),
    ).toEqual([]);
  });

  test("gives every code of a mutation an existing type and an advice", () => {
    for (const [code, { userError, meaning, advice }] of registered) {
      expect([code, userError === undefined || Object.hasOwn(userErrorTypesOf(APIS), userError)]).toEqual(
        [code, true],
      );
      expect(`${code} ${meaning} ${advice}`).toMatch(/\. .+\.$/);
    }
  });

  test("gives every user error the facts of its type", () => {
    const NEEDED: Readonly<Record<string, readonly string[]>> = {
      NotFoundError: ["missing"],
      TakenError: ["taken"],
      TooManyError: ["count", "limit"],
      InUseError: ["uses"],
      StaleVersionError: ["currentVersion"],
    };
    const classes = sources
      .flatMap((source) => source.split(/(?=export (?:abstract )?class )/))
      .filter((one) => one.includes("extends DomainError"));
    const lacking = classes.flatMap((one) => {
      const [, code = ""] = /readonly code = "([A-Z_]+)"/.exec(one) ?? [];
      const { userError = "" } = registered.find(([name]) => name === code)?.[1] ?? {};
      return (NEEDED[userError] ?? [])
        .filter((fact) => !one.includes(`readonly ${fact}:`))
        .map((fact) => `${code} ${fact}`);
    });

    expect(classes.length).toBeGreaterThan(40);
    expect(lacking).toEqual([]);
  });

  test("is the page that is published; after a change: npm run schema", () => {
    const made = errorRegister();
    expect(made).toBe(published("docs/errors.md", made));
  });
});

describe("the table of policies", () => {
  test("is the page that is published; after a change: npm run schema", async () => {
    const made = `${await policyTable()}\n`;
    expect(made).toBe(published("docs/policy.md", made));
  });
});
