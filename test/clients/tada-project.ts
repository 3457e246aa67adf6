import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shipped, tool, workbench, type Outcome } from "./workbench.js";

const PAGE = "tada/pages/shop.ts";

/** A project with the types that gql.tada has generated from the schema. */
export const tadaProject = async (
  name: string,
  { sdl = shipped("shop/schema.graphql"), page = (text: string) => text } = {},
): Promise<{ readonly folder: string; readonly generated: Outcome }> => {
  const folder = workbench(`tada-${name.replaceAll(" ", "-")}`, [PAGE]);
  const file = join(folder, PAGE);
  writeFileSync(file, page(readFileSync(file, "utf8")));
  writeFileSync(join(folder, "schema.graphql"), sdl);
  const plugin = {
    name: "gql.tada/ts-plugin",
    schema: "./schema.graphql",
    tadaOutputLocation: "./tada/pages/graphql-env.d.ts",
    trackFieldUsage: false,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        moduleResolution: "nodenext",
        lib: ["es2023"],
        types: [],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        plugins: [plugin],
      },
      include: ["tada"],
    }),
  );
  return { folder, generated: await tool("gql.tada", ["generate-output"], folder) };
};
