import { type PictureProps, TimelinePicture } from './timeline-picture'
import { TimelineWords } from './timeline-words'

/** A sequence diagram with its twin in words below it, closed until somebody asks for it. */
export function TimelineFigure(props: PictureProps) {
  return (
    <div className="flex flex-col gap-2">
      <div className="rounded-md border border-rule bg-sheet p-1">
        <TimelinePicture {...props} />
      </div>
      <details className="text-sm">
        <summary className="cursor-pointer py-1 text-muted">{props.texts.inWords}</summary>
        <TimelineWords {...props} />
      </details>
    </div>
  )
}
