import { Argument, Command } from "commander";
import type { CliActions } from "./cli-actions.js";

export const configCommand = ({
  checkConfig,
  describeConfig,
  out,
}: Pick<CliActions, "checkConfig" | "describeConfig" | "out">): Command => {
  const config = new Command("config").description(
    "the settings of Plinth (environment variables)",
  );
  config
    .command("check")
    .description("print all problems of the configuration, or the settings in effect")
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
    .description("print every variable with its description")
    .addArgument(
      new Argument("[form]", "as .env.example, or as a table")
        .choices(["example", "table"])
        .default("example"),
    )
    .action(async (form: "example" | "table") => void out.write(await describeConfig(form)));
  return config;
};
