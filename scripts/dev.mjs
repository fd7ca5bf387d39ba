import { generateClient } from './build-app.mjs'
import { runTool } from './run-command.mjs'

await generateClient()
const { code } = await runTool('next', ['dev', ...process.argv.slice(2)], { env: { NEXT_TELEMETRY_DISABLED: '1' } })
process.exit(code)
