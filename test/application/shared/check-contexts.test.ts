import { describe, expect, test } from "vitest";
import { CONTEXTS } from "../../../src/application/contexts.js";
import { checkContexts } from "../../../src/application/shared/check-contexts.js";
import type { Context } from "../../../src/application/shared/context.js";
import { openContexts } from "../../../src/application/shared/open-contexts.js";
import { useCase } from "../../../src/application/shared/use-case.js";
import { anybody, holdersOf } from "../../../src/application/shared/viewer.js";

const notes = (differences: Partial<Context> = {}): readonly Context[] => [
  ...CONTEXTS,
  { name: "notes", operations: {}, open: () => ({}), ...differences },
];

describe("the contexts", () => {
  test("of Plinth do not shadow each other", () => {
    expect(() => checkContexts(CONTEXTS)).not.toThrow();
    expect(() => checkContexts(notes())).not.toThrow();
  });

  test.each<[string, Partial<Context>, string]>([
    [
      "a name",
      { name: "catalog" },
      'context "catalog" is declared twice: by catalog and by catalog',
    ],
    [
      "a permission",
      { permissions: ["pricing:write"] },
      'permission "pricing:write" is declared twice: by pricing and by notes',
    ],
    [
      "a prefix of ids",
      { idPrefixes: ["product"] },
      'prefix of ids "product" is declared twice: by catalog and by notes',
    ],
    [
      "a prefix of all contexts",
      { idPrefixes: ["work"] },
      'prefix of ids "work" is declared twice: by shared and by notes',
    ],
    [
      "a warning",
      { warnings: { STOCK_SHORT: "Another one." } },
      'warning "STOCK_SHORT" is declared twice: by inventory and by notes',
    ],
    [
      "a warning of all contexts",
      { warnings: { NOTHING_CHANGED: "Another one." } },
      'warning "NOTHING_CHANGED" is declared twice: by shared and by notes',
    ],
  ])("cannot declare %s that another context has", (_, differences, message) => {
    expect(() => openContexts(notes(differences), {})).toThrow(message);
  });

  test.each<[string, Partial<Context>]>([
    ["longer than 16 letters", { idPrefixes: ["n".repeat(17)] }],
    ["with an underscore", { idPrefixes: ["note_line"] }],
    ["in capital letters", { idPrefixes: ["Note"] }],
    ["without letters", { idPrefixes: [""] }],
  ])("cannot have a prefix of ids %s", (_, differences) => {
    expect(() => checkContexts(notes(differences))).toThrow("of the context notes is malformed");
  });

  test("cannot have an operation without a policy", () => {
    // The compiler refuses it; this is what a program in JavaScript would meet.
    const operations = { noteCreate: () => undefined } as unknown as Context["operations"];

    expect(() => checkContexts(notes({ operations }))).toThrow(
      "The operation notes.noteCreate has no policy",
    );
  });

  test("cannot name a permission in a policy that no context declares", () => {
    const operations = {
      open: useCase(anybody, () => async () => 1),
      groups: { noteCreate: useCase(holdersOf("notes:write"), () => async () => 1) },
    };

    expect(() => checkContexts(notes({ operations }))).toThrow(
      "The operation notes.groups.noteCreate needs the permission notes:write, which no context declares.",
    );
    expect(() => checkContexts(notes({ operations, permissions: ["notes:write"] }))).not.toThrow();
  });

  test("do not compile with an operation that has no policy", () => {
    const operations = { noteCreate: () => async () => 1 };
    // @ts-expect-error an operation is made with a policy
    const context: Context = { name: "notes", operations, open: () => ({}) };

    expect(() => checkContexts([context])).toThrow("no policy");
  });
});
