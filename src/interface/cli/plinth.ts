import { Command, CommanderError } from "commander";
import type { CliActions } from "./cli-actions.js";
import { configCommand } from "./config-command.js";
import { demoCommand } from "./demo-command.js";
import { migrateCommand } from "./migrate-command.js";
import { policyCommand } from "./policy-command.js";
import { sandboxCommand } from "./sandbox-command.js";
import { schemaCommand } from "./schema-command.js";
import { secretCommand } from "./secret-command.js";
import { startCommand } from "./start-command.js";

const USAGE_ERROR = 2;

const EXAMPLES = `
Examples:
  $ plinth start                            serve the shop on http://127.0.0.1:4000
  $ plinth import products.csv --dry-run    show what a file would change
  $ plinth export products.csv              write the catalogue to a file
  $ plinth schema print shop                print the GraphQL schema of the shop

Every setting is an environment variable: see plinth config check and .env.example.`;

/** The command line. Each command has a file of its own. */
export const plinth = (actions: CliActions, more: readonly Command[] = []): Command => {
  const program = new Command("plinth")
    .description("A headless-commerce backend: a catalogue in, a GraphQL API out.")
    .version(actions.version, "-v, --version", "print the version")
    .helpOption("-h, --help", "show help for a command")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError("(plinth --help lists commands and options)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => actions.out.write(text),
      writeErr: (text) => actions.err.write(text),
    });
  for (const command of [
    startCommand(actions),
    migrateCommand(actions),
    ...more,
    demoCommand(actions),
    schemaCommand(actions),
    policyCommand(actions),
    configCommand(actions),
    secretCommand(actions),
    sandboxCommand(actions),
  ])
    adopt(program, command);
  return program;
};

/** @returns the exit code: 0, or 2 for an invalid command line @throws what a command throws */
export const runPlinth = async (program: Command, args: readonly string[]): Promise<number> => {
  try {
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : USAGE_ERROR;
  }
};

// Commands that are created elsewhere use the outputs and the error handling of the program.
const adopt = (parent: Command, command: Command): void => {
  parent.addCommand(command);
  const settle = (from: Command, to: Command): void => {
    to.copyInheritedSettings(from);
    for (const child of to.commands) settle(to, child);
  };
  settle(parent, command);
};
