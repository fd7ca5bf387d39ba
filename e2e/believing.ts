import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { viewsOf } from '../lib/items/diagnosis/views'
import { bodySchema } from '../lib/items/item'
import { controlOf } from '../lib/items/kinds/all'
import { showOptions } from '../lib/items/shown'
import { hydrated } from './hydrated'
import { type Language, tabTo, words } from './practising'

type Asked = { readonly body: string; readonly seed: number }

/** The open question of the practice on the page, as the server under test has it. */
function findOpenQuestion(page: Page): Asked {
  const practiceId = /practice\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const database = new Database((process.env.DATABASE_URL ?? '').replace('file:', ''), { readonly: true })
  const asked = database
    .prepare<[string], Asked>(
      `SELECT coalesce(pi.body, i.body) AS body, pi.seed FROM "PracticeItem" pi JOIN "Item" i ON i.id = pi."itemId"
       WHERE pi."practiceId" = ?
         AND NOT EXISTS (SELECT 1 FROM "Answer" a WHERE a."practiceId" = pi."practiceId" AND a.position = pi.position)
       ORDER BY pi.position LIMIT 1`,
    )
    .get(practiceId)
  database.close()
  if (asked === undefined) throw new Error('Nothing is asked')
  return asked
}

/**
 * Answers the question on the page by keys alone, as the holder of a belief would (null: as the RFC has it), and waits for
 * the verdict.
 */
export async function answerAs(page: Page, language: Language, belief: string | null): Promise<void> {
  const asked = findOpenQuestion(page)
  const body = bodySchema.parse(JSON.parse(asked.body))
  const { right, otherwise } = viewsOf(body)
  const view = otherwise.get(belief ?? '') ?? right
  await hydrated(page)
  switch (controlOf(body)) {
    case 'choice':
    case 'several': {
      const shown = showOptions(body, asked.seed)
      for (const [index, option] of shown.entries())
        if (view.includes(option)) await page.keyboard.press(`${index + 1}`)
      break
    }
    case 'place':
      await page.getByRole('combobox').selectOption(view[0] ?? '')
      break
    case 'text':
      await tabTo(page, words[language].stateName)
      await page.keyboard.type(view[0] ?? '')
      break
    case 'numbers': {
      const [seq = '', ack = ''] = (view[0] ?? '').split(' ')
      await tabTo(page, 'SEQ')
      await page.keyboard.type(seq)
      await page.keyboard.press('Tab')
      await page.keyboard.type(ack)
      break
    }
    case 'order':
      throw new Error('No belief is about an order')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: words[language].verdict })).toBeVisible()
}
