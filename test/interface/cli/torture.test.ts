import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { runPlinth } from "../../../src/interface/cli/plinth.js";
import { tortureCommand, type TortureRequest } from "../../../src/interface/cli/torture-command.js";
import { Command } from "commander";

const typed = async (line: string, isSound = true) => {
  const out = new PassThrough();
  let [asked, exitCode] = [null as TortureRequest | null, 0];
  const command = tortureCommand({
    torture: async (request) => {
      asked = request;
      return { text: "the verdict\n", isSound };
    },
    out,
    setExitCode: (code) => (exitCode = code),
  });
  const program = new Command("plinth")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  program.addCommand(command.copyInheritedSettings(program));
  const usage = await runPlinth(program, line.split(" "));
  return { asked, exitCode: usage || exitCode, out: String(out.read() ?? "") };
};

describe("plinth torture", () => {
  test("hands over its options, and prints the verdict", async () => {
    const { asked, exitCode, out } = await typed(
      "torture --url http://127.0.0.1:4000/ http://127.0.0.1:4001 --checkouts 7 --cut 0.5 --market ch --doctor",
    );

    expect(asked).toMatchObject({
      urls: ["http://127.0.0.1:4000", "http://127.0.0.1:4001"],
      checkouts: 7,
      cut: 0.5,
      market: "ch",
      paymentMethod: null,
      adminKeyFile: null,
      checksRows: true,
    });
    expect([exitCode, out]).toEqual([0, "the verdict\n"]);
  });

  test("ends with 4 when something does not hold", async () => {
    expect((await typed("torture --url http://127.0.0.1:4000", false)).exitCode).toBe(4);
  });

  test.each([
    "torture",
    "torture --url http://127.0.0.1:4000 --cut 1.5",
    "torture --url http://127.0.0.1:4000 --buyers 0",
    "torture --url http://127.0.0.1:4000 --copies 21",
  ])("refuses %j", async (line) => {
    const { asked, exitCode } = await typed(line);

    expect([asked, exitCode]).toEqual([null, 2]);
  });
});
