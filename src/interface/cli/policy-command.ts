import { Command } from "commander";
import type { OperatorNeeds } from "./operator-needs.js";

export const policyCommand = ({
  policyTable,
  out,
}: Pick<OperatorNeeds, "policyTable" | "out">): Command =>
  new Command("policy")
    .description("print every operation and who may call it")
    .addHelpText("after", "\nMade from what the code enforces.\n\nExample:\n  $ plinth policy")
    .action(async () => void out.write(`${await policyTable()}\n`));
