import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { KEY_LIFETIME_MS } from "../../../src/application/shared/idempotency-keys.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { ADMIN_KEY_HOLDER, OPERATOR, type Viewer } from "../../../src/application/shared/viewer.js";
import { buildAdminSchema } from "../../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { placeOrders } from "../../builders/place-orders.js";
import { USER_ERRORS } from "../../interface/editing.js";
import { openWorld, type Ground, type World } from "../../interface/world.js";
import { NOW, CATALOG_CONTENT } from "../catalog/catalog-content.js";
import { SAMPLE_ORDERS } from "./order-samples.js";
import { prepareSamples } from "./prepare-samples.js";
import type { Sample, Samples } from "./sample.js";
import { samplesWith } from "./samples.js";

/** A store that can be emptied and compared by its content. */
export interface IdempotencySubject {
  readonly needs: Ground;
  /** Everything that is stored, without the keys themselves. */
  readonly state: () => Promise<string>;
  readonly empty: () => Promise<void>;
  /**
   * Takes a snapshot.
   * @returns a function that restores it, which is faster than filling the store again
   */
  readonly remember: () => Promise<() => Promise<void>>;
  readonly close?: () => Promise<void>;
}

interface Answer {
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null;
  readonly errors: readonly unknown[];
  readonly replayed: readonly string[];
}

const mutationsOf = (schema: GraphQLSchema): readonly string[] =>
  Object.keys(schema.getMutationType()?.getFields() ?? {});
const OF_SHOP = mutationsOf(await buildShopSchema());
const MUTATIONS = [...OF_SHOP, ...mutationsOf(await buildAdminSchema())];

