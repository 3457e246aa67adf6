import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { mayWriteCatalog } from "../../../src/application/catalog/ports/permissions.js";
import {
  change,
  type Call,
  type Change,
  type Work,
} from "../../../src/application/shared/change.js";
import {
  KEY_LIFETIME_MS,
  type IdempotencyStores,
  type IdempotencyKey,
} from "../../../src/application/shared/idempotency-keys.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import {
  ADMIN_KEY_HOLDER,
  anybody,
  GUEST,
  PermissionDenied,
} from "../../../src/application/shared/viewer.js";
import { climbKey } from "./climb.js";
import { DomainError, Refused } from "../../../src/domain/shared/domain-error.js";

class TooHigh extends DomainError {
  readonly code = "TOO_HIGH";

  constructor(readonly limit: number) {
    super(`Not above ${limit}.`, ["by"]);
  }
}

interface Climb {
  readonly by: number;
}

const LIMIT = 10;

/** Adds to a number in the store, up to a limit. */
const climb = change(
  anybody,
  async (
    { by }: Climb,
    { stores: { settings } }: Work<SettingStores>,
  ): Promise<{ readonly height: number }> => {
    const height = Number((await settings.get("height")) ?? 0) + by;
    await settings.set("height", String(height));
    if (height > LIMIT) throw new TooHigh(LIMIT);
    return { height };
  },
);

interface ChangesSubject {
  readonly unitOfWork: UnitOfWork<SettingStores & IdempotencyStores>;
  readonly close?: () => Promise<void>;
}

const call = (retry: Partial<IdempotencyKey> | null = {}, more: Partial<Call> = {}): Call => ({
  key: retry && climbKey(retry),
  dryRun: false,
  problems: [],
  ...more,
});

