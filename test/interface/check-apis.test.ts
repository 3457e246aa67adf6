import "reflect-metadata";
import { Query, Resolver } from "type-graphql";
import { describe, expect, test } from "vitest";
import { useCase } from "../../src/application/shared/use-case.js";
import { anybody } from "../../src/application/shared/viewer.js";
import { APIS } from "../../src/interface/graphql/apis.js";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import type { ContextApi } from "../../src/interface/graphql/nodes/context-api.js";
import { Operation } from "../../src/interface/graphql/schema/operation.js";

const CODE = { meaning: "No.", retryable: false, advice: "Stop." };
const NODE = { typeName: "Product", find: async () => null };

const withNotes = (
  differences: Partial<ContextApi> = {},
  context: Partial<ContextApi["context"]> = {},
): readonly ContextApi[] => [
  ...APIS,
  { context: { name: "notes", operations: {}, open: () => ({}), ...context }, ...differences },
];

@Resolver()
class WithoutOperation {
  @Query(() => String, { description: "A field that calls nothing." })
  noteWithoutOperation(): string {
    return "";
  }
}

@Resolver()
class WithOperation {
  @Operation("notes.read")
  @Query(() => String, { description: "A field that calls an operation." })
  noteWithOperation(): string {
    return "";
  }
}

describe("the APIs of the contexts", () => {
  test("can have one more", async () => {
    await expect(buildAdminSchema(withNotes())).resolves.toBeDefined();
  });

  test.each<[string, Partial<ContextApi>, Partial<ContextApi["context"]>, string]>([
    [
      "the error code of another context",
      { errorCodes: { SLUG_TAKEN: CODE } },
      {},
      'error code "SLUG_TAKEN" is declared twice: by catalog and by notes',
    ],
    [
      "an error code of all contexts",
      { errorCodes: { INVALID_INPUT: CODE } },
      {},
      'error code "INVALID_INPUT" is declared twice: by shared and by notes',
    ],
    [
      "the kind of node of another context",
      { nodes: { product: NODE } },
      {},
      'kind of node "product" is declared twice: by catalog and by notes',
    ],
    [
      "a code of a user error that does not exist",
      { errorCodes: { NOTE_LOST: { ...CODE, userError: "NoteLostError" } } },
      {},
      "The code NOTE_LOST names the user error NoteLostError, which does not exist.",
    ],
    [
      "a kind of node whose ids no context has",
      { nodes: { note: NODE } },
      {},
      'The context notes finds nodes by the prefix "note", which no context declares.',
    ],
    [
      "the permission of another context",
      {},
      { permissions: ["catalog:write"] },
      'permission "catalog:write" is declared twice: by catalog and by notes',
    ],
    [
      "a field without an operation",
      { admin: [WithoutOperation] },
      {},
      "The field Query.noteWithoutOperation has no policy",
    ],
    [
      "a field that calls an unknown operation",
      { admin: [WithOperation] },
      {},
      "The field Query.noteWithOperation calls notes.read, which does not exist in any context.",
    ],
  ])("cannot have %s", async (_, differences, context, message) => {
    await expect(buildAdminSchema(withNotes(differences, context))).rejects.toThrow(message);
  });

  test("find the operation of a field in the context that the API brings along", async () => {
    const operations = { read: useCase(anybody, () => async () => "") };

    const schema = await buildAdminSchema(withNotes({ admin: [WithOperation] }, { operations }));

    expect(schema.getQueryType()?.getFields()["noteWithOperation"]?.description).toContain(
      "No permission needed.",
    );
  });
});
