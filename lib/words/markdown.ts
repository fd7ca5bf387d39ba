import { fromMarkdown } from 'mdast-util-from-markdown'

/** A text of a learner's own as the page sets it: what Markdown says of its parts, and nothing that a browser would run. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'line' }

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'break' }

/** What mdast-util-from-markdown gives, as far as it is looked at. */
type Node = {
  readonly type: string
  readonly value?: unknown
  readonly url?: unknown
  readonly alt?: unknown
  readonly ordered?: unknown
  readonly start?: unknown
  readonly children?: readonly Node[]
}

/**
 * Reads Markdown (CommonMark). HTML in it is text like any other; a picture is its description, linked; a link leads to
 * http, https or mailto, or is no link.
 */
export function readMarkdown(text: string): readonly Block[] {
  return blocksOf(fromMarkdown(text))
}

/** Deeper than this nobody quotes; a text of nothing but `>` must not overflow a stack. */
const deepest = 12

function blocksOf(node: Node, depth = 0): readonly Block[] {
  return (node.children ?? []).flatMap((child) => blockOf(child, depth + 1))
}

function blockOf(node: Node, depth: number): readonly Block[] {
  if (depth > deepest) return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: plainText(node) }] }]
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: inlinesOf(node, depth) }]
    case 'heading':
      return [{ kind: 'heading', inlines: inlinesOf(node, depth) }]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node, depth) }]
    case 'list': {
      const start = node.ordered === true ? (typeof node.start === 'number' ? node.start : 1) : null
      return [{ kind: 'list', start, items: (node.children ?? []).map((item) => blocksOf(item, depth)) }]
    }
    case 'code':
      return [{ kind: 'code', text: textOf(node) }]
    case 'html':
      return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: textOf(node) }] }]
    case 'thematicBreak':
      return [{ kind: 'line' }]
    default:
      return []
  }
}

function inlinesOf(node: Node, depth: number): readonly Inline[] {
  return (node.children ?? []).flatMap((child) => inlineOf(child, depth + 1))
}

function inlineOf(node: Node, depth: number): readonly Inline[] {
  if (depth > 2 * deepest) return [{ kind: 'text', text: plainText(node) }]
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ kind: 'text', text: textOf(node) }]
    case 'inlineCode':
      return [{ kind: 'code', text: textOf(node) }]
    case 'strong':
      return [{ kind: 'strong', inlines: inlinesOf(node, depth) }]
    case 'emphasis':
      return [{ kind: 'emphasis', inlines: inlinesOf(node, depth) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return linked(node.url, inlinesOf(node, depth))
    case 'image': {
      const alt = typeof node.alt === 'string' && node.alt !== '' ? node.alt : String(node.url)
      return linked(node.url, [{ kind: 'text', text: alt }])
    }
    default:
      return inlinesOf(node, depth)
  }
}

function linked(url: unknown, inlines: readonly Inline[]): readonly Inline[] {
  const href = typeof url === 'string' ? safeAddress(url) : null
  return href === null ? inlines : [{ kind: 'link', href, inlines }]
}

/** The address where it leads to http, https or mailto; null where it does not, or is relative. */
function safeAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url)
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null
  } catch {
    return null
  }
}

function textOf({ value }: Node): string {
  return typeof value === 'string' ? value : ''
}

const isBlock: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code', 'html'])

/** The words of a node and of all within it, without signs. */
function plainText(node: Node): string {
  let text = ''
  const waiting: Node[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    text += isBlock.has(next.type) ? ` ${textOf(next)}` : textOf(next)
    waiting.push(...(next.children ?? []).toReversed())
  }
  return text
}

/** The beginning of a text as one line without signs, at most `length` characters; for lists. */
export function firstLine(text: string, length: number): string {
  const line = plainText(fromMarkdown(text.slice(0, 4 * length)))
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...line]
  return letters.length <= length ? line : `${letters.slice(0, length - 1).join('')}…`
}
