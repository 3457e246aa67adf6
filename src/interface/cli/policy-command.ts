import { Command } from "commander";
import type { CliActions } from "./cli-actions.js";

export const policyCommand = ({
  policyTable,
  out,
}: Pick<CliActions, "policyTable" | "out">): Command =>
  new Command("policy")
    .description("print every operation and who may call it")
    .addHelpText(
      "after",
      "\nThe table is generated from the policies that the code enforces.\n\nExample:\n  $ plinth policy",
    )
    .action(async () => void out.write(`${await policyTable()}\n`));
