import { Command, InvalidArgumentError, Option } from "commander";
import type { CliActions, SandboxCommandOptions } from "./cli-actions.js";

export const sandboxCommand = ({ sandbox, out }: Pick<CliActions, "sandbox" | "out">): Command =>
  new Command("sandbox")
    .description("run the sandbox gateway by itself, for several servers or for tests")
    .addOption(new Option("--port <number>", "port on 127.0.0.1").argParser(toPort).default(4010))
    .option("--ledger <file>", "its ledger; by default sandbox/ledger.jsonl in the data folder")
    .option("--webhooks <url>", "where the shop receives webhooks; by default the port of Plinth")
    .addHelpText(
      "after",
      `
In development a server begins a sandbox of its own, so that this is seldom needed. It takes no money, and is refused in
production. PLINTH_PAYMENTS_SANDBOX_SECRET is what it shares with its shops, which are told its address:

  $ export PLINTH_PAYMENTS_SANDBOX_SECRET=$(node -p "crypto.randomBytes(32).toString('base64url')")
  $ plinth sandbox --port 4010 &
  $ PLINTH_PAYMENTS_SANDBOX=http://127.0.0.1:4010 plinth start`,
    )
    .action(async (options: SandboxCommandOptions) =>
      sandbox(options, (origin) =>
        out.write(`The sandbox gateway takes payments on ${origin}. No money moves.\n`),
      ),
    );

const toPort = (value: string): number => {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError("Give a port from 1 to 65535.");
  return port;
};
