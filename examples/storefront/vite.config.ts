import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { BASE } from "./base.ts";

export default defineConfig({
  base: BASE,
  plugins: [reactRouter()],
  // Known before the first page is opened: what is found later would reload the page at the first click.
  optimizeDeps: {
    entries: ["app/**/*.{ts,tsx}", "!app/**/*.server.ts"],
    include: [
      "react",
      "react/jsx-runtime",
      "react/jsx-dev-runtime",
      "react-dom",
      "react-dom/client",
      "react-router",
      "react-router/dom",
      "@urql/core",
    ],
  },
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    rolldownOptions: {
      output: {
        // Few files: on a slow connection each costs more time than its bytes do.
        codeSplitting: {
          groups: [
            // The largest part of React stays with app/hydrate.tsx: nothing needs it before.
            { name: "packages", test: /node_modules\/(?!react-dom\/.*client|scheduler\/)/ },
            { name: "shared", test: /\/app\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
