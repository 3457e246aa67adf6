import { printSchema } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CONTEXTS } from "../../../src/application/contexts.js";
import {
  backgroundOf,
  openContexts,
  outsideOf,
} from "../../../src/application/shared/open-contexts.js";
import { ADMIN_KEY_HOLDER, GUEST, type Viewer } from "../../../src/application/shared/viewer.js";
import type { Database } from "../../../src/infrastructure/shared/config/database-config.js";
import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../../src/infrastructure/shared/type-ids.js";
import { openStore, type StoreOf } from "../../../src/infrastructure/store.js";
import { buildAdminSchema } from "../../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { printSchemas } from "../../../src/interface/graphql/print-schemas.js";
import {
  createGraphqlEndpoints,
  type GraphqlEndpoint,
} from "../../../src/interface/graphql/server/create-graphql-endpoints.js";
import { openDefaultMarket } from "../../../src/application/pricing/pricing.js";
import { startBackground, type Background } from "../../../src/wiring/background.js";
import { testFingerprints } from "../../builders/test-fingerprints.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { notesContext } from "../../contexts/notes/application/notes.js";
import { WITH_NOTES } from "../../contexts/notes/with-notes.js";

type NotesStore = StoreOf<(typeof WITH_NOTES)["storages"]>;
type Answer = {
  readonly data: Record<string, unknown> | null;
  readonly codes: readonly unknown[];
  readonly replayed: string | undefined;
};

const CREATE = `mutation ($input: NoteCreateInput!) {
  noteCreate(input: $input) {
    note { __typename id title isWelcomed reminders }
    userErrors { __typename code path ... on TakenError { taken } }
    warnings { code path }
  }
}`;
const READER: Viewer = {
  kind: "admin-key",
  id: "key_reader",
  permissions: new Set(["notes:read", "catalog:write"]),
};

const OPTIONS = {
  apis: WITH_NOTES.apis,
  publicUrl: "http://shop.example",
  fingerprints: testFingerprints,
  introspection: true,
  hideSchemaHints: false,
  denied: () => undefined,
  report: (error: unknown) => {
    throw error;
  },
};

