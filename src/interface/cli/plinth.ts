import { Command, CommanderError } from "commander";
import type { OperatorNeeds } from "./operator-needs.js";
import { configCommand } from "./config-command.js";
import { demoCommand } from "./demo-command.js";
import { migrateCommand } from "./migrate-command.js";
import { policyCommand } from "./policy-command.js";
import { schemaCommand } from "./schema-command.js";
import { startCommand } from "./start-command.js";

const USAGE_ERROR = 2;

const EXAMPLES = `
Examples:
  $ plinth start                            serve the shop on http://127.0.0.1:4000
  $ plinth import products.csv --dry-run    see what a file would change
  $ plinth export products.csv              write the catalogue as a file
  $ plinth schema print shop                print the GraphQL schema of the shop

Every setting is an environment variable: plinth config check, and .env.example.`;

/** The command line: one file per command, all of them handed what they need. */
export const plinth = (needs: OperatorNeeds, more: readonly Command[] = []): Command => {
  const program = new Command("plinth")
    .description("A headless-commerce backend: a catalogue in, a GraphQL API out.")
    .version(needs.version, "-v, --version", "print the version")
    .helpOption("-h, --help", "show help for a command")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("(plinth --help lists commands and options)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => needs.out.write(text),
      writeErr: (text) => needs.err.write(text),
    });
  for (const command of [
    startCommand(needs),
    migrateCommand(needs),
    ...more,
    demoCommand(needs),
    schemaCommand(needs),
    policyCommand(needs),
    configCommand(needs),
  ])
    adopt(program, command);
  return program;
};

/** @returns the exit code: 0, or 2 for a command line that cannot be understood. Whatever a command throws passes on. */
export const runPlinth = async (program: Command, words: readonly string[]): Promise<number> => {
  try {
    await program.parseAsync([...words], { from: "user" });
    return 0;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : USAGE_ERROR;
  }
};

// Commands that were made elsewhere speak and fail as the program does.
const adopt = (parent: Command, command: Command): void => {
  parent.addCommand(command);
  const settle = (from: Command, to: Command): void => {
    to.copyInheritedSettings(from);
    for (const child of to.commands) settle(to, child);
  };
  settle(parent, command);
};
