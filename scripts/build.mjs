import { buildApp } from './build-app.mjs'

await buildApp()
