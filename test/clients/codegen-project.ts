import { generate, type CodegenConfig } from "@graphql-codegen/cli";
import { scalars as adminScalars } from "@plinth/client/admin";
import { scalars } from "@plinth/client/shop";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shipped, workbench } from "./workbench.js";

/** Where generated code is looked for: as Node does it, and as bundlers do. */
export const RESOLUTIONS = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext", importExtension: ".js" },
  bundler: { module: "esnext", moduleResolution: "bundler", importExtension: "" },
} as const;

export const SHOP = {
  pages: ["storefront.ts", "requests.ts"],
  documents: "storefront",
  fragments: "shop",
  schema: () => shipped("shop/schema.graphql"),
  scalars,
};
export const ADMIN = {
  pages: ["back-office.ts"],
  documents: "back-office",
  fragments: "admin",
  schema: () => shipped("admin/schema.graphql"),
  scalars: adminScalars,
};
type Api = typeof SHOP | typeof ADMIN;

/** A project whose pages are compiled against what is generated from the schema and the documents. */
export const project = (
  name: string,
  api: Api,
  { importExtension, ...options }: (typeof RESOLUTIONS)[keyof typeof RESOLUTIONS],
  sdl = api.schema(),
): { readonly folder: string; readonly config: CodegenConfig } => {
  const folder = workbench(name, [...api.pages.map((page) => `pages/${page}`), api.documents]);
  mkdirSync(join(folder, "pages/gql"));
  writeFileSync(join(folder, "schema.graphql"), sdl);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        ...options,
        target: "es2022",
        lib: ["es2023"],
        types: [],
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        verbatimModuleSyntax: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include: ["pages"],
    }),
  );
  const ready = join(
    import.meta.dirname,
    "node_modules/@plinth/client",
    api.fragments,
    "fragments/*.graphql",
  );
  const config: CodegenConfig = {
    cwd: folder,
    silent: true,
    schema: join(folder, "schema.graphql"),
    documents: [...api.pages.map((page) => `pages/${page}`), `${api.documents}/*.graphql`, ready],
    generates: {
      "pages/gql/": {
        preset: "client",
        config: {
          strictScalars: true,
          useTypeImports: true,
          scalars: api.scalars,
          ...(importExtension && { importExtension }),
        },
      },
    },
  };
  return { folder, config };
};

/** Generates the code and gives the folder of the project. */
export const generated = async ({
  folder,
  config,
}: ReturnType<typeof project>): Promise<string> => {
  const files = (await generate(config, false)) as readonly {
    readonly filename: string;
    readonly content: string;
  }[];
  for (const { filename, content } of files)
    writeFileSync(join(folder, "pages/gql", filename.split("/").at(-1) ?? ""), content);
  return folder;
};
