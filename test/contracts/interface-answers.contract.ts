import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordedOperations } from "../interface/corpus.js";
import { send, type Answer } from "../interface/ask.js";
import { openWorld, type Ground, type World } from "../interface/world.js";

/** Errors without order: they come in the order in which statements end. */
const comparable = ({ data, errors, extensions, status }: Answer) => ({
  data,
  errors: errors.map((error) => JSON.stringify(error)).toSorted((a, b) => a.localeCompare(b)),
  extensions,
  status,
});

/** Every operation that the API tests record is answered on a database as it is on the fake. */
export const interfaceAnswersContract = (
  name: string,
  open: () => Promise<Ground & { readonly close: () => Promise<void> }>,
): void => {
  describe(`responses of the API: ${name}`, () => {
    const operations = recordedOperations();
    let [onDatabase, onFake]: [World | undefined, World | undefined] = [undefined, undefined];
    let close: () => Promise<void> = async () => undefined;
    let ran = 0;

    beforeAll(async () => {
      const subject = await open();
      close = subject.close;
      [onDatabase, onFake] = await Promise.all([openWorld({}, subject), openWorld()]);
    });
    afterAll(() => close());

    test.each(
      operations.map(
        (operation, index) =>
          [index + 1, operation.query.replaceAll(/\s+/g, " ").slice(0, 60), operation] as const,
      ),
    )("%i %s", async (_index, _title, operation) => {
      if (!onDatabase || !onFake) throw new Error("No world to ask in.");
      expect(comparable(await send(onDatabase, operation))).toEqual(
        comparable(await send(onFake, operation)),
      );
      ran += 1;
    });

    test("every recorded operation was compared", () => {
      expect(ran).toBe(operations.length);
    });
  });
};
