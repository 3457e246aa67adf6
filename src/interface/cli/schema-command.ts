import { Argument, Command } from "commander";
import type { CliActions } from "./cli-actions.js";

export const schemaCommand = ({
  printSchema,
  errorRegister,
  out,
}: Pick<CliActions, "printSchema" | "errorRegister" | "out">): Command => {
  const schema = new Command("schema").description("the GraphQL schemas");
  schema
    .command("print")
    .description("print a schema as SDL")
    .addArgument(new Argument("[audience]", "the API").choices(["shop", "admin"]).default("shop"))
    .addHelpText("after", "\nExample:\n  $ plinth schema print admin > admin.graphql")
    .action(async (audience: "shop" | "admin") => void out.write(await printSchema(audience)));
  schema
    .command("errors")
    .description("print every error code with its description, as Markdown")
    .addHelpText("after", "\nExample:\n  $ plinth schema errors > errors.md")
    .action(async () => void out.write(await errorRegister()));
  return schema;
};
