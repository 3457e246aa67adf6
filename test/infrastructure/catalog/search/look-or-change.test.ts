import { describe, expect, test } from "vitest";
import { LookOrChange } from "../../../../src/infrastructure/catalog/search/look-or-change.js";

/** Somebody who looks until they are told to stop. */
const looker = (gate: LookOrChange, said: string[], name: string) => {
  let stop: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (stop = resolve));
  const done = gate.look(async () => {
    said.push(`${name} looks`);
    await until;
    said.push(`${name} is done`);
  });
  return { stop, done };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("looking and changing", () => {
  test("many look at once, and a change waits for all of them", async () => {
    const [gate, said]: [LookOrChange, string[]] = [new LookOrChange(), []];
    const [one, other] = [looker(gate, said, "one"), looker(gate, said, "other")];
    await settled();

    const changed = gate.change(() => said.push("changed"));
    one.stop();
    await settled();
    expect(said).toEqual(["one looks", "other looks", "one is done"]);

    other.stop();
    await changed;
    expect(said.at(-1)).toBe("changed");
  });

  test("who comes while a change waits looks at what was changed", async () => {
    const [gate, said]: [LookOrChange, string[]] = [new LookOrChange(), []];
    const first = looker(gate, said, "first");
    await settled();
    const changed = gate.change(() => said.push("changed"));
    const later = looker(gate, said, "later");
    await settled();

    first.stop();
    later.stop();
    await Promise.all([changed, first.done, later.done]);
    expect(said).toEqual([
      "first looks",
      "first is done",
      "changed",
      "later looks",
      "later is done",
    ]);
  });

  test("where nobody looks nobody waits, and a change that fails or a look that fails keeps nobody out", async () => {
    const [gate, said]: [LookOrChange, string[]] = [new LookOrChange(), []];
    const failing = gate.look(() => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    await expect(
      gate.change(() => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");

    const holding = looker(gate, said, "one");
    await settled();
    const broken = gate.change(() => {
      throw new Error("broken");
    });
    holding.stop();
    await expect(broken).rejects.toThrow("broken");

    const last = looker(gate, said, "last");
    last.stop();
    await last.done;
    await gate.change(() => said.push("changed"));
    expect(said).toEqual(["one looks", "one is done", "last looks", "last is done", "changed"]);
  });
});
