import type { CodegenConfig } from "@graphql-codegen/cli";
import { scalars } from "@plinth/client/shop";

const config: CodegenConfig = {
  schema: "node_modules/@plinth/client/shop/schema.graphql",
  documents: ["app/queries/*.graphql", "node_modules/@plinth/client/shop/fragments/*.graphql"],
  generates: {
    "app/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: { strictScalars: true, useTypeImports: true, enumsAsTypes: true, scalars },
    },
  },
};
export default config;
