// npm run --silent observe -- FILE: prints for a pcap or pcapng one line of JSON for each TCP segment: what it is, and in
// which states each endpoint can be once it has passed. Nothing else is on stdout. Ends with 1 where the file can't be read.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type Capture, readCapture } from '../lib/capture/read-capture'
import { observeCapture } from '../lib/observer/observe-capture'

const linesAtOnce = 500

function usage(): number {
  console.error('Usage: npm run --silent observe -- FILE (a pcap or pcapng)')
  return 2
}

const unreadWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

function whyUnread(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ('code' in error && typeof error.code === 'string' && unreadWords[error.code]) || error.message
}

async function observe(path: string): Promise<number> {
  let octets: Uint8Array
  try {
    octets = await readFile(path)
  } catch (error) {
    console.error(`Cannot read "${path}": ${whyUnread(error)}`)
    return 1
  }
  const capture = readCapture(octets)
  if (capture.kind === 'refused') {
    console.error(
      capture.why === 'empty'
        ? `Cannot read "${path}": it is empty`
        : `Cannot read "${path}": neither a pcap nor a pcapng`,
    )
    return 1
  }
  await print(capture)
  tellOf(capture)
  return 0
}

async function print({ segments }: Extract<Capture, { kind: 'capture' }>): Promise<void> {
  let lines: string[] = []
  for (const line of observeCapture(segments)) {
    lines.push(JSON.stringify(line))
    if (lines.length < linesAtOnce) continue
    await write(lines)
    lines = []
  }
  if (lines.length > 0) await write(lines)
}

// Whoever reads no further (head) has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

async function write(lines: readonly string[]): Promise<void> {
  if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}

const cutWords = {
  'cut frame': 'the file ends in the midst of a frame',
  'cut block': 'the file ends in the midst of a block',
  'bad length': 'a length is none that a capture can have',
  'unknown block order': 'a section has no byte order',
} as const

function tellOf({ cut, frames, skipped, segments }: Extract<Capture, { kind: 'capture' }>): void {
  if (cut !== null) console.error(`Read as far as it goes, ${frames} frames: ${cutWords[cut.why]} (at octet ${cut.at})`)
  const left = Object.entries(skipped).filter(([, count]) => count > 0)
  if (left.length > 0)
    console.error(`Frames without a segment: ${left.map(([why, count]) => `${why}: ${count}`).join(', ')}`)
  if (segments.length === 0) console.error('No TCP segment in it')
}

const [file, ...rest] = process.argv.slice(2)
process.exitCode = file === undefined || rest.length > 0 ? usage() : await observe(file)