/** A context that a test adds is served like those of Plinth, on either database. */
export const addedContextContract = (
  name: string,
  newDatabase: () => Promise<{ readonly database: Database; readonly drop: () => Promise<void> }>,
): void => {
  describe(`a context that a program adds: ${name}`, { timeout: 120_000 }, () => {
    let store: NotesStore;
    let admin: GraphqlEndpoint;
    let drop: () => Promise<void>;
    let background: Background | undefined;
    const pinned: string[] = [];
    const noticeBoard = { pin: async (title: string) => void pinned.push(title) };
    const needs = { clock: systemClock, ids: new TypeIds(systemClock), cartDays: 90, noticeBoard };

    const ask = async (
      query: string,
      variables: Record<string, unknown> = {},
      {
        viewer = ADMIN_KEY_HOLDER,
        idempotencyKey,
      }: { viewer?: Viewer; idempotencyKey?: string } = {},
    ): Promise<Answer> => {
      const contextValue = await admin.context({
        viewer,
        requestId: "request-1",
        market: undefined,
        locale: undefined,
        idempotencyKey,
      });
      const { body, http } = await admin.server.executeOperation(
        { query, variables },
        { contextValue },
      );
      const { data, errors = [] } = body.kind === "single" ? body.singleResult : {};
      return {
        data: JSON.parse(JSON.stringify(data ?? null)) as Answer["data"],
        codes: errors.map(({ extensions }) => extensions?.["code"]),
        replayed: http.headers.get("idempotency-replayed"),
      };
    };
    const create = (title: string, more: Record<string, unknown> = {}, key?: string) =>
      ask(CREATE, { input: { title, ...more } }, key === undefined ? {} : { idempotencyKey: key });
    const created = async (title: string, more?: Record<string, unknown>) =>
      (await create(title, more)).data?.["noteCreate"] as {
        readonly note: { readonly id: string } | null;
        readonly userErrors: readonly object[];
        readonly warnings: readonly object[];
      };
    const notes = async () => (await ask("{ notes { title } }")).data?.["notes"];

    beforeAll(async () => {
      const opened = await newDatabase();
      drop = opened.drop;
      // A shop that has been running without the context.
      await (await openStore(opened.database, systemClock)).close();
      store = await openStore(opened.database, systemClock, WITH_NOTES.storages);
      await openDefaultMarket({ ...store, ...needs }, { currency: "EUR", locale: "en" });
      ({ admin } = await createGraphqlEndpoints({
        ...OPTIONS,
        app: openContexts(WITH_NOTES.contexts, { ...store, ...needs, currency: "EUR" }),
      }));
    });
    afterEach(async () => {
      await background?.stop();
      background = undefined;
    });
    afterAll(async () => {
      await store.close();
      await drop();
    });

    test("gets its own table in a store that there was before, by its own migration only", () => {
      expect(store.migrated).toEqual(["CreateNote1764000150000"]);
    });

    test("has a mutation with warnings, a query, and node(id:)", async () => {
      const { note, userErrors, warnings } = await created("Water the plants");

      expect([note, userErrors, warnings]).toEqual([
        {
          __typename: "Note",
          id: expect.stringMatching(/^note_[0-9a-z]{26}$/) as string,
          title: "Water the plants",
          isWelcomed: false,
          reminders: 0,
        },
        [],
        [{ code: "NOTE_WITHOUT_REMINDER", path: ["input", "remindAt"] }],
      ]);
      expect(await notes()).toContainEqual({ title: "Water the plants" });
      expect(
        await ask("query ($id: ID!) { node(id: $id) { id ... on Note { title } } }", {
          id: note?.id,
        }),
      ).toMatchObject({ data: { node: { id: note?.id, title: "Water the plants" } }, codes: [] });
    });

    test("has user errors with its own codes", async () => {
      await created("Call the printer");

      expect((await created("Call the printer")).userErrors).toEqual([
        {
          __typename: "TakenError",
          code: "NOTE_TITLE_TAKEN",
          path: ["input", "title"],
          taken: "Call the printer",
        },
      ]);
      expect((await created("")).userErrors).toMatchObject([
        { __typename: "InvalidInputError", code: "INVALID_TEXT" },
      ]);
    });

    test("has idempotent mutations: a replay changes nothing, another input is refused", async () => {
      const first = await create("Order paper", {}, "key-1");
      const again = await create("Order paper", {}, "key-1");
      const other = await create("Order pens", {}, "key-1");

      expect([first.replayed, again.replayed]).toEqual([undefined, "true"]);
      expect(again.data).toEqual(first.data);
      expect(other.data?.["noteCreate"]).toMatchObject({
        note: null,
        userErrors: [{ code: "IDEMPOTENCY_KEY_REUSED" }],
      });
      expect(await notes()).not.toContainEqual({ title: "Order pens" });
    });

    test("has its own permissions, which the admin key holds and others need", async () => {
      const [reading, writing] = [
        await ask("{ notes { title } }", {}, { viewer: READER }),
        await ask(CREATE, { input: { title: "Not allowed" } }, { viewer: READER }),
      ];

      expect([reading.codes, writing.codes]).toEqual([[], ["PERMISSION_DENIED"]]);
      expect((await ask("{ notes { title } }", {}, { viewer: GUEST })).codes).toEqual([
        "PERMISSION_DENIED",
      ]);
      expect(await notes()).not.toContainEqual({ title: "Not allowed" });
    });

    test("has a subscriber and a job, which the workers run", async () => {
      background = startBackground({
        store,
        work: backgroundOf(WITH_NOTES.contexts, needs),
        clock: systemClock,
        log: collectedLog(),
        pollMs: 100,
      });
      const { note } = await created("Pay the rent", { remindAt: new Date().toISOString() });

      await expect
        .poll(
          async () =>
            (
              await ask(
                "query ($id: ID!) { node(id: $id) { ... on Note { isWelcomed reminders } } }",
                { id: note?.id },
              )
            ).data?.["node"],
          { timeout: 20_000 },
        )
        .toEqual({ isWelcomed: true, reminders: 1 });
    });

    test("has work that calls a service outside, which the workers run", async () => {
      await created("Book the hall");
      background = startBackground({
        store,
        work: backgroundOf(WITH_NOTES.contexts, needs),
        outside: outsideOf([notesContext], { ...store, ...needs }),
        clock: systemClock,
        log: collectedLog(),
      });

      await expect.poll(() => pinned, { timeout: 20_000 }).toContain("Book the hall");
    });

    test("cannot have an API without being among the operations", async () => {
      const app = openContexts(CONTEXTS, { ...store, ...needs, currency: "EUR" });

      await expect(createGraphqlEndpoints({ ...OPTIONS, app })).rejects.toThrow(
        "The context notes has an API, but no operations in the app.",
      );
    });

    test("is described in the schema as those of Plinth are, and leaves their schemas alone", async () => {
      const before = await printSchemas();
      const [adminText, shopText] = [
        printSchema(await buildAdminSchema(WITH_NOTES.apis)),
        printSchema(await buildShopSchema(WITH_NOTES.apis)),
      ];

      expect(adminText).toContain("Needs the permission `notes:write`.");
      expect(adminText).toMatch(/enum ErrorCode \{[^}]* NOTE_TITLE_TAKEN/);
      expect(adminText).toMatch(/enum WarningCode \{[^}]* NOTE_WITHOUT_REMINDER/);
      expect(adminText).toMatch(/Needs the permission of what it finds: [^.\n]*`notes:read`/);
      expect(before.admin).toMatch(/Needs the permission of what it finds: /);
      expect(shopText).not.toMatch(/type Note\b|noteCreate/);
      expect(await printSchemas()).toEqual(before);
      expect(`${before.admin}${before.shop}`).not.toMatch(/\bnoteCreate|type Note\b|NOTE_/);
    });
  });
};