/** What every change promises, whatever it changes. Run over the fake, SQLite and MySQL. */
export const changesContract = (
  name: string,
  open: () => Promise<ChangesSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`changes: ${name}`, () => {
    let subject: ChangesSubject;
    let now = new Date("2026-01-01T12:00:00.000Z");
    let climbing: Change<Climb, { readonly height: number }>;
    const height = () => subject.unitOfWork.run(({ settings }) => settings.get("height"));

    beforeEach(async () => {
      subject = await open();
      now = new Date("2026-01-01T12:00:00.000Z");
      climbing = climb({ unitOfWork: subject.unitOfWork, clock: { now: () => now } });
    });
    afterEach(async () => subject.close?.());
    afterAll(end);

    test("without a key are made with every request", async () => {
      await climbing({ by: 3 }, GUEST);
      expect(await climbing({ by: 3 }, GUEST)).toEqual({
        result: { height: 6 },
        refusals: [],
        replayed: false,
      });
    });

    test("with a key are made once, and return the same result again", async () => {
      const first = await climbing({ by: 3 }, GUEST, call());
      const again = await climbing({ by: 3 }, GUEST, call());

      expect([first, again]).toEqual([
        { result: { height: 3 }, refusals: [], replayed: false },
        { result: { height: 3 }, refusals: [], replayed: true },
      ]);
      expect(await height()).toBe("3");
    });

    test("that are requested five times at once with one key are made once, and return one result to all", async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => climbing({ by: 3 }, GUEST, call())),
      );

      for (const { result } of answers) expect(result).toEqual({ height: 3 });
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(await height()).toBe("3");
    });

    test("that are refused leave only the refusal, which is returned again even when they would be allowed by now", async () => {
      const first = await climbing({ by: 11 }, GUEST, call());
      await subject.unitOfWork.run(({ settings }) => settings.set("height", "-5"));
      const again = await climbing({ by: 11 }, GUEST, call());

      expect(first).toEqual({
        result: null,
        refusals: [
          { code: "TOO_HIGH", message: "Not above 10.", path: ["by"], facts: { limit: 10 } },
        ],
        replayed: false,
      });
      expect(again).toEqual({ ...first, replayed: true });
      expect(await height()).toBe("-5");
    });

    test("that are refused five times at once with one key are decided once, and return one refusal to all", async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => climbing({ by: 11 }, GUEST, call())),
      );

      expect(new Set(answers.map(({ refusals }) => JSON.stringify(refusals))).size).toBe(1);
      expect(await height()).toBeNull();
    });

    test("with another input and the same key are refused, and the first result is kept", async () => {
      await climbing({ by: 3 }, GUEST, call());
      const other = await climbing({ by: 4 }, GUEST, call({ fingerprints: ["by 4"] }));
      const operation = await climbing({ by: 3 }, GUEST, call({ operation: "descend" }));

      for (const { result, refusals, replayed } of [other, operation])
        expect([result, refusals[0]?.code, replayed]).toEqual([
          null,
          "IDEMPOTENCY_KEY_REUSED",
          false,
        ]);
      expect((await climbing({ by: 3 }, GUEST, call())).result).toEqual({ height: 3 });
    });

    test.each([
      ["of two actors", { actor: "guest cart-2" }],
      ["at two paths of one document", { responseKey: "second" }],
      ["with different keys", { key: "k2" }],
      ["whose keys differ in case", { key: "K1" }],
    ])("%s are made separately", async (_, more) => {
      await climbing({ by: 3 }, GUEST, call());

      expect(await climbing({ by: 3 }, GUEST, call(more))).toMatchObject({
        result: { height: 6 },
        replayed: false,
      });
    });

    test("that a version before stored under another actor or fingerprint are not made again", async () => {
      await climbing({ by: 3 }, GUEST, call({ actor: "admin-key", fingerprints: ["plain"] }));
      const now = { formerActor: "admin-key", fingerprints: ["by 3", "plain"] } as const;

      expect(await climbing({ by: 3 }, GUEST, call(now))).toMatchObject({
        result: { height: 3 },
        replayed: true,
      });
      expect(await climbing({ by: 3 }, GUEST, call({ ...now, key: "k2" }))).toMatchObject({
        result: { height: 6 },
        replayed: false,
      });
      expect(
        (await climbing({ by: 4 }, GUEST, call({ ...now, fingerprints: ["by 4"] }))).refusals,
      ).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
    });

    test("keep their key for two days, after which it can be used again", async () => {
      await climbing({ by: 3 }, GUEST, call());
      now = new Date(now.getTime() + KEY_LIFETIME_MS - 1);
      expect((await climbing({ by: 3 }, GUEST, call())).replayed).toBe(true);
      now = new Date(now.getTime() + 1);

      expect(await climbing({ by: 4 }, GUEST, call({ fingerprints: ["by 4"] }))).toEqual({
        result: { height: 7 },
        refusals: [],
        replayed: false,
      });
      expect((await climbing({ by: 4 }, GUEST, call({ fingerprints: ["by 4"] }))).replayed).toBe(
        true,
      );
    });

    test("whose key has expired are made once more, when they are requested ten times at once", async () => {
      await climbing({ by: 3 }, GUEST, call());
      now = new Date(now.getTime() + KEY_LIFETIME_MS);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => climbing({ by: 3 }, GUEST, call())),
      );

      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(await height()).toBe("6");
    });

    test("have old keys deleted in batches, and no others", async () => {
      for (const n of [1, 2, 3]) await climbing({ by: 1 }, GUEST, call({ key: `old ${n}` }));
      now = new Date(now.getTime() + KEY_LIFETIME_MS);
      await climbing({ by: 1 }, GUEST, call({ key: "new" }));
      const purge = (limit: number) =>
        subject.unitOfWork.run(({ idempotencyKeys }) => idempotencyKeys.removeExpired(now, limit));

      expect([await purge(2), await purge(2), await purge(2)]).toEqual([2, 1, 0]);
      expect((await climbing({ by: 1 }, GUEST, call({ key: "new" }))).replayed).toBe(true);
    });

    test("that are only tried return the result and store nothing, not even the key", async () => {
      expect(await climbing({ by: 3 }, GUEST, call({}, { dryRun: true }))).toEqual({
        result: { height: 3 },
        refusals: [],
        replayed: false,
      });
      expect((await climbing({ by: 11 }, GUEST, call({}, { dryRun: true }))).refusals).toHaveLength(
        1,
      );
      expect(await height()).toBeNull();
      expect(await climbing({ by: 4 }, GUEST, call({ fingerprints: ["by 4"] }))).toMatchObject({
        result: { height: 4 },
        replayed: false,
      });
    });

    test("with a problem of the input are not made, and also return what the rules refuse", async () => {
      const problem = {
        code: "INVALID_INPUT",
        message: "Note is too long.",
        path: ["note"],
        facts: {},
      };

      expect(await climbing({ by: 3 }, GUEST, call({}, { problems: [problem] }))).toEqual({
        result: null,
        refusals: [problem],
        replayed: false,
      });
      expect(
        (
          await climbing({ by: 11 }, GUEST, call({ key: "k2" }, { problems: [problem] }))
        ).refusals.map(({ code }) => code),
      ).toEqual(["INVALID_INPUT", "TOO_HIGH"]);
      expect(
        (
          await climbing(
            { by: 11 },
            GUEST,
            call({ key: "k3" }, { problems: [{ ...problem, path: ["by"] }] }),
          )
        ).refusals,
      ).toEqual([{ ...problem, path: ["by"] }]);
      expect((await climbing({ by: 3 }, GUEST, call({}, { problems: [problem] }))).replayed).toBe(
        true,
      );
      expect(await height()).toBeNull();
    });

    test("check permissions first, so that nobody gets the result of another viewer", async () => {
      const guarded = change(
        mayWriteCatalog,
        async (_: object, { viewer }: Work<SettingStores>) => ({
          by: viewer.kind,
        }),
      )({ unitOfWork: subject.unitOfWork, clock: { now: () => now } });
      await guarded({}, ADMIN_KEY_HOLDER, call());

      await expect(guarded({}, GUEST, call())).rejects.toThrow(PermissionDenied);
    });

    test("that fail with an error are not refused, and may be sent again with the same key", async () => {
      let isBroken = true;
      const fragile = change(anybody, async () => {
        if (isBroken) throw new TypeError("undefined is not a mountain");
        return { height: 1 };
      })({ unitOfWork: subject.unitOfWork, clock: { now: () => now } });

      await expect(fragile({}, GUEST, call())).rejects.toThrow(TypeError);
      isBroken = false;
      expect(await fragile({}, GUEST, call())).toMatchObject({
        result: { height: 1 },
        replayed: false,
      });
    });

    test("return all refusals of a command together", async () => {
      const strict = change(anybody, async (): Promise<null> => {
        throw new Refused([new TooHigh(1), new TooHigh(2).prefixPath(["lines", "0"])]);
      })({ unitOfWork: subject.unitOfWork, clock: { now: () => now } });

      expect(
        (await strict({}, GUEST)).refusals.map(({ path, facts }) => [
          path.join("."),
          facts["limit"],
        ]),
      ).toEqual([
        ["by", 1],
        ["lines.0.by", 2],
      ]);
    });
  });
};
