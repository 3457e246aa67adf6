import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStoreSecret } from "../../../src/infrastructure/identity/store-secret.js";
import { CannotProceed } from "../../../src/infrastructure/shared/cannot-proceed.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { TEST_SECRET } from "../../builders/test-fingerprints.js";
import { fixedClock } from "../../fakes/fixed-clock.js";

const OTHER_SECRET = "pX7mQ2vR9tL4wK8zB1nC6yD3fG5hJ0sAeUiOlMqWrTk";

type Processes = readonly Pick<Store, "unitOfWork">[];

/** Several processes that open one new store at once. Run over SQLite and MySQL. */
export const storeSecretContract = (
  name: string,
  open: () => Promise<{ readonly processes: Processes; readonly close: () => Promise<void> }>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`the secret of a store that four processes open at once: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    const openAll = (secretOf: (index: number) => string | null) =>
      Promise.allSettled(
        opened.processes.map(async ({ unitOfWork }, index) => {
          const config = { secret: secretOf(index), previous: null };
          return (await openStoreSecret(unitOfWork, config, fixedClock())).of("input")[0];
        }),
      );
    const outcomes = async (secretOf: (index: number) => string | null) =>
      (await openAll(secretOf)).map((one): unknown =>
        one.status === "fulfilled" ? one.value : one.reason,
      );

    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    afterAll(end);

    test("is one, when it is made", async () => {
      const prints = await outcomes(() => null);

      expect(prints).toHaveLength(4);
      expect(new Set(prints).size).toBe(1);
      expect(prints[0]).toMatch(/^v2:/);
    });

    test("is that of the first one, when they have different ones: the others do not start", async () => {
      const found = await outcomes((index) => (index % 2 === 0 ? TEST_SECRET : OTHER_SECRET));
      const refused = found.filter((one) => one instanceof CannotProceed);

      expect(refused).toHaveLength(2);
      expect(new Set(found.filter((one) => typeof one === "string")).size).toBe(1);
    });
  });
};
