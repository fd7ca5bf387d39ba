import 'server-only'
import { relative } from 'node:path'
import { openDataFolder } from './lib/data-folder'
import { log } from './lib/log'
import { beliefQuestions } from './lib/store/belief-questions'
import { database } from './lib/store/database'
import { derivedBank } from './lib/store/derived-bank'
import { closeOverdue } from './lib/store/exam/close-overdue'
import { type PrepareStep, prepareStore } from './lib/store/prepare'
import { makePapersAhead } from './lib/store/teach/papers'
import { startTrainer } from './lib/store/training/trainer'
import { printStep } from './scripts/print-step.mjs'

/** What a step is called at the terminal. */
function stepName(step: PrepareStep): string {
  switch (step.kind) {
    case 'opened':
      return `database opened: ${relative('.', step.file)}`
    case 'copied':
      return `database copied before the change: ${relative('.', step.file)}`
    case 'migrated':
      return `database migrated: ${step.name}`
    case 'seeded':
      return `bank seeded: ${step.added} new, ${step.changed} changed, ${step.retired} retired`
    case 'unchanged':
      return 'bank unchanged'
  }
}

/**
 * Makes the server ready to answer: data folder, migrations, seed; each step prints a line with its time.
 * Throws, with a sentence for whoever started the app, where it cannot.
 */
export async function prepareServer(): Promise<void> {
  openDataFolder()
  // scripts/start.mjs calls this when the last request is answered, so that the file is left whole and without a -wal.
  let sweep: ReturnType<typeof setInterval> | undefined
  let trainer: ReturnType<typeof startTrainer> | undefined
  Object.assign(globalThis, {
    timewaitClose: async () => {
      clearInterval(sweep)
      await trainer?.stop()
      await (await database()).close()
    },
  })
  let since = performance.now()
  await prepareStore((step) => {
    printStep(stepName(step), performance.now() - since)
    since = performance.now()
  }, derivedBank)
  void layQuestionsReady()
  await closeOverdueExams()
  sweep = setInterval(() => {
    void closeOverdueExams()
    void layPapersReady()
  }, sweepMs)
  sweep.unref()
  trainer = startTrainer(() => new Date())
}

/** How often exams are looked for whose time is up and whom nobody reads. */
const sweepMs = 30_000

/** Works out what each question tells of beliefs, so that nobody waits for it who is the first to ask. */
async function layQuestionsReady(): Promise<void> {
  try {
    await beliefQuestions()
  } catch (error) {
    log.error({ err: error }, 'cannot lay the questions of beliefs ready')
  }
}

/** Hands in what was saved by whoever never came back. A sweep that fails is said, and the next one tries again. */
async function closeOverdueExams(): Promise<void> {
  try {
    const closed = await closeOverdue(new Date())
    if (closed > 0) log.info({ closed }, 'exams closed by time')
  } catch (error) {
    log.error({ err: error }, 'cannot close exams')
  }
}

/** Makes the papers of exams that open soon. One that fails is said, and made at the next turn or at the start. */
async function layPapersReady(): Promise<void> {
  try {
    const made = await makePapersAhead(new Date())
    if (made > 0) log.info({ made }, 'papers made ahead')
  } catch (error) {
    log.error({ err: error }, 'cannot make papers ahead')
  }
}
