import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { BASE } from "./base.ts";

export default defineConfig({
  base: BASE,
  plugins: [reactRouter()],
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    rolldownOptions: {
      output: {
        // Few files: on a slow connection each costs more time than its bytes do.
        codeSplitting: {
          groups: [
            { name: "packages", test: /node_modules/ },
            { name: "shared", test: /\/app\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
