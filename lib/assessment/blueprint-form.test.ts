import { describe, expect, test } from 'vitest'
import { topics } from '../items/topics'
import { presets } from './blueprint'
import { parseBlueprintForm } from './blueprint-form'

function formOf(changes: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  const fields = {
    questions: '12',
    minutes: '1',
    points: '2',
    credit: 'whole',
    form: 'choice',
    ...Object.fromEntries(topics.map((topic) => [`topic ${topic}`, '1'])),
    'level 1': '1',
    'level 2': '1',
    'level 3': '0',
    ...changes,
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('parseBlueprintForm', () => {
  test('takes a preset by its name, whatever else is sent', () => {
    expect(parseBlueprintForm(formOf({ preset: '408' }))).toEqual(presets['408'])
  })

  test('takes a blueprint field by field', () => {
    expect(parseBlueprintForm(formOf())).toEqual({
      questions: 12,
      minutes: 1,
      points: 2,
      credit: 'whole',
      forms: ['choice'],
      topics: Object.fromEntries(topics.map((topic) => [topic, 1])),
      levels: { 1: 1, 2: 1, 3: 0 },
    })
  })

  test.each([
    { questions: '' },
    { questions: '-3' },
    { questions: '1e2' },
    { minutes: 'NaN' },
    { minutes: '301' },
    { points: '0' },
    { credit: 'all' },
    { form: 'essay' },
    { 'topic open': '' },
    { 'level 1': '0', 'level 2': '0' },
  ])('refuses %j', (changes) => {
    expect(parseBlueprintForm(formOf(changes))).toBeNull()
  })
})
