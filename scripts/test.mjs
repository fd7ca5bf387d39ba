// npm test: the gate, the build, the tests in a browser; installs what is missing, and stops at the first that fails.
import { existsSync } from 'node:fs'
import { runCommand } from './run-command.mjs'

const tools = ['@biomejs/biome', '@playwright/test', 'dependency-cruiser', 'vitest']

/**
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 */
async function stage(title, command, args) {
  console.log(`\n${title}`)
  const { code } = await runCommand(command, args)
  if (code === 0) return
  console.error(`\nFailed: ${title}`)
  process.exit(1)
}

// With NODE_ENV=production npm leaves the test tools out.
if (!tools.every((name) => existsSync(`node_modules/${name}`))) {
  await stage('Installing the test tools', 'npm', ['ci', '--include=dev'])
}
await stage('Check', process.execPath, ['scripts/check.mjs'])
await stage('Build', process.execPath, ['scripts/build.mjs'])
await stage('In a browser', process.execPath, ['scripts/e2e.mjs'])
