/** The number of an arrow, as the list, the table and the narrow picture show it. */
export function ArrowNumber({ number }: { readonly number: number }) {
  return (
    <span className="inline-flex min-w-6 justify-center rounded-full border border-edge px-1 font-mono text-[0.8em] leading-[1.375rem]">
      {number}
    </span>
  )
}
