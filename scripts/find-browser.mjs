import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand, runTool } from './run-command.mjs'

/** The shell first: the same engine without windows, which takes less than half of the processor's time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @param {string | undefined} file */
function isExecutable(file) {
  if (!file) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where a browser already is: the one that is named, Playwright's own, the system's. */
async function installedBrowser() {
  const { chromium } = await import('@playwright/test')
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const { CHROMIUM_PATH, CHROME_PATH } = process.env
  return [CHROMIUM_PATH, CHROME_PATH, chromium.executablePath(), ...onPath, ...elsewhere].find(isExecutable)
}

/**
 * Runs apt-get where we may: as root, or by sudo where it asks for no password.
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are installed
 */
async function installDebian(packages) {
  if (!existsSync('/usr/bin/apt-get')) return false
  const root = process.getuid?.() === 0
  if (!root && (await runCommand('sudo', ['-n', 'true'], { quiet: true })).code !== 0) return false
  /** @param {readonly string[]} args */
  const apt = (args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args]
    const [first = '', ...rest] = root ? command : ['sudo', '-n', ...command]
    return runCommand(first, rest, { quiet: true })
  }
  await apt(['update'])
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...packages])
  if (code !== 0) console.error(output)
  return code === 0
}

/** Playwright's own Chromium is a download that a closed network refuses; Debian's then comes from the mirror. */
async function installBrowser() {
  console.log('  no Chromium found, installing one')
  const { code } = await runTool('@playwright/test:playwright', ['install', 'chromium'], { quiet: true })
  const browser = await installedBrowser()
  if (code === 0 && browser) {
    // Downloaded is not yet able to run: it may miss libraries of the system.
    const { code: runs } = await runCommand(browser, ['--version'], { quiet: true })
    if (runs !== 0) await runTool('@playwright/test:playwright', ['install-deps', 'chromium'], { quiet: true })
    return browser
  }
  if (!(await installDebian(['chromium-headless-shell', 'fonts-noto-cjk']))) await installDebian(['chromium'])
  return installedBrowser()
}

/** Without a Chinese face the pages still pass, but nobody could read a screenshot of them: worth a try, no more. */
async function installChineseFont() {
  const { code, output } = await runCommand('fc-list', [':lang=zh', 'family'], { quiet: true })
  if (code === 0 && output.trim() === '' && (await installDebian(['fonts-noto-cjk']))) {
    console.log('  a Chinese font installed')
  }
}

/**
 * A Chromium to test with, installed where there is none. Throws where it can't be had.
 * @returns {Promise<string>} its path
 */
export async function findBrowser() {
  const browser = (await installedBrowser()) ?? (await installBrowser())
  if (!browser) throw new Error('Cannot find or install Chromium: install one and name it in CHROMIUM_PATH')
  console.log(`  browser: ${browser}`)
  await installChineseFont()
  return browser
}
