import 'server-only'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Environment, env } from './env'

/** Where the database and what is kept beside it live: the absolute path of the folder of DATABASE_URL. */
function dataFolder(settings: Pick<Environment, 'DATABASE_URL'> = env): string {
  const [file = ''] = settings.DATABASE_URL.slice('file:'.length).split('?')
  return resolve(dirname(file))
}

/** Makes the folder where it is missing. Throws, with a sentence for the person who starts the app, where it can't be used. */
export function openDataFolder(settings: Pick<Environment, 'DATABASE_URL'> = env): string {
  const folder = dataFolder(settings)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Error(`Cannot write to the data folder "${folder}": set DATABASE_URL=file:/another/folder/timewait.db`, {
      cause,
    })
  }
  return folder
}
