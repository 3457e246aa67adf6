import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fingerprints } from "../../../src/application/shared/fingerprints.js";
import { KEY_LIFETIME_MS } from "../../../src/application/shared/idempotency-keys.js";
import { ADMIN_KEY_HOLDER, GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { secretFingerprints } from "../../../src/infrastructure/identity/secret-fingerprints.js";
import { TEST_SECRET } from "../../builders/test-fingerprints.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { basketApi, type BasketNeeds, type Sending } from "./baskets.js";

const NEXT_SECRET = "pX7mQ2vR9tL4wK8zB1nC6yD3fG5hJ0sAeUiOlMqWrTk";
const JOIN = { basketId: "basket_1", email: "ada@shop.example", password: "hunter2" };
const OPEN = { basketId: "basket_1", email: "ada@shop.example" };
/** The fingerprint of the input above, as versions before made it. */
const PLAIN_FINGERPRINT = "81b802a772d568f8aaaa9e7a76c1c23a4f0c943f7bc73efaa24038307955190c";

const KEY = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
const OTHER_KEY = "1c9e6679-7425-40de-944b-e07fc1f90ae7";
const NOTE = { note: "tea" };
const PLAIN_NOTE = "536d5a4f7f286ef025bf651951411605ae8724e2a0f5448dcfd04168b08b71d2";
const DAY = 24 * 60 * 60 * 1000;

interface KeysSubject {
  readonly unitOfWork: BasketNeeds["unitOfWork"];
  readonly idempotencyKeyReads: BasketNeeds["idempotencyKeyReads"];
  /** Everything that is stored of keys. */
  readonly storedKeys?: () => Promise<string>;
  readonly close?: () => Promise<void>;
}

/** To whom a key belongs, and of what its fingerprint is. Run over the fake, SQLite and MySQL. */
export const ownersOfKeysContract = (
  name: string,
  open: () => Promise<KeysSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`the owners of keys: ${name}`, () => {
    let subject: KeysSubject;
    let clock = movableClock();
    let log = collectedLog();
    let hashed: string[];
    let greeted: string[];
    let fingerprints: Fingerprints;
    let api: ReturnType<typeof basketApi>;

    beforeEach(async () => {
      subject = await open();
      clock = movableClock();
      log = collectedLog();
      [hashed, greeted] = [[], []];
      fingerprints = secretFingerprints([TEST_SECRET], clock.now(), clock);
      api = basketApi({
        unitOfWork: subject.unitOfWork,
        idempotencyKeyReads: subject.idempotencyKeyReads,
        clock,
        log,
        slowHash: async (password) => {
          hashed.push(password);
          return "hash";
        },
        greet: async (basket) => void greeted.push(basket),
      });
    });
    afterEach(async () => subject.close?.());
    afterAll(end);

    const send = (
      mutation: Parameters<typeof api>[0],
      input: object,
      more: Partial<Sending> = {},
    ) => api(mutation, input, { viewer: GUEST, key: KEY, fingerprints, ...more });

    test("are the baskets of guests: two guests with one key and one input each have their own effect", async () => {
      const [one, two] = [JOIN, { ...JOIN, basketId: "basket_2" }];

      expect(await send("basketJoin", one)).toEqual(["done", "basket_1 1"]);
      expect(await send("basketJoin", two)).toEqual(["done", "basket_2 1"]);
      expect(await send("basketJoin", one)).toEqual(["replayed", "basket_1 1"]);
      expect(await send("basketJoin", two)).toEqual(["replayed", "basket_2 1"]);
    });

    test("are the baskets of guests also for a key that can be guessed, when nothing is secret", async () => {
      const [one, two] = [OPEN, { ...OPEN, basketId: "basket_2" }];

      for (const [input, answer] of [
        [one, ["done", "basket_1 1"]],
        [two, ["done", "basket_2 1"]],
        [one, ["replayed", "basket_1 1"]],
      ] as const)
        expect(await send("basketJoin", input, { key: "k1" })).toEqual(answer);
    });

    test.each([
      ["two admin keys", { id: "key_one" }, { id: "key_two" }],
      ["an admin key and an operator of one name", { id: "ada" }, { ...OPERATOR, id: "ada" }],
      ["an admin key and a guest", { id: "key_one" }, GUEST],
    ])(
      "are accounts and keys: %s with one key and one input each have their own effect",
      async (_, first, second) => {
        const [one, two] = [first, second].map((who) => ({
          viewer: { ...ADMIN_KEY_HOLDER, ...who },
        }));

        expect(await send("basketJoin", JOIN, one)).toEqual(["done", "basket_1 1"]);
        expect(await send("basketJoin", JOIN, two)).toEqual(["done", "basket_1 2"]);
        expect(await send("basketJoin", JOIN, one)).toEqual(["replayed", "basket_1 1"]);
        expect(await send("basketJoin", JOIN, two)).toEqual(["replayed", "basket_1 2"]);
      },
    );

    test("can be nobody, when a guest has no basket yet and the key cannot be guessed", async () => {
      const key = randomUUID();

      expect(await send("basketCreate", { note: "tea" }, { key })).toEqual(["done", "basket_1 1"]);
      expect(await send("basketCreate", { note: "tea" }, { key })).toEqual([
        "replayed",
        "basket_1 1",
      ]);
      expect(await send("basketCreate", { note: "tea" }, { key: randomUUID() })).toEqual([
        "done",
        "basket_2 2",
      ]);
    });

    test.each([
      ["makes a basket", "basketCreate", { note: "tea" }],
      ["names no basket", "basketJoin", { ...JOIN, basketId: null }],
      ["names an empty basket", "basketJoin", { ...JOIN, basketId: "" }],
      ["names a basket and a password", "basketJoin", JOIN],
      [
        "names a basket and a code",
        "basketJoin",
        { ...OPEN, coupons: [{ name: "spring", code: "AAAA" }] },
      ],
    ] as const)(
      "refuse a key that can be guessed from a guest who %s, and change nothing",
      async (_, mutation, input) => {
        const tooShort = "9f86d081884c7d659a2feaa0c55ad0";

        for (const key of ["k1", tooShort])
          expect(await send(mutation, input, { key })).toEqual([
            "IDEMPOTENCY_KEY_NOT_RANDOM",
            null,
          ]);
        expect(await send(mutation, { ...input, dryRun: true }, { key: "k1" })).toEqual([
          "done",
          expect.stringMatching(/ 1$/),
        ]);
        expect(await send(mutation, input, { key: null })).toEqual([
          "done",
          expect.stringMatching(/ 1$/),
        ]);
      },
    );

    test("may correct a secret under the same key: the first answer comes again, and nothing is prepared", async () => {
      const input = { ...JOIN, coupons: [{ name: "spring", code: "AAAA" }] };
      await send("basketJoin", input);
      const corrected = { ...input, password: "hunter3", coupons: [{ name: "spring", code: "B" }] };

      expect(await send("basketJoin", corrected)).toEqual(["replayed", "basket_1 1"]);
      expect([hashed, greeted]).toEqual([["hunter2"], ["basket_1"]]);
    });

    test.each([
      ["a field", { email: "eve@shop.example" }],
      ["a field beside a secret one", { coupons: [{ name: "summer", code: "AAAA" }] }],
    ])("may not change %s under the same key", async (_, changed) => {
      const input = { ...JOIN, coupons: [{ name: "spring", code: "AAAA" }] };
      await send("basketJoin", input);

      expect(await send("basketJoin", { ...input, ...changed })).toEqual([
        "IDEMPOTENCY_KEY_REUSED",
        null,
      ]);
    });

    test("leave neither secrets nor inputs in the store and in the log", async () => {
      await send("basketJoin", JOIN);
      const written = `${await subject.storedKeys?.()} ${JSON.stringify(log.lines)}`;

      for (const text of [TEST_SECRET, JOIN.password, JOIN.email, PLAIN_FINGERPRINT])
        expect(written).not.toContain(text);
    });

    test("keep their keys when the secret changes, as long as the former one is known", async () => {
      await send("basketJoin", JOIN);
      const rotated = secretFingerprints([NEXT_SECRET, TEST_SECRET], clock.now(), clock);
      const foreign = secretFingerprints([NEXT_SECRET], clock.now(), clock);

      expect(await send("basketJoin", JOIN, { fingerprints: rotated })).toEqual([
        "replayed",
        "basket_1 1",
      ]);
      expect(await send("basketJoin", JOIN, { fingerprints: foreign })).toEqual([
        "IDEMPOTENCY_KEY_REUSED",
        null,
      ]);
      expect(await send("basketJoin", JOIN, { key: OTHER_KEY, fingerprints: rotated })).toEqual([
        "done",
        "basket_1 2",
      ]);
      expect(await send("basketJoin", JOIN, { key: OTHER_KEY, fingerprints: foreign })).toEqual([
        "replayed",
        "basket_1 2",
      ]);
    });

    describe("while processes of a version before run beside", () => {
      const viewer = { ...ADMIN_KEY_HOLDER, id: "key_one" };
      /** As a process of a version before makes a basket. */
      const makeAsBefore = () =>
        subject.unitOfWork.run(async ({ idempotencyKeys, settings }) => {
          const key = {
            actor: "admin-key",
            formerActor: null,
            key: KEY,
            operation: "basketCreate",
            responseKey: "basketCreate",
            fingerprints: [PLAIN_NOTE] as const,
          };
          if (await idempotencyKeys.claim(key, clock.now())) return "replayed";
          await settings.set("baskets", "1");
          const result = { basketId: "basket_1", times: 1 };
          await idempotencyKeys.saveOutcome(key, { result, refusals: [] });
          return "done";
        });

      test("have one effect, when the new version is asked first", async () => {
        expect(await send("basketCreate", NOTE, { viewer })).toEqual(["done", "basket_1 1"]);
        expect(await makeAsBefore()).toBe("replayed");
      });

      test("have one effect, when both versions are asked at once", async () => {
        const answers = await Promise.all([
          makeAsBefore(),
          ...[1, 2, 3].map(() => send("basketCreate", NOTE, { viewer })),
        ]);

        expect(answers.flat().filter((one) => one === "done")).toHaveLength(1);
        expect(answers.slice(1).map(([, basket]) => basket)).toEqual(
          Array.from({ length: 3 }, () => "basket_1 1"),
        );
      });

      test("are stored with the secret a day later, and those of that day still replay", async () => {
        await send("basketCreate", NOTE, { viewer });
        clock.forward(DAY);

        expect(await send("basketCreate", NOTE, { viewer })).toEqual(["replayed", "basket_1 1"]);
        clock.forward(DAY);
        expect(await send("basketCreate", NOTE, { viewer })).toEqual(["done", "basket_2 2"]);
        expect((await subject.storedKeys?.()) ?? "v2:").toContain("v2:");
      });

      test("are never stored with the plain hash of a secret", async () => {
        await send("basketJoin", JOIN, { viewer });

        expect((await subject.storedKeys?.()) ?? "").not.toContain(PLAIN_FINGERPRINT);
      });

      test("are not looked for in a new store", async () => {
        fingerprints = secretFingerprints([TEST_SECRET], null, clock);
        await makeAsBefore();

        expect(await send("basketCreate", NOTE, { viewer })).toEqual(["done", "basket_2 2"]);
      });
    });

    describe("that versions before stored", () => {
      const viewer = { ...ADMIN_KEY_HOLDER, id: "key_one" };

      beforeEach(() =>
        subject.unitOfWork.run(async ({ idempotencyKeys }) => {
          for (const actor of ["admin-key", "guest"]) {
            const key = {
              actor,
              formerActor: null,
              key: KEY,
              operation: "basketJoin",
              responseKey: "basketJoin",
              fingerprints: [PLAIN_FINGERPRINT] as const,
            };
            await idempotencyKeys.claim(key, clock.now());
            const result = { basketId: "basket_1", times: 7 };
            await idempotencyKeys.saveOutcome(key, { result, refusals: [] });
          }
        }),
      );

      test("keep their keys until they expire", async () => {
        expect(await send("basketJoin", JOIN, { viewer })).toEqual(["replayed", "basket_1 7"]);
        clock.forward(KEY_LIFETIME_MS);
        expect(await send("basketJoin", JOIN, { viewer })).toEqual(["done", "basket_1 1"]);
      });

      test("still refuse another input, and also another password", async () => {
        for (const changed of [{ email: "eve@shop.example" }, { password: "hunter3" }])
          expect(await send("basketJoin", { ...JOIN, ...changed }, { viewer })).toEqual([
            "IDEMPOTENCY_KEY_REUSED",
            null,
          ]);
      });

      test("are not given to guests, who would share them", async () => {
        expect(await send("basketJoin", JOIN)).toEqual(["done", "basket_1 1"]);
      });
    });
  });
};