/** Every mutation of both schemas against every way in which a client may send it again. */
export const idempotencyContract = (
  name: string,
  open: () => Promise<IdempotencySubject>,
): void => {
  describe(`repeated mutations: ${name}`, () => {
    let subject: IdempotencySubject;
    let world: World;
    let samples: Samples = {};
    let now = NOW;
    /**
     * Whether the connection to the database breaks at the end of the next unit of work, after it
     * has been stored.
     */
    let isCut = false;
    let cells = 0;
    let backToTheShelf = async (): Promise<void> => undefined;

    beforeAll(async () => {
      subject = await open();
      const cutting: Ground["unitOfWork"] = {
        run: async (work) => {
          const result = await subject.needs.unitOfWork.run(work);
          if (isCut) {
            isCut = false;
            throw new StoreUnavailable(
              "The connection was lost while the answer to COMMIT was on its way.",
            );
          }
          return result;
        },
      };
      world = await openWorld({}, { ...subject.needs, unitOfWork: cutting }, { now: () => now });
      await subject.empty();
      await openTestMarket(subject.needs.unitOfWork);
      await fillShop(subject.needs.unitOfWork, CATALOG_CONTENT);
      await placeOrders(subject.needs.unitOfWork, SAMPLE_ORDERS);
      samples = samplesWith(
        await prepareSamples(
          async (mutation, input, selection) =>
            (await send(mutation, input, { key: null, selection })).payload,
        ),
      );
      const [store, gateway] = [await subject.remember(), world.gateway.remember()];
      backToTheShelf = async () => {
        gateway();
        await store();
      };
    });
    afterAll(async () => subject.close?.());
    beforeEach(async () => {
      [now, isCut] = [NOW, false];
      await backToTheShelf();
    });

    const sendDocument = async (
      query: string,
      variables: object,
      key: string | null,
      viewer: Viewer,
      mutation: string,
    ): Promise<Answer> => {
      const { server, context } = world[OF_SHOP.includes(mutation) ? "shop" : "admin"];
      const contextValue = await context({
        viewer,
        requestId: "request-1",
        market: undefined,
        locale: undefined,
        idempotencyKey: key ?? undefined,
      });
      const { body } = await server.executeOperation(
        { query, variables: variables as Record<string, unknown> },
        { contextValue },
      );
      if (body.kind !== "single") throw new Error("The answer came in parts.");
      const {
        data,
        errors = [],
        extensions,
      } = JSON.parse(JSON.stringify(body.singleResult)) as {
        data: Answer["data"];
        errors?: unknown[];
        extensions?: { replayed?: string[] };
      };
      return { data, errors, replayed: extensions?.replayed ?? [] };
    };

    interface How {
      readonly key?: string | null;
      readonly viewer?: Viewer;
      readonly selection?: string;
    }

    const send = async (
      mutation: string,
      input: object,
      {
        key = "k1",
        viewer = ADMIN_KEY_HOLDER,
        selection = samples[mutation]?.selection ?? "",
      }: How = {},
    ): Promise<Answer & { readonly payload: Readonly<Record<string, unknown>> }> => {
      const answer = await sendDocument(
        `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { ${selection} ${USER_ERRORS} } }`,
        { input },
        key,
        viewer,
        mutation,
      );
      return { ...answer, payload: answer.data?.[mutation] ?? {} };
    };

    test("every mutation has samples", () => {
      expect(MUTATIONS.length).toBeGreaterThan(40);
      expect(Object.keys(samples).toSorted()).toEqual(MUTATIONS.toSorted());
    });

    const cell = (mutation: string, what: string, prove: (sample: Sample) => Promise<void>): void =>
      test(`${mutation}: ${what}`, async () => {
        const sample = samples[mutation];
        if (!sample) throw new Error(`There is no sample of ${mutation}.`);
        await prove(sample);
        cells += 1;
      });

    const settled = (payload: Readonly<Record<string, unknown>>): void =>
      expect(payload["userErrors"]).toEqual([]);

    for (const mutation of MUTATIONS) {
      cell(mutation, "twice in a row", async ({ input }) => {
        const before = await subject.state();
        const first = await send(mutation, input);
        const after = await subject.state();
        const again = await send(mutation, input);

        settled(first.payload);
        expect(after).not.toBe(before);
        expect([first.replayed, again.replayed]).toEqual([[], [mutation]]);
        expect(again.payload).toEqual(first.payload);
        expect(await subject.state()).toBe(after);
      });

      cell(mutation, "five at once", async ({ input }) => {
        const answers = await Promise.all(Array.from({ length: 5 }, () => send(mutation, input)));
        const after = await subject.state();

        expect(answers.filter(({ replayed }) => replayed.length === 0)).toHaveLength(1);
        expect(new Set(answers.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
        settled((await send(mutation, input)).payload);
        expect(await subject.state()).toBe(after);
      });

      cell(mutation, "with another input under the same key", async ({ input, other }) => {
        await send(mutation, input);
        const after = await subject.state();
        const second = await send(mutation, other);

        expect(second.payload["userErrors"]).toMatchObject([
          { __typename: "IdempotencyError", code: "IDEMPOTENCY_KEY_REUSED", path: ["input"] },
        ]);
        expect(await subject.state()).toBe(after);
      });

      cell(mutation, "a refusal", async ({ refused }) => {
        const before = await subject.state();
        const first = await send(mutation, refused);
        const again = await send(mutation, refused);

        expect(first.payload["userErrors"]).not.toEqual([]);
        expect([again.payload, again.replayed]).toEqual([first.payload, [mutation]]);
        expect(await subject.state()).toBe(before);
      });

      cell(mutation, "after the connection was cut when it had been stored", async ({ input }) => {
        isCut = true;
        const cut = await send(mutation, input);
        const stored = await subject.state();
        const again = await send(mutation, input);
        const after = await subject.state();
        const once = await send(mutation, input);

        expect(cut.errors).toMatchObject([{ extensions: { code: "SERVICE_UNAVAILABLE" } }]);
        settled(again.payload);
        expect([again.replayed, once.payload]).toEqual([[mutation], again.payload]);
        // A repetition calls the gateway that nobody has called.
        if (!/^(order|payment[CV]|refund)/.test(mutation)) expect(after).toBe(stored);
        expect(await subject.state()).toBe(after);
      });

      cell(mutation, "twice in one document", async ({ input, other }) => {
        const query = `mutation ($one: ${typeOf(mutation)}!, $two: ${typeOf(mutation)}!) { one: ${mutation}(input: $one) { ${USER_ERRORS} } two: ${mutation}(input: $two) { ${USER_ERRORS} } }`;
        const both = () =>
          sendDocument(query, { one: input, two: other }, "k1", ADMIN_KEY_HOLDER, mutation);
        const first = await both();
        const after = await subject.state();
        const again = await both();

        expect([first.replayed, again.replayed]).toEqual([[], ["one", "two"]]);
        expect(JSON.stringify(first.data)).not.toContain("IDEMPOTENCY");
        expect(again.data).toEqual(first.data);
        expect(await subject.state()).toBe(after);
      });

      cell(mutation, "asking for other fields", async ({ input }) => {
        await send(mutation, input, { selection: "" });
        const again = await send(mutation, input);

        expect(again.replayed).toEqual([mutation]);
        expect(again.errors).toEqual([]);
        expect(Object.keys(again.payload).length).toBeGreaterThan(1);
      });

      cell(mutation, "by another actor with the same key", async ({ input, other }) => {
        await send(mutation, input);
        const second = await send(mutation, other, { viewer: OPERATOR });

        expect(second.replayed).toEqual([]);
        expect(JSON.stringify(second.payload)).not.toContain("IDEMPOTENCY");
      });

      cell(mutation, "when the key is older than its keeping", async ({ input, other }) => {
        await send(mutation, input);
        now = new Date(NOW.getTime() + KEY_LIFETIME_MS);
        const later = await send(mutation, other);

        expect(later.replayed).toEqual([]);
        expect(JSON.stringify(later.payload)).not.toContain("IDEMPOTENCY");
      });

      cell(mutation, "tried first, then done", async ({ input }) => {
        const before = await subject.state();
        const tried = await send(mutation, { ...input, dryRun: true });
        const between = await subject.state();
        const done = await send(mutation, input);

        settled(tried.payload);
        expect(between).toBe(before);
        settled(done.payload);
        expect([tried.replayed, done.replayed]).toEqual([[], []]);
        expect(await subject.state()).not.toBe(before);
      });
    }

    test("every combination was tested", () => {
      expect(cells).toBe(MUTATIONS.length * 10);
    });
  });
};

const typeOf = (mutation: string): string =>
  `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
