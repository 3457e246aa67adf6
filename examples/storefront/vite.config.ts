import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { BASE } from "./base.ts";

export default defineConfig({
  base: BASE,
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0, target: "es2022" },
});
