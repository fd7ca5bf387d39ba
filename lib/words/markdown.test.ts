import { describe, expect, it } from 'vitest'
import { firstLine, readMarkdown } from './markdown'

describe('Markdown of a learner’s own', () => {
  it('is read with its emphasis, code, lists, quotes and lines', () => {
    expect(readMarkdown('# A\n\nIn `LISTEN`, **a** *b*\\\nc\n\n2. x\n3. y\n\n> q\n\n---\n\n```\n<b>\n```')).toEqual([
      { kind: 'heading', inlines: [{ kind: 'text', text: 'A' }] },
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'In ' },
          { kind: 'code', text: 'LISTEN' },
          { kind: 'text', text: ', ' },
          { kind: 'strong', inlines: [{ kind: 'text', text: 'a' }] },
          { kind: 'text', text: ' ' },
          { kind: 'emphasis', inlines: [{ kind: 'text', text: 'b' }] },
          { kind: 'break' },
          { kind: 'text', text: 'c' },
        ],
      },
      {
        kind: 'list',
        start: 2,
        items: ['x', 'y'].map((text) => [{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }]),
      },
      { kind: 'quote', blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: 'q' }] }] },
      { kind: 'line' },
      { kind: 'code', text: '<b>' },
    ])
  })

  it('has no HTML: tags are text like any other', () => {
    const text = '<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> b'
    const [block, paragraph] = readMarkdown(text)
    expect(block).toEqual({ kind: 'paragraph', inlines: [{ kind: 'text', text: '<script>alert(1)</script>' }] })
    expect(paragraph).toEqual({
      kind: 'paragraph',
      inlines: ['A ', '<img src=x onerror=alert(1)>', ' b'].map((part) => ({ kind: 'text', text: part })),
    })
  })

  it.each([
    ['[a](https://example.org/x)', 'https://example.org/x'],
    ['[a](http://example.org)', 'http://example.org/'],
    ['<mailto:a@example.org>', 'mailto:a@example.org'],
    ['![a](https://example.org/a.png)', 'https://example.org/a.png'],
    ['[a](javascript:alert(1))', null],
    ['[a](JaVaScRiPt:alert(1))', null],
    ['[a](java&#115;cript:alert(1))', null],
    ['[a](data:text/html,x)', null],
    ['![a](file:///etc/passwd)', null],
    ['[a](/en/settings)', null],
    ['[a](//example.org)', null],
  ])('%s leads to %s', (text, href) => {
    const [block] = readMarkdown(text)
    const [inline] = block?.kind === 'paragraph' ? block.inlines : []
    expect(inline?.kind === 'link' ? inline.href : null).toBe(href)
  })

  it('that nests without end neither overflows nor loses its words', () => {
    expect(JSON.stringify(readMarkdown(`${'> '.repeat(1500)}deep`))).toContain('deep')
    expect(JSON.stringify(readMarkdown(`${'*a '.repeat(800)}deep${'*'.repeat(800)}`))).toContain('deep')
  })

  it('is one line without signs in a list', () => {
    expect(firstLine('# In `LISTEN`\n\n* a\n* b', 40)).toBe('In LISTEN a b')
    expect(firstLine('a very long text', 6)).toBe('a ver…')
    expect(firstLine('四次挥手之后', 4)).toBe('四次挥…')
  })
})
