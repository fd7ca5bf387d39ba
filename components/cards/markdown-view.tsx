import { Code } from '@/components/ui/code'
import { textLink } from '@/components/ui/text-link'
import type { Block, Inline } from '@/lib/words/markdown'

/** A learner's own text as it was read from Markdown: a tree of known parts, none of which is markup. */
export function MarkdownView({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-3 [overflow-wrap:anywhere]">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name and never move
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      )
    case 'heading':
      return (
        <p className="font-semibold text-lg">
          <Inlines inlines={block.inlines} />
        </p>
      )
    case 'quote':
      return (
        <blockquote className="border-rule border-l-4 pl-3 text-muted">
          <MarkdownView blocks={block.blocks} />
        </blockquote>
      )
    case 'list':
      return <ListView list={block} />
    case 'code':
      return (
        <pre className="whitespace-pre-wrap rounded-sm bg-paper p-3 font-mono text-sm" translate="no">
          <code>{block.text}</code>
        </pre>
      )
    case 'line':
      return <hr className="border-rule" />
  }
}

function ListView({ list: { start, items } }: { readonly list: Extract<Block, { kind: 'list' }> }) {
  const entries = items.map((blocks, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <li key={index}>
      <MarkdownView blocks={blocks} />
    </li>
  ))
  return start === null ? (
    <ul className="list-disc pl-6">{entries}</ul>
  ) : (
    <ol start={start} className="list-decimal pl-6">
      {entries}
    </ol>
  )
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} />)
}

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <Code>{inline.text}</Code>
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.inlines} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.inlines} />
        </em>
      )
    case 'link':
      return (
        <a href={inline.href} rel="nofollow noopener noreferrer" className={`relative z-10 ${textLink}`}>
          <Inlines inlines={inline.inlines} />
        </a>
      )
    case 'break':
      return <br />
  }
}
