import { Argument, Command } from "commander";
import type { OperatorNeeds } from "./operator-needs.js";

export const configCommand = ({
  checkConfig,
  describeConfig,
  out,
}: Pick<OperatorNeeds, "checkConfig" | "describeConfig" | "out">): Command => {
  const config = new Command("config").description(
    "the settings of Plinth, which are environment variables",
  );
  config
    .command("check")
    .description("name every problem of the configuration at once, or print what holds")
    .addHelpText("after", "\nExample:\n  $ PLINTH_MODE=production plinth config check")
    .action(async () => {
      const settings = await checkConfig();
      const width = Math.max(...settings.map(([variable]) => variable.length));
      out.write(
        `${settings.map(([variable, value]) => `${variable.padEnd(width)}  ${value}`).join("\n")}\n\nThe configuration is complete.\n`,
      );
    });
  config
    .command("print")
    .description("print every variable with its meaning")
    .addArgument(
      new Argument("[form]", "as .env.example, or as a table")
        .choices(["example", "table"])
        .default("example"),
    )
    .action(async (form: "example" | "table") => void out.write(await describeConfig(form)));
  return config;
};
